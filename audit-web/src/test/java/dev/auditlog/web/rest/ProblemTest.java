package dev.auditlog.web.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void document_ofAFaultyParameter_hasItsParts() {
        Problem problem = new Problem(400, "AUD-0803", "no order", "order", 3, List.of("newest"));
        assertEquals(
                "{\"type\":\"about:blank\",\"title\":\"Bad Request\",\"status\":400,\"detail\":\"no order\","
                        + "\"code\":\"AUD-0803\",\"parameter\":\"order\",\"position\":3,\"allowed\":[\"newest\"]}",
                problem.toJson());
    }

    @Test
    void document_ofAnUnforeseenFault_tellsNothingOfTheInside() {
        String json = RestMessages.internal("a-reference").toJson();
        assertFalse(json.contains("Exception"), json);
    }
}
