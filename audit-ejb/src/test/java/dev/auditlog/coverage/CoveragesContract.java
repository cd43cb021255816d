package dev.auditlog.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.Activity;
import dev.auditlog.Data;
import dev.auditlog.Guarantee;
import dev.auditlog.Outcomes;
import dev.auditlog.store.AuditDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Reports of coverage, the same on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CoveragesContract {

    private static final CoveredMethod CREATE = new CoveredMethod(
            new ResourceMethod("shop.OrderResource", "create", "POST", "/api/orders"),
            Grounds.ANNOTATED,
            null,
            new Terms("Order.create", Activity.CREATE, Outcomes.ALL, Data.REQUEST, Guarantee.ATOMIC));
    private static final CoveredMethod PING = new CoveredMethod(
            new ResourceMethod("shop.PingResource", "ping", "GET", null),
            Grounds.NOT_AUDITED,
            "a probe – jede Sekunde",
            null);
    private static final CoveredMethod DELETE = new CoveredMethod(
            new ResourceMethod("shop.OrderResource", "delete", "DELETE", "/api/orders/{id}"),
            Grounds.NOT_ANNOTATED,
            null,
            null);

    private AuditDatabase database;
    private Coverages coverages;

    /** An empty database. */
    abstract DataSource fresh();

    @BeforeAll
    void open() {
        database = AuditDatabase.open(fresh(), AuditDatabase.Options.defaults());
        coverages = Coverages.of(database);
    }

    @AfterAll
    void close() {
        database.close();
    }

    @BeforeEach
    void empty() {
        database.write(em -> em.createQuery("delete from CoverageRow r").executeUpdate());
    }

    private static CoverageReport shop(CoveredMethod... methods) {
        return new CoverageReport("shop", "/shop", List.of(methods));
    }

    @Test
    void tell_report_isReadAsItWasTold() {
        coverages.tell(shop(CREATE, PING, DELETE), "host-1");
        ToldCoverage told = coverages.all().get(0);
        assertEquals(shop(CREATE, PING, DELETE), told.report());
        assertEquals("host-1", told.node());
        assertTrue(Duration.between(told.told(), Instant.now()).abs().toMinutes() < 2, told::toString);
        assertEquals(1, told.nodes());
        assertEquals(0, told.differing());
    }

    @Test
    void tell_again_replacesWhatTheNodeSaidOfTheModule() {
        coverages.tell(shop(CREATE), "host-1");
        coverages.tell(shop(CREATE, DELETE), "host-1");
        coverages.tell(new CoverageReport("shop", "/admin", List.of(PING)), "host-1");
        assertEquals(
                List.of(new CoverageReport("shop", "/admin", List.of(PING)), shop(CREATE, DELETE)),
                coverages.all().stream().map(ToldCoverage::report).toList());
    }

    @Test
    void all_ofNodesThatDiffer_isTheNewestAndSaysHowManyDiffer() {
        coverages.tell(shop(CREATE), "host-1");
        coverages.tell(shop(CREATE, DELETE), "host-2");
        coverages.tell(shop(CREATE, DELETE), "host-3");
        List<ToldCoverage> all = coverages.all();
        assertEquals(1, all.size());
        assertEquals("host-3", all.get(0).node());
        assertEquals(shop(CREATE, DELETE), all.get(0).report());
        assertEquals(3, all.get(0).nodes());
        assertEquals(1, all.get(0).differing());
    }

    @Test
    void tell_whereANodeHasNotToldForAWeek_forgetsItsReport_andNoOtherApplications() {
        coverages.tell(shop(CREATE), "gone");
        coverages.tell(new CoverageReport("desk", "/desk", List.of(CREATE)), "gone");
        database.write(em ->
                em.createNativeQuery("update audit_coverage set told_us = 1").executeUpdate());
        coverages.tell(shop(CREATE, PING), "host-1");
        assertEquals(
                List.of("desk 1", "shop 1"),
                coverages.all().stream()
                        .map(t -> t.report().application() + " " + t.nodes())
                        .toList());
    }

    /** As when a server starts with all its applications. */
    @Test
    void tell_byManyApplicationsAtOnce_waitsForNobody() throws Exception {
        ExecutorService applications = Executors.newFixedThreadPool(8);
        List<Future<?>> telling = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            CoverageReport report = new CoverageReport("app" + i, "/app", List.of(CREATE, PING, DELETE));
            telling.add(applications.submit(() -> {
                for (int again = 0; again < 20; again++) {
                    coverages.tell(report, "host-" + again % 3);
                }
            }));
        }
        for (Future<?> one : telling) {
            one.get(60, TimeUnit.SECONDS);
        }
        applications.shutdown();
        assertEquals(
                "3 3 3 3 3 3 3 3",
                coverages.all().stream().map(t -> String.valueOf(t.nodes())).collect(Collectors.joining(" ")));
    }

    @Test
    void all_writtenByALaterVersion_leavesOutWhatIsUnknown() {
        coverages.tell(shop(CREATE, DELETE), "host-1");
        database.write(em -> em.createNativeQuery("update audit_coverage set methods ="
                        + " '[{\"grounds\":\"BY_MAGIC\"},7,{\"type\":\"a.B\",\"method\":\"c\",\"verb\":\"GET\",\"more\":1,"
                        + "\"grounds\":\"NOT_ANNOTATED\"}]'")
                .executeUpdate());
        assertEquals(
                List.of("B.c"),
                coverages.all().get(0).report().methods().stream()
                        .map(m -> m.method().shortName())
                        .toList());
    }

    @Test
    void all_unreadableText_isAReportWithoutMethods() {
        coverages.tell(shop(CREATE), "host-1");
        database.write(em -> em.createNativeQuery("update audit_coverage set methods = 'no JSON'")
                .executeUpdate());
        assertEquals(List.of(), coverages.all().get(0).report().methods());
    }
}
