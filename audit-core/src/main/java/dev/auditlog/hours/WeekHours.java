package dev.auditlog.hours;

import java.time.ZoneId;

/**
 * Hours of some days of the week by the clock of a zone.
 *
 * @param firstDay 0 for Monday to 6 for Sunday
 * @param days how many days one after the other, 1 to 7
 * @param startSecond when they begin, in seconds of the day
 * @param seconds how long they last, 1 to 86,400; what goes beyond midnight belongs to the day on which it began
 * @param zone whose clock
 */
public record WeekHours(int firstDay, int days, int startSecond, int seconds, ZoneId zone) {

    /** What {@link #parse} takes, in words, for messages. */
    public static final String ALLOWED = "hours such as 08-18 or 22:30-06:00, before them days if not all are meant, "
            + "after them a zone if it is not UTC: mon-fri/08:00-18:00@Europe/Berlin";

    /** Seconds of a day. */
    public static final int DAY = 86_400;

    /** Seconds of a week. */
    public static final int WEEK = 7 * DAY;

    /**
     * Reads hours such as {@code 08-18} or {@code mon-fri/08:00-18:00@Europe/Berlin}.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    public static WeekHours parse(String text) {
        return HoursText.read(text).orElseThrow(() -> new IllegalArgumentException("no hours of the week"));
    }

    /** Whether each day is meant. */
    public boolean isDaily() {
        return days * DAY == WEEK;
    }
}
