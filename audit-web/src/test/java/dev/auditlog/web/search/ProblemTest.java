package dev.auditlog.web.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.query.EventQuery;
import dev.auditlog.query.QuerySyntaxException;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ProblemTest {

    private static Problem of(String q) {
        return Problem.query(q, assertThrows(QuerySyntaxException.class, () -> EventQuery.parse(q)), Locale.ENGLISH);
    }

    @Test
    void query_withAMarkOfWritingDirection_turnsNothingAround() {
        Problem problem = of("x outcom\u202e:DENIED");
        assertFalse(problem.message().contains("\u202e"), problem.message());
        assertTrue(problem.message().contains("\"outcom⟨U+202E⟩:\" is no qualifier."), problem.message());
        assertEquals("outcom⟨U+202E⟩", problem.marked());
    }

    @Test
    void query_isMarkedWhereItIsWrong() {
        Problem problem = of("actor:bob outcome:DENYED status:500");
        assertEquals("actor:bob outcome:", problem.before());
        assertEquals("DENYED", problem.marked());
        assertEquals(" status:500", problem.after());
    }
}
