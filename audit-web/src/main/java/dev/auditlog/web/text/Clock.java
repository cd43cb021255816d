package dev.auditlog.web.text;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A point in time in the reader's zone, in parts that the page gives different weight.
 *
 * @param date day and month, such as {@code 24 Nov}; with the year where it is not the current one
 * @param time hours, minutes and seconds
 * @param millis {@code .482}
 * @param micros the last three digits
 * @param iso the instant, for machines
 * @param dated whether the year is said
 */
public record Clock(String date, String time, String millis, String micros, String iso, boolean dated) {

    /** Shows an instant; {@code now} decides whether the year is said. */
    public static Clock of(Instant instant, ZoneId zone, Locale locale, Instant now) {
        ZonedDateTime local = instant.atZone(zone);
        boolean thisYear = local.getYear() == now.atZone(zone).getYear();
        return new Clock(
                DateTimeFormatter.ofPattern(day(locale) + (thisYear ? "" : " uuuu"), locale)
                        .format(local),
                DateTimeFormatter.ofPattern("HH:mm:ss", locale).format(local),
                DateTimeFormatter.ofPattern(".SSS", locale).format(local),
                String.format(Locale.ROOT, "%03d", local.getNano() / 1000 % 1000),
                instant.toString(),
                !thisYear);
    }

    /** A German day is an ordinal number, which has a point. */
    private static String day(Locale locale) {
        return locale.getLanguage().equals("de") ? "d. MMM" : "d MMM";
    }

    /** Date, hours and minutes, for the ends of a range. */
    public String minute() {
        return date + " " + time.substring(0, time.length() - 3);
    }

    public String text() {
        return date + " " + time + millis;
    }
}
