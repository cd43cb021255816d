package dev.auditlog.web.text;

import java.time.Duration;

/** How long ago something was, in the largest unit that is full. */
public final class Ages {

    private Ages() {}

    /** Such as {@code 3 s ago}, {@code 5 min ago}, {@code 2 h ago}, {@code 9 d ago}; what is to come is {@code 0 s ago}. */
    public static String ago(Duration age, Texts texts) {
        long seconds = Math.max(0, age.toSeconds());
        if (seconds < 60) {
            return texts.text("ago.seconds", seconds);
        } else if (seconds < 3_600) {
            return texts.text("ago.minutes", seconds / 60);
        }
        return seconds < 86_400 ? texts.text("ago.hours", seconds / 3_600) : texts.text("ago.days", seconds / 86_400);
    }
}
