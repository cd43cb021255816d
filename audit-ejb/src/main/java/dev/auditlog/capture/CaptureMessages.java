package dev.auditlog.capture;

import dev.auditlog.AuditException;
import dev.auditlog.AuditUnavailableException;
import dev.auditlog.Guarantee;
import java.time.Duration;
import java.util.UUID;

/** AUD-0200 to AUD-0299: what capture tells callers and operators. Request data never enters a message. */
final class CaptureMessages {

    static final String NOT_RECORDED = "AUD-0201";
    static final String NOT_RUN = "AUD-0202";
    static final String NO_REASON = "AUD-0203";

    private CaptureMessages() {}

    static AuditUnavailableException notRun(String operation) {
        return new AuditUnavailableException(
                NOT_RUN,
                operation + " was not carried out, because no audit event can be recorded now. Repeat it later.",
                Duration.ZERO);
    }

    static AuditUnavailableException switchedOff() {
        return new AuditUnavailableException(
                "AUD-0216",
                "Auditing is switched off for this application (audit.enabled=false), so it has no recorder."
                        + " Switch it on, or ask nothing of the recorder.",
                Duration.ZERO);
    }

    static String lostAfterTransaction(String operation, String why) {
        return "AUD-0210 The event of " + operation + " was not recorded after its transaction had ended: " + why
                + " The call itself was carried out.";
    }

    static String lostAfterBreak(UUID event, String why) {
        return "AUD-0211 The response of event " + event + " broke, and that was not recorded: " + why;
    }

    static String rolesNotEnforced(String contextPath, String parameter) {
        return "AUD-0213 " + contextPath + ": the context parameter " + parameter
                + " is not true, so @RolesAllowed on resources is not enforced. Add it to web.xml with the value true.";
    }

    static String resolverFailed(Class<?> resolver) {
        return "AUD-0214 " + resolver.getName() + " failed; the event keeps the principal's name. Mend the resolver.";
    }

    static String enricherFailed(Class<?> enricher) {
        return "AUD-0215 " + enricher.getName() + " failed; the event is kept without what it adds. Mend the enricher.";
    }

    static String extensionUnusable(Class<?> type, Class<?> bean) {
        return "AUD-0219 " + bean.getName() + " cannot be made, so it is not used as " + type.getSimpleName()
                + ". Mend it and redeploy.";
    }

    static String notMade(UUID event, Throwable why) {
        return "AUD-0220 Event " + event + " could not be made ("
                + why.getClass().getName()
                + "), so its response was refused. This is a fault of the library: report it.";
    }

    static AuditException guaranteeNotAvailable(String place, Guarantee asked) {
        return new AuditException(
                "AUD-0218",
                "@Audited(guarantee = " + asked + ") on " + place
                        + " is not available in this release. Allowed: BEFORE_RESPONSE, DEFAULT."
                        + " Change the annotation and redeploy.");
    }

    static String databaseAway(String why) {
        return "AUD-0217 Audited calls are refused until the database is there: " + why;
    }
}
