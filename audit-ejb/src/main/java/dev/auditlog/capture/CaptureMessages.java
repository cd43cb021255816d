package dev.auditlog.capture;

import dev.auditlog.AuditException;
import dev.auditlog.AuditUnavailableException;
import java.time.Duration;
import java.util.UUID;

/** AUD-0200 to AUD-0299, and AUD-1001: what capture tells callers and operators. Request data never enters a message. */
final class CaptureMessages {

    static final String NOT_RECORDED = "AUD-0201";
    static final String NOT_RUN = "AUD-0202";
    static final String NO_TRANSACTION = "AUD-0231";
    static final String NO_REASON = "AUD-0203";
    static final String NOT_COVERED = "AUD-1001";

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

    static AuditException noTransaction(String operation) {
        return new AuditException(
                NO_TRANSACTION,
                operation + " asks for the guarantee ATOMIC and runs in no transaction that could carry its event."
                        + " Allowed: @Transactional on the method or on a bean that is injected into its class, or a"
                        + " session bean with container-managed transactions; a transaction begun in code is not seen."
                        + " Add @Transactional, or ask for BEFORE_RESPONSE.");
    }

    static AuditException responseBeforeCommit(String operation) {
        return new AuditException(
                "AUD-0232",
                operation + " asks for the guarantee ATOMIC and answers before its transaction has ended, so it was"
                        + " rolled back. Write the response after the transaction: return it from the method.");
    }

    static AuditException handedOver(String operation) {
        return new AuditException(
                "AUD-0239",
                operation
                        + " asks for the guarantee ATOMIC, and jakarta.ejb.Asynchronous has it run on another thread, where its"
                        + " response would leave before its transaction has ended. Take that annotation away, use the"
                        + " Asynchronous of jakarta.enterprise.concurrent, or ask for BEFORE_RESPONSE.");
    }

    static AuditException notStaged(UUID event, Throwable why) {
        return new AuditException(
                "AUD-0233",
                "Event " + event + " could not be made (" + why.getClass().getName()
                        + "), so its transaction was rolled back. This is a fault of the library: report it.");
    }

    static AuditException leftOut(UUID event) {
        return new AuditException(
                "AUD-0237",
                "A transaction of call " + event + " would have committed without the call's event, so it was rolled"
                        + " back. Let the first transactional method of the call be one of a CDI or session bean.");
    }

    static AuditException notTogether(String operation) {
        return new AuditException(
                "AUD-0238",
                operation + " uses a datasource that the server cannot commit as one with that of the outbox, so it was"
                        + " rolled back. Name in audit.atomic.data-source the datasource that the business uses, with the"
                        + " outbox in its database, or make both XA.");
    }

    static String notOffered(UUID event, Throwable why) {
        return "AUD-0235 Event " + event + " could not be made ("
                + why.getClass().getName()
                + "), so it is lost; its call was not touched. This is a fault of the library: report it.";
    }

    static String inDoubt(UUID event) {
        return "AUD-0236 Whether the transaction of event " + event
                + " was committed cannot be found out now; its event" + " is recorded as soon as it can be.";
    }

    static String isSwitchedOff(String application, String node) {
        return "AUD-0248 Auditing of " + application + " on " + node + " is switched off: nothing is recorded. Remove"
                + " audit.enabled = false to switch it on.";
    }

    static String consoleNotTold(String why) {
        return "AUD-0249 The console cannot be told that auditing is switched off (" + why
                + "), so it does not show it.";
    }

    static String databaseAway(String why) {
        return "AUD-0217 Audited calls are refused until the database is there: " + why;
    }
}
