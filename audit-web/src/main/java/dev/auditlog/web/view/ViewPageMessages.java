package dev.auditlog.web.view;

/** AUD-1060 to AUD-1069. */
final class ViewPageMessages {

    private ViewPageMessages() {}

    static String notRecording() {
        return "AUD-1060 Nothing was changed, since the change could not be recorded. Try again when recording is back.";
    }
}
