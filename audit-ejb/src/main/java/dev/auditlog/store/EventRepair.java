package dev.auditlog.store;

import dev.auditlog.Activity;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of a row what a database may refuse, for one that was refused: characters that its encoding lacks, and what
 * an extension put where it does not belong. Who, what, when and with what result stay.
 */
public final class EventRepair {

    /** Attribute of an event from which something was taken out; its value is the SQLSTATE. */
    public static final String ATTRIBUTE = "audit.repaired";

    private EventRepair() {}

    /** Changes the row. */
    public static void repair(EventRow row, String sqlState) {
        row.operation = ascii(row.operation);
        row.activity = row.activity.equals(Activity.DEFAULT.name()) ? Activity.OTHER.name() : row.activity;
        row.actorId = asciiOrNull(row.actorId);
        row.actorKey = row.actorId == null ? null : EventRow.actorKey(row.actorId);
        row.actorName = asciiOrNull(row.actorName);
        row.actorGroup = asciiOrNull(row.actorGroup);
        row.actorRoles = ascii(row.actorRoles);
        row.actorAuth = asciiOrNull(row.actorAuth);
        row.actorSession = asciiOrNull(row.actorSession);
        row.targetType = asciiOrNull(row.targetType);
        row.targetId = asciiOrNull(row.targetId);
        row.targetName = asciiOrNull(row.targetName);
        row.sourceIp = asciiOrNull(row.sourceIp);
        row.sourcePeer = asciiOrNull(row.sourcePeer);
        row.sourceChain = asciiOrNull(row.sourceChain);
        row.sourceRule = asciiOrNull(row.sourceRule);
        row.errorType = asciiOrNull(row.errorType);
        row.errorMessage = asciiOrNull(row.errorMessage);
        row.reason = asciiOrNull(row.reason);
        row.correlationId = asciiOrNull(row.correlationId);
        row.traceId = asciiOrNull(row.traceId);
        row.attributes = JsonTexts.object(Map.of(ATTRIBUTE, sqlState));
        if (row.requestMethod != null) {
            request(row);
        }
    }

    private static void request(EventRow row) {
        row.requestMethod = asciiOrNull(row.requestMethod);
        row.requestPath = asciiOrNull(row.requestPath);
        row.requestRoute = asciiOrNull(row.requestRoute);
        row.requestQuery = asciiOrNull(row.requestQuery);
        row.userAgent = asciiOrNull(row.userAgent);
        row.contentType = asciiOrNull(row.contentType);
        row.redacted = asciiOrNull(row.redacted); // names that the client made up
        row.requestData = null;
        row.requestTruncated = true;
    }

    private static @Nullable String asciiOrNull(@Nullable String text) {
        return text == null ? null : ascii(text);
    }

    /** Keeps the length, so that what fitted its column still does; a character of two units becomes two marks. */
    private static String ascii(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.chars().forEach(c -> plain.append(c >= ' ' && c < 0x7F ? (char) c : '?'));
        return plain.toString();
    }
}
