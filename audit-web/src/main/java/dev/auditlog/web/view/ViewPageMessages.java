package dev.auditlog.web.view;

import dev.auditlog.web.text.Texts;

/** AUD-1060 to AUD-1069. */
final class ViewPageMessages {

    private ViewPageMessages() {}

    static String notRecording(Texts texts) {
        return "AUD-1060 " + texts.text("change.notRecorded");
    }
}
