package dev.auditlog.web.text;

import java.util.Locale;

/** Numbers, durations and sizes for people. */
public final class Amounts {

    private static final long MILLI = 1_000;
    private static final long SECOND = 1_000_000;
    private static final long KIB = 1024;
    private static final long MIB = KIB * KIB;

    private Amounts() {}

    /** A number with the reader's marks between thousands. */
    public static String count(long number, Locale locale) {
        return String.format(locale, "%,d", number);
    }

    /** Microseconds with the unit that leaves the number readable: {@code 640 µs}, {@code 3.2 ms}, {@code 1.50 s}. */
    public static String duration(long micros, Locale locale) {
        if (micros < MILLI) {
            return micros + " µs";
        }
        return micros < SECOND
                ? String.format(locale, "%.1f ms", (double) micros / MILLI)
                : String.format(locale, "%.2f s", (double) micros / SECOND);
    }

    /** Bytes with a binary unit: {@code 512 B}, {@code 1.5 KiB}. */
    public static String size(long bytes, Locale locale) {
        if (bytes < KIB) {
            return bytes + " B";
        }
        return bytes < MIB
                ? String.format(locale, "%.1f KiB", (double) bytes / KIB)
                : String.format(locale, "%.1f MiB", (double) bytes / MIB);
    }
}
