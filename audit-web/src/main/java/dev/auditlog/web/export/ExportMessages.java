package dev.auditlog.web.export;

import dev.auditlog.AuditException;
import dev.auditlog.AuditUnavailableException;
import dev.auditlog.web.rest.EventParameters;
import java.time.Duration;
import java.util.List;

/** What an export says when it cannot be done; AUD-0880 to AUD-0889. */
final class ExportMessages {

    private static final int SHOWN = 80;

    private ExportMessages() {}

    static AuditException notAFormat(String found, List<String> allowed) {
        String shown = found.length() <= SHOWN ? found : found.substring(0, SHOWN) + "…";
        return EventParameters.refused(
                "AUD-0880",
                "format = \"" + shown + "\" is no format. Allowed: " + String.join(", ", allowed) + "; default "
                        + allowed.get(0) + ".",
                "format",
                allowed);
    }

    static AuditUnavailableException endNotFound(String id) {
        return new AuditUnavailableException(
                "AUD-0881",
                "The event " + id
                        + " of this export is recorded, but cannot be read. The file ends without it and counts "
                        + "as incomplete. Look at the database, then export again.",
                Duration.ZERO);
    }
}
