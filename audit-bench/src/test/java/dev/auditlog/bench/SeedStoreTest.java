package dev.auditlog.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.auditlog.bench.seed.BatchStore;
import dev.auditlog.bench.seed.CopyStore;
import dev.auditlog.bench.seed.EventStream;
import dev.auditlog.bench.seed.SeedPlan;
import dev.auditlog.bench.seed.SeedStore;
import dev.auditlog.config.AuditConfig;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.query.EventCursor;
import dev.auditlog.query.EventFinder;
import dev.auditlog.query.EventFinders;
import dev.auditlog.query.EventPage;
import dev.auditlog.query.EventQuery;
import dev.auditlog.query.Order;
import dev.auditlog.store.AuditDatabase;
import dev.auditlog.store.EventRows;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SeedStoreTest {

    private static final SeedPlan PLAN = new SeedPlan(1_500, 4, Instant.parse("2026-11-02T15:00:00Z"), 3);

    private static GivenDatabase derby() {
        return new GivenDatabase("jdbc:derby:memory:" + UUID.randomUUID() + ";create=true", "audit", "audit");
    }

    private static AuditDatabase open(Database database) {
        AuditDatabase opened =
                AuditDatabase.open(new LocalPool(database).dataSource(), AuditDatabase.Options.defaults());
        opened.connect();
        return opened;
    }

    private static List<AuditEvent> fill(SeedStore store) throws Exception {
        List<AuditEvent> events = new ArrayList<>();
        EventStream stream = new EventStream(PLAN);
        try (store) {
            stream.forEachDay((day, ofDay) -> {
                store.put(day, ofDay);
                events.addAll(ofDay);
            });
            store.finish(stream.chains());
        }
        events.sort(Comparator.comparing(event -> event.id().toString()));
        return events;
    }

    private static List<AuditEvent> found(AuditDatabase database) {
        EventFinder finder = EventFinders.of(database, AuditConfig.of(Map.of(), "bench"));
        EventQuery query = EventQuery.all().order(Order.OLDEST);
        List<AuditEvent> found = new ArrayList<>();
        EventCursor cursor = EventCursor.start();
        while (cursor != null) {
            EventPage page = finder.wholePage(query, cursor, EventFinder.MAX_LIMIT);
            found.addAll(page.events());
            cursor = page.next();
        }
        return found;
    }

    private static List<String> rows(Database database, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            while (row.next()) {
                StringBuilder text = new StringBuilder();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    text.append(row.getString(i)).append('|');
                }
                rows.add(text.toString());
            }
        }
        return rows;
    }

    @Test
    void batches_onDerby_areReadAsTheyWereMade() throws Exception {
        Database database = derby();
        try (AuditDatabase opened = open(database)) {
            List<AuditEvent> made = fill(new BatchStore(database.connect()));
            assertEquals(made, found(opened));
            assertEquals(PLAN.events(), database.number("select sum(seq) from audit_chain"));
        }
    }

    @Test
    void rows_ofBatches_areThoseOfTheProduct() throws Exception {
        Database seeded = derby();
        Database written = derby();
        open(seeded).close();
        try (AuditDatabase product = open(written)) {
            List<AuditEvent> made = fill(new BatchStore(seeded.connect()));
            product.write(em -> {
                made.forEach(event -> em.persist(EventRows.of(event)));
                return made.size();
            });
            String all = "select * from audit_event order by id";
            assertEquals(rows(written, all), rows(seeded, all));
        }
    }

    @Test
    void copies_onPostgresql_areReadAsTheyWereMadeFromPartitionsLikeTheProducts() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
            Database database = new GivenDatabase(server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
            try (AuditDatabase opened = open(database)) {
                CopyStore store = new CopyStore(database.url(), database.user(), database.password());
                store.dropEmptyMonths(YearMonth.of(2026, 11));
                List<AuditEvent> made = fill(store);
                assertEquals(made, found(opened));
                assertEquals(PLAN.events(), database.number("select sum(seq)::bigint from audit_chain"));
                assertEquals(0, database.number("select count(*) from audit_event_default"));
                YearMonth byTheProduct = YearMonth.now(ZoneOffset.UTC).plusMonths(1);
                assertEquals(shape(database, byTheProduct), shape(database, YearMonth.of(2026, 10)));
            }
        }
    }

    /** Columns and indexes of a partition, without its name. */
    private static List<String> shape(Database database, YearMonth month) throws SQLException {
        String partition = "audit_event_" + month.toString().replace("-", "");
        String columns = "select column_name, domain_name, data_type, collation_name, is_nullable, column_default"
                + " from information_schema.columns where table_name = '" + partition + "' order by ordinal_position";
        String indexes = "select replace(indexdef, '" + partition + "', 'x') from pg_indexes where tablename = '"
                + partition + "' order by 1";
        List<String> shape = new ArrayList<>(rows(database, columns));
        shape.addAll(rows(database, indexes));
        return shape;
    }
}
