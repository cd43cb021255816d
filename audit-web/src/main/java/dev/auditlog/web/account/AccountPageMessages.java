package dev.auditlog.web.account;

/** AUD-0850 to AUD-0859. */
final class AccountPageMessages {

    private AccountPageMessages() {}

    static String notRecording() {
        return "AUD-0850 Nothing was changed, since the change could not be recorded. Try again when recording is back.";
    }
}
