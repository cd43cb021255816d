package dev.auditlog.store;

import dev.auditlog.AuditException;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a failure of the database means, told by its SQLSTATE (ISO/IEC 9075-2, 24.1) only: the texts of drivers quote
 * values of rows, so they are never logged.
 */
public final class SqlErrors {

    private static final String NO_RIGHT = "42501";
    private static final String READ_ONLY = "25006"; // PostgreSQL: a standby, or a setting
    private static final String CHECK = "23514";
    private static final String UNIQUE = "23505"; // the same in Derby, PostgreSQL and H2
    private static final Set<String> MISSING = Set.of("42X05", "42Y07", "42P01", "3F000", "42S02", "42S04", "90079");
    private static final Set<String> EXISTS = Set.of(UNIQUE, "X0Y32", "X0Y68", "42P07", "42P06", "42710", "42S01");
    private static final Set<String> TIMEOUT = Set.of("57014", "55P03", "XCL52", "40XL1", "40XL2", "HYT00");
    private static final Set<String> TO_REPEAT = Set.of("40001", "40P01");
    private static final Set<String> TOO_COMPLEX = Set.of("XBCM4", "42ZA0", "54001", "54011");
    private static final String NO_ROOM_ON_PAGE = "XSCB6"; // Derby: a key longer than an index page takes
    private static final List<String> NO_ROOM =
            List.of("53", "XSDF", "XSDG", "XSLA"); // PostgreSQL; Derby: files, pages, log

    /** Without 08006, a line that was cut: what guards the network may cut it for what one event says, each time. */
    private static final List<String> OF_CIRCUMSTANCES =
            List.of("08001", "08003", "08004", "08007", "08P01", "28", "3D", "0A", "25", "26", "40", "42", "55", "57");

    /**
     * A disk or file that fails. PostgreSQL: its errors of the system, damaged data, and XX000 for whatever its files answer that has
     * no code; Derby: a page that cannot be read as one; H2: input, output, a damaged file.
     */
    private static final List<String> OF_DISK = List.of("58", "XX", "XSDB", "90028", "90030", "90031");

    private static final Set<String> OF_CONNECTION = Set.of("08", "28", "3D", "53", "57");

    private static final List<String> TWO_RESOURCES = List.of("non-xa resource", "last resource", "one-phase");

    private SqlErrors() {}

    /** Whether a unique key was violated. */
    public static boolean isUniqueViolation(Throwable thrown) {
        return UNIQUE.equals(state(thrown));
    }

    /**
     * Whether the fault lies in what was written and not in the store, so that trying again is useless: a value that
     * does not fit, a violated constraint, or no failure of the database at all.
     */
    public static boolean isOfTheData(Throwable thrown) {
        SQLException sql = find(thrown, Collections.newSetFromMap(new IdentityHashMap<>()));
        if (sql == null) {
            return !(thrown instanceof AuditException || thrown instanceof OutOfMemoryError);
        }
        String state = String.valueOf(sql.getSQLState()); // pools that are exhausted often name none
        return state.startsWith("22")
                || state.startsWith("23")
                || state.startsWith("54")
                || state.equals(NO_ROOM_ON_PAGE);
    }

    /**
     * Whether the database lacks room or another resource, or cannot write its files. It may take small writes all the
     * same, in pages that have room; so that it takes one says nothing about another.
     */
    public static boolean isOfRoom(Throwable thrown) {
        String state = String.valueOf(state(thrown));
        return NO_ROOM.stream().anyMatch(state::startsWith);
    }

    /**
     * Whether the failure is of what the database is, or is busy with, whatever is written: a connection that is not to be had
     * or out of step, want of room, a disk that fails, a lock or a time that is over, a transaction lost to another one,
     * a missing right or table, a prepared statement that the server does not know or knows already (a pooler between), a
     * database that takes no writes, and whatever the store says in its own words. A small write elsewhere may work all the same.
     */
    public static boolean isNeverOfTheData(Throwable thrown) {
        String state = String.valueOf(state(thrown));
        return thrown instanceof AuditException
                || isOfRoom(thrown)
                || isTimeout(thrown)
                || OF_DISK.stream().anyMatch(state::startsWith)
                || OF_CIRCUMSTANCES.stream().anyMatch(state::startsWith);
    }

