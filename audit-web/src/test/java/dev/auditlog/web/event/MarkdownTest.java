package dev.auditlog.web.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Target;
import dev.auditlog.query.EventQuery;
import dev.auditlog.web.search.Filters;
import org.junit.jupiter.api.Test;

class MarkdownTest {

    private static String of(AuditEvent event) {
        EventPlace place = new EventPlace(Samples.LIST, true);
        return EventView.of(event, place, new Filters(EventQuery.all(), Samples.LIST), Samples.WORDS)
                .texts()
                .markdown();
    }

    @Test
    void event_isASentenceAListAndItsData() {
        String text = of(Samples.changeOf(1, "{\"a\":1}"));
        assertTrue(
                text.startsWith("**Bob Ray changed Order 42**\n\n24 Nov 21:14:08.482913 UTC\n\n**What**\n\n"
                        + "- Outcome: `✓ Success` `200` `"),
                text);
        assertTrue(text.contains("\n- Session: `s-1`\n"), text);
        assertTrue(text.endsWith("\n```json\n{\n  \"a\": 1\n}\n```\n"), text);
    }

    @Test
    void hostileText_becomesNeitherLinkNorPictureNorTheEndOfItsCode() {
        AuditEvent event = Samples.change(1)
                .target(new Target("![x](//evil)", "`1` ``2``", null))
                .request(Samples.request("PUT", "/o", null, null, "\"```\\n# x\""))
                .toEvent();
        String text = of(event);
        assertTrue(text.startsWith("**Bob Ray changed \\!\\[x\\]\\(\\/\\/evil\\) \\`1\\` \\`\\`2\\`\\`**"), text);
        assertTrue(text.contains("- Target: ``` ![x](//evil) `1` ``2`` ```\n"), text);
        assertTrue(text.endsWith("\n````json\n\"```\\n# x\"\n````\n"), text);
    }

    @Test
    void event_withoutData_endsWithItsFields() {
        assertEquals(1, of(Samples.changeOf(1, null)).split("```").length);
    }
}
