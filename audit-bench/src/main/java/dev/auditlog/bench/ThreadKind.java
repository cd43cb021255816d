package dev.auditlog.bench;

import java.util.Locale;

/** What a thread of the server works at, by the name that the system shows: the first 7 and the last 6 characters. */
enum ThreadKind {
    /** Serves requests. */
    HTTP("http-th"),
    /** Accepts connections and tells of what can be read. */
    NETWORK("http-li", "Selecto", "grizzly", "Grizzly"),
    /** This project's writer. */
    WRITER("audit-w"),
    /** The server's executor, which fire-and-forget uses. */
    EXECUTOR("concurr", "java:co"),
    /** Garbage collection. */
    GC("GC Thre", "G1 "),
    /** Compilers. */
    JIT("C1 Comp", "C2 Comp"),
    /** All the rest. */
    OTHER;

    private final String[] starts;

    ThreadKind(String... starts) {
        this.starts = starts;
    }

    /** As a word of a table. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ThreadKind of(String name) {
        for (ThreadKind kind : values()) {
            for (String start : kind.starts) {
                if (name.startsWith(start)) {
                    return kind;
                }
            }
        }
        return OTHER;
    }
}