    /** Words for a log or a status: the state, and the driver's text only where it cannot hold data of an event. */
    public static String describe(Throwable thrown) {
        SQLException sql = find(thrown, Collections.newSetFromMap(new IdentityHashMap<>()));
        if (thrown instanceof AuditException) {
            return thrown.getMessage();
        }
        if (sql == null || sql.getSQLState() == null) {
            return (sql == null ? thrown : sql).getClass().getName();
        }
        String state = sql.getSQLState();
        boolean harmless = state.length() >= 2 && OF_CONNECTION.contains(state.substring(0, 2));
        return "SQLSTATE " + state + (harmless ? " (" + sql.getMessage() + ")" : "");
    }

    /** Whether the transaction was taken back in favour of another one and may be tried again. */
    public static boolean isConflict(Throwable thrown) {
        String state = state(thrown);
        return state != null && state.startsWith("40");
    }

    /**
     * Whether the database asks to repeat the transaction, which it has taken back: it could not be serialized with others
     * (PostgreSQL where that is the default of its sessions), or was one of a deadlock. Derby's time-outs are none of these.
     */
    public static boolean isToRepeat(Throwable thrown) {
        return TO_REPEAT.contains(String.valueOf(state(thrown)));
    }

    /**
     * Whether a server refused to have two resources in one transaction that it cannot commit as one. Servers have no
     * code for it: Payara and GlassFish name the "non-XA resource", Narayana the "last resource", Liberty "one-phase".
     */
    public static boolean isOfTwoResources(@Nullable Throwable thrown) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable t = thrown; t != null && seen.add(t); t = t.getCause()) {
            String text = String.valueOf(t.getMessage()).toLowerCase(Locale.ROOT);
            if (TWO_RESOURCES.stream().anyMatch(text::contains)) {
                return true;
            }
        }
        return false;
    }

    /** Whether somewhere in it is a failure of the database, or of its pool, which lies not in what was asked or written. */
    public static boolean isOfTheStore(@Nullable Throwable thrown) {
        return thrown != null
                && find(thrown, Collections.newSetFromMap(new IdentityHashMap<>())) != null
                && !isOfTheData(thrown);
    }

    /** Whether a check was violated; PostgreSQL says the same of a row for which there is no partition. */
    static boolean isOfACheck(Throwable thrown) {
        return CHECK.equals(state(thrown));
    }

    /** Whether the datasource's user may not do that, as PostgreSQL says it. */
    public static boolean isOfRights(Throwable thrown) {
        return NO_RIGHT.equals(state(thrown));
    }

    /** Whether nothing may be written on the connection, as PostgreSQL says it; others may be better. */
    static boolean isOfReadOnly(Throwable thrown) {
        return READ_ONLY.equals(state(thrown));
    }

    /** Whether a database said what went wrong. */
    static boolean isOfDatabase(Throwable thrown) {
        return state(thrown) != null;
    }

    /** Whether a statement was given up because it, or its wait for a lock, took too long. */
    public static boolean isTimeout(Throwable thrown) {
        return TIMEOUT.contains(String.valueOf(state(thrown)));
    }

    /** Whether a statement has more conditions than the database can compile. */
    public static boolean isTooComplex(Throwable thrown) {
        return TOO_COMPLEX.contains(String.valueOf(state(thrown)));
    }

    static boolean isMissingTable(SQLException thrown) {
        return MISSING.contains(String.valueOf(thrown.getSQLState()));
    }

    static boolean isAlreadyThere(Throwable thrown) {
        return EXISTS.contains(String.valueOf(state(thrown)));
    }

    private static @Nullable String state(Throwable thrown) {
        SQLException sql = find(thrown, Collections.newSetFromMap(new IdentityHashMap<>()));
        return sql == null ? null : sql.getSQLState();
    }

    /** The most telling SQLException: of a batch the next one, since the first only says that the batch failed. */
    private static @Nullable SQLException find(@Nullable Throwable thrown, Set<Throwable> seen) {
        if (thrown == null || !seen.add(thrown)) {
            return null;
        }
        if (thrown instanceof SQLException sql) {
            SQLException next = find(sql.getNextException(), seen);
            SQLException inner = next == null ? find(sql.getCause(), seen) : next;
            return inner == null || inner.getSQLState() == null ? sql : inner;
        }
        return find(thrown.getCause(), seen);
    }
}
