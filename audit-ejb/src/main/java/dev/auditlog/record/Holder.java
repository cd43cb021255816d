package dev.auditlog.record;

import java.lang.management.ManagementFactory;
import java.util.function.LongPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The process that has a chain, as the chain's row names it: {@code 4711@host#1795907244185}, with the time at which it
 * began, so that the first process of a container is not taken for the one before, which had the same number.
 *
 * @param pid number of the process
 * @param host name of its machine, as the JVM knows it
 * @param started when it began, in milliseconds since 1970; 0 where that is not known
 */
record Holder(long pid, String host, long started) {

    private static final int LONGEST = 255; // the column
    private static final Pattern FORM = Pattern.compile("(\\d{1,18})@([^#]*)(?:#(\\d{1,18}))?");
    private static final Holder SELF = of(ManagementFactory.getRuntimeMXBean().getName() + "#"
            + ManagementFactory.getRuntimeMXBean().getStartTime());

    /** This process. */
    static Holder self() {
        return SELF;
    }

    /** Reads what a row says; of another form, it is a process that nothing is known of. */
    static Holder of(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return new Holder(0, "", 0);
        }
        String began = parts.group(3);
        return new Holder(Long.parseLong(parts.group(1)), parts.group(2), began == null ? 0 : Long.parseLong(began));
    }

    /** What is written into the row. */
    String text() {
        String text = pid + "@" + host + "#" + started;
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /**
     * Whether it surely has ended, as far as this machine can tell: it ran here, and there is no such process any more. A
     * wrong answer, of two containers that both are called the same, costs a chain's writer its chain and no event.
     */
    boolean hasEnded() {
        return hasEnded(SELF, other -> ProcessHandle.of(other).isPresent());
    }

    boolean hasEnded(Holder self, LongPredicate isAlive) {
        if (pid == 0 || host.isEmpty() || !host.equals(self.host)) {
            return false;
        }
        return pid == self.pid ? started != 0 && started != self.started : !isAlive.test(pid);
    }
}
