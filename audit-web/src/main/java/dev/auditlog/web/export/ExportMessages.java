package dev.auditlog.web.export;

import dev.auditlog.AuditException;
import dev.auditlog.AuditUnavailableException;
import dev.auditlog.web.rest.EventParameters;
import dev.auditlog.web.rest.Refusals;
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

    static AuditException tooManyOfPerson(int limit) {
        return Refusals.of(
                429,
                "AUD-0882",
                "You have " + limit + " exports running. Allowed: so many at once (audit.console.max-exports-per-user)."
                        + " Let one end or cancel it, then try again.");
    }

    static AuditException tooMany(int limit) {
        return Refusals.of(
                503,
                "AUD-0883",
                "Already " + limit
                        + " exports run. Allowed: so many at once (audit.console.max-exports). Try again in a"
                        + " few minutes.");
    }

    static AuditException noSuchExport(String id) {
        String shown = id.length() <= SHOWN ? id : id.substring(0, SHOWN) + "…";
        return Refusals.of(
                404,
                "AUD-0884",
                "There is no export " + shown
                        + " of yours on this server. What has ended is known for ten minutes. Look"
                        + " for its event: operation:ExportResource.export.");
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
