package dev.auditlog.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SqlScriptTest {

    @Test
    void statements_ofPlainText_areSplitAtSemicolons() {
        assertEquals(List.of("select 1", "select 2"), SqlScript.statements("select 1;\n select 2 ;"));
    }

    @Test
    void lastStatement_withoutSemicolon_counts() {
        assertEquals(List.of("select 1"), SqlScript.statements(" select 1 "));
    }

    @Test
    void emptyStatements_andComments_areNone() {
        assertEquals(List.of(), SqlScript.statements("-- a; b\n;; /* c; d */ ;\n--"));
    }

    @Test
    void semicolon_inStringWithDoubledQuote_endsNothing() {
        assertEquals(List.of("select 'a;''b;' from t"), SqlScript.statements("select 'a;''b;' from t;"));
    }

    @Test
    void semicolon_inQuotedName_endsNothing() {
        assertEquals(List.of("select \"a;'\"\"b\""), SqlScript.statements("select \"a;'\"\"b\";"));
    }

    @Test
    void semicolonAndQuote_inComment_endNothing() {
        assertEquals(
                List.of("select 1 -- it's; so\n + 2", "select 3"),
                SqlScript.statements("-- first; it's\nselect 1 -- it's; so\n + 2; select 3;"));
    }

    @Test
    void semicolon_inDollarQuotedBody_endsNothing() {
        assertEquals(
                List.of("do $f$ begin; $$;$$ end; $f$", "select $1, a$b$c"),
                SqlScript.statements("do $f$ begin; $$;$$ end; $f$; select $1, a$b$c;"));
    }

    @Test
    void unendedString_takesTheRest() {
        assertEquals(List.of("select 'a; b"), SqlScript.statements("select 'a; b"));
    }
}
