package dev.auditlog.web.export;

import dev.auditlog.config.AuditConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/**
 * The exports of this server: lets a number of them run at once, in all and for each person, and tells how far each is. What
 * has ended is known for some minutes.
 */
@ApplicationScoped
class RunningExports {

    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final int MOST_REMEMBERED = 1_000;

    private final Map<UUID, ExportRun> runs = new LinkedHashMap<>();
    private final IntSupplier limits;
    private final IntSupplier limitsOfPerson;

    /** Also made as a proxy, at a time when nothing is configured yet. */
    RunningExports() {
        this(() -> AuditConfig.current().consoleMaxExports(), () -> AuditConfig.current()
                .consoleMaxExportsPerUser());
    }

    RunningExports(IntSupplier limits, IntSupplier limitsOfPerson) {
        this.limits = limits;
        this.limitsOfPerson = limitsOfPerson;
    }

    /**
     * Takes a place for an export; whoever takes it ends it.
     *
     * @param gone whether its client has gone away
     * @throws dev.auditlog.AuditException if there is none: the answer is a 429 for too many of this person, a 503 for too
     *     many in all
     */
    synchronized ExportRun begin(String person, BooleanSupplier gone) {
        forget();
        int limit = limits.getAsInt();
        int limitOfPerson = limitsOfPerson.getAsInt();
        if (running(person) >= limitOfPerson) {
            throw ExportMessages.tooManyOfPerson(limitOfPerson);
        }
        if (runs.values().stream().filter(ExportRun::isRunning).count() >= limit) {
            throw ExportMessages.tooMany(limit);
        }
        ExportRun run = new ExportRun(person, gone);
        runs.put(run.id(), run);
        return run;
    }

    private long running(String person) {
        return runs.values().stream()
                .filter(run -> run.isRunning() && run.person().equals(person))
                .count();
    }

    /** An export of this person. */
    synchronized Optional<ExportRun> find(UUID id, String person) {
        return Optional.ofNullable(runs.get(id)).filter(run -> run.person().equals(person));
    }

    private void forget() {
        runs.values().removeIf(run -> !run.isRunning() && run.restNanos() > REMEMBERED.toNanos());
        while (runs.size() > MOST_REMEMBERED) {
            runs.remove(runs.keySet().iterator().next());
        }
    }
}
