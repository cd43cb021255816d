package dev.auditlog.web.account;

import dev.auditlog.web.text.Texts;

/** AUD-0850 to AUD-0859. */
final class AccountPageMessages {

    private AccountPageMessages() {}

    static String notRecording(Texts texts) {
        return "AUD-0850 " + texts.text("change.notRecorded");
    }
}
