package dev.auditlog.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoticesTest {

    private final Notices notices = new Notices();
    private final List<String> told = new ArrayList<>();

    @Test
    void notice_isToldOnce_withTheNameOfTheNode() {
        notices.put("/shop", told::add);
        notices.tellIfDue("host-1");
        notices.tellIfDue("host-1");
        assertEquals(List.of("host-1"), told);
    }

    @Test
    void notice_thatReplacesAnother_isToldInItsPlace() {
        notices.put("/shop", node -> told.add("old"));
        notices.put("/shop", node -> told.add("new"));
        notices.put("/admin", node -> told.add("other"));
        notices.tellIfDue("host-1");
        assertEquals(List.of("new", "other"), told.stream().sorted().toList());
    }

    @Test
    void notice_thatFails_harmsNothing_andIsSaidOnce() {
        notices.put("/shop", node -> {
            throw new IllegalStateException("away");
        });
        notices.put("/admin", told::add);
        LogLines log = new LogLines(Notices.class);
        notices.tellIfDue("host-1");
        notices.tellIfDue("host-1");
        log.close();
        assertEquals(List.of("AUD-0319"), log.codes());
        assertEquals(List.of("host-1"), told);
    }
}
