package dev.auditlog.query;

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
record WeekHours(int firstDay, int days, int startSecond, int seconds, ZoneId zone) {

    static final int DAY = 86_400;
    static final int WEEK = 7 * DAY;

    boolean isDaily() {
        return days * DAY == WEEK;
    }
}
