package dev.auditlog.coverage;

import dev.auditlog.store.AuditDatabase;
import dev.auditlog.store.Dialect;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reports in {@code audit_coverage}: one row for each application, node and module. */
final class JpaCoverages implements Coverages {

    /** A node that runs tells daily; one that does not any more is forgotten. */
    private static final Duration FORGOTTEN = Duration.ofDays(7);

    private static final int MOST = 1_000;
    private static final int IN_ONE_QUERY = 200;

    private final AuditDatabase database;

    JpaCoverages(AuditDatabase database) {
        this.database = database;
    }

    /** A row without its methods, which may be large. */
    private record Line(String id, String application, String module, String node, Instant told, String digest) {}

    /** Each row by its key alone: a condition that looks at others' rows would wait for others who tell, and they for us. */
    @Override
    public void tell(CoverageReport report, String node) {
        Dialect dialect = database.dialect();
        String methods = CoverageJson.write(report.methods());
        List<String> forgotten = forgotten(report.application(), dialect);
        database.write(em -> {
            String id = CoverageRow.id(report.application(), node, report.module());
            CoverageRow row = em.find(CoverageRow.class, id);
            if (row == null) {
                row = new CoverageRow(id);
                em.persist(row);
            }
            row.application = report.application();
            row.module = report.module();
            row.node = node;
            row.told = dialect.now(em);
            row.digest = digest(methods);
            row.methods = methods;
            return row;
        });
        forgotten.forEach(this::forget);
        dialect.afterCommit(database);
    }

    private List<String> forgotten(String application, Dialect dialect) {
        return database.read(em -> em.createQuery(
                        "select r.id from CoverageRow r where r.application = :application and r.told < :since",
                        String.class)
                .setParameter("application", application)
                .setParameter("since", dialect.now(em).minus(FORGOTTEN))
                .setMaxResults(MOST)
                .getResultList());
    }

    private void forget(String id) {
        database.write(em -> em.createQuery("delete from CoverageRow r where r.id = :id")
                .setParameter("id", id)
                .executeUpdate());
    }

    @Override
    public List<ToldCoverage> all() {
        return database.read(em -> {
            List<List<Line>> modules = modules(em).values().stream().limit(MOST).toList();
            Map<String, String> methods = methods(
                    em, modules.stream().map(JpaCoverages::newest).map(Line::id).toList());
            return modules.stream()
                    .map(lines -> told(lines, methods.getOrDefault(newest(lines).id(), "[]")))
                    .toList();
        });
    }

    private static Line newest(List<Line> lines) {
        return lines.stream().max(Comparator.comparing(Line::told)).orElseThrow();
    }

    private static Map<String, String> methods(EntityManager em, List<String> ids) {
        Map<String, String> methods = new HashMap<>();
        for (int from = 0; from < ids.size(); from += IN_ONE_QUERY) {
            em.createQuery("select r.id, r.methods from CoverageRow r where r.id in :ids", Object[].class)
                    .setParameter("ids", ids.subList(from, Math.min(ids.size(), from + IN_ONE_QUERY)))
                    .getResultList()
                    .forEach(c -> methods.put((String) c[0], (String) c[1]));
        }
        return methods;
    }

    private static Map<String, List<Line>> modules(EntityManager em) {
        return em
                .createQuery(
                        "select r.id, r.application, r.module, r.node, r.told, r.digest from CoverageRow r"
                                + " order by r.told desc",
                        Object[].class)
                .setMaxResults(MOST * 10)
                .getResultList()
                .stream()
                .map(c -> new Line(
                        (String) c[0], (String) c[1], (String) c[2], (String) c[3], (Instant) c[4], (String) c[5]))
                .collect(Collectors.groupingBy(
                        l -> l.application() + "\n" + l.module(), TreeMap::new, Collectors.toList()));
    }

    private static ToldCoverage told(List<Line> lines, String methods) {
        Line newest = newest(lines);
        long differing =
                lines.stream().filter(l -> !l.digest().equals(newest.digest())).count();
        return new ToldCoverage(
                new CoverageReport(newest.application(), newest.module(), CoverageJson.read(methods)),
                newest.node(),
                newest.told(),
                lines.size(),
                (int) differing);
    }

    private static String digest(String methods) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(methods.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has SHA-256
        }
    }
}
