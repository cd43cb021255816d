package dev.auditlog.web.event;

import dev.auditlog.web.text.Clock;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An event as Markdown (CommonMark), for a ticket or a report. Values stand in code spans, where no text of a caller
 * becomes a link, a picture or a mention.
 */
final class Markdown {

    private static final String FENCE = "```";

    private Markdown() {}

    static String of(String title, Clock clock, String zone, List<Group> groups, String data) {
        StringBuilder text = new StringBuilder("**").append(escaped(title)).append("**\n\n");
        text.append(clock.text())
                .append(clock.micros())
                .append(' ')
                .append(zone)
                .append('\n');
        for (Group group : groups) {
            text.append("\n**").append(escaped(group.title())).append("**\n\n");
            for (Group.Field field : group.fields()) {
                text.append("- ").append(escaped(field.label())).append(": ");
                text.append(
                        field.parts().stream().map(part -> code(part.text())).collect(Collectors.joining(" ")));
                text.append('\n');
            }
        }
        if (!data.isEmpty()) {
            String fence = longerThanIn(data, FENCE);
            text.append('\n')
                    .append(fence)
                    .append("json\n")
                    .append(data)
                    .append('\n')
                    .append(fence)
                    .append('\n');
        }
        return text.toString();
    }

    /** A backslash before each ASCII punctuation mark makes it mean itself (CommonMark, 2.4). */
    private static String escaped(String text) {
        return text.replaceAll("([!-/:-@\\[-`{-~])", "\\\\$1");
    }

    /** A code span; blanks at both ends belong to the marks where the value has marks itself (CommonMark, 6.1). */
    private static String code(String text) {
        String fence = longerThanIn(text, "`");
        String blank = text.startsWith("`") || text.endsWith("`") ? " " : "";
        return fence + blank + text + blank + fence;
    }

    private static String longerThanIn(String text, String fence) {
        String longer = fence;
        while (text.contains(longer)) {
            longer += "`";
        }
        return longer;
    }
}
