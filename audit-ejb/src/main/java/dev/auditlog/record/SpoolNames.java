package dev.auditlog.record;

import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of the spool's files. */
final class SpoolNames {

    static final String LOCK = "spool.lock";

    private static final String DAMAGED = ".damaged";
    private static final Pattern SEGMENT = Pattern.compile("(\\d{16})\\.spool(\\.damaged)?");

    private SpoolNames() {}

    static Path segment(Path directory, long number) {
        return directory.resolve(String.format(Locale.ROOT, "%016d.spool", number));
    }

    static Path damaged(Path segment) {
        return segment.resolveSibling(segment.getFileName() + DAMAGED);
    }

    static boolean isDamaged(String name) {
        return name.endsWith(DAMAGED);
    }

    /** Number of a segment, also of a damaged one; empty for every other file. */
    static OptionalLong number(String name) {
        Matcher parts = SEGMENT.matcher(name);
        return parts.matches() ? OptionalLong.of(Long.parseLong(parts.group(1))) : OptionalLong.empty();
    }
}
