package dev.auditlog.store;

import dev.auditlog.AuditException;
import dev.auditlog.AuditUnavailableException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** AUD-0400 to AUD-0499: the store. */
final class StoreMessages {

    static final String CHAIN_LOST = "AUD-0413";

    private StoreMessages() {}

    static AuditException noDataSource(String key, String name, List<String> tried, Throwable cause) {
        return new AuditException(
                "AUD-0401",
                key + " = \"" + name + "\" names no datasource of this server. Looked up: " + String.join(", ", tried)
                        + ". Define it (docs/servers) or correct the key and redeploy.",
                cause);
    }

    static AuditUnavailableException noConnection(String what, Throwable cause) {
        return new AuditUnavailableException(
                "AUD-0402",
                "The database of " + what + " cannot be reached: " + SqlErrors.describe(cause)
                        + ". It is tried again by itself; start the database or correct the datasource.",
                Duration.ZERO,
                cause);
    }

    static AuditException noProvider() {
        return new AuditException(
                "AUD-0403",
                "No Jakarta Persistence provider is visible to this deployment. Allowed: EclipseLink 4, Hibernate 6. On"
                        + " WildFly add \"Dependencies: org.hibernate\" to the archive's manifest.");
    }

    static AuditException unknownDatabase(String product) {
        return new AuditException(
                "AUD-0404",
                "The database \"" + product + "\" is not known. Allowed: Apache Derby, PostgreSQL, H2. Correct the"
                        + " datasource that audit.data-source names.");
    }

    static AuditException notApplied(String found, Schema.Missing missing) {
        return new AuditException(
                "AUD-0405",
                "The audit schema has version " + found + " and audit.schema.apply is false. " + run(missing)
                        + " Or set audit.schema.apply = true.");
    }

    static AuditException applyFailed(String file, Schema.Missing missing, Throwable cause) {
        return new AuditException(
                "AUD-0406",
                file + " of the audit-ejb jar cannot be applied: " + SqlErrors.describe(cause) + ". " + run(missing)
                        + (missing.lookedIn() == null
                                ? " Or grant the datasource's user the right to create tables."
                                : ""),
                cause);
    }

    private static String run(Schema.Missing missing) {
        String files = "Run " + String.join(", then ", missing.files());
        return missing.lookedIn() == null
                ? files + " of the audit-ejb jar as the schema's owner."
                : files
                        + ", then db/postgresql/roles.sql of the audit-ejb jar as the schema's owner (docs/postgresql.md, Two"
                        + " kinds of users). The tables were looked for in " + missing.lookedIn()
                        + "; if they are in another one, correct currentSchema in the datasource's URL, or behind"
                        + " PgBouncer the search_path of the user (docs/postgresql.md, PgBouncer).";
    }

    static AuditException writerTooOld(int minWriter, int version, int writer) {
        return new AuditException(
                "AUD-0407",
                "The audit schema (version " + version + ") takes writers of version " + minWriter
                        + " and newer; this jar is writer " + writer
                        + ". Deploy the application with a newer audit-ejb.");
    }

    static AuditException derbyNotDurable(String found) {
        return new AuditException(
                "AUD-0408",
                "derby.system.durability = \"" + found + "\" lets Derby lose commits. Allowed: not set. Remove the"
                        + " property and restart the server.");
    }

    static String derbyNotSeen(String url) {
        return "AUD-0424 " + url + " is a Derby in a process of its own, whose settings nobody can see from here. With"
                + " derby.system.durability = \"test\" it loses commits: make sure that the property is not set there.";
    }

    static AuditUnavailableException busy(String what) {
        return new AuditUnavailableException(
                "AUD-0409",
                "The database of " + what + " is still being connected to by another thread. Try again later; if it"
                        + " stays so, the database hangs.",
                Duration.ZERO);
    }

    static AuditException closed(String what) {
        return new AuditException(
                "AUD-0410", "The access to " + what + " is closed, since the deployment ends. Nothing to do.");
    }

    static String changedFile(String file) {
        return "AUD-0411 " + file + " differs from the file of that version that was applied to this database. Released"
                + " files are never edited: find out which jar is not original.";
    }

    static String notSynced() {
        return "AUD-0412 PostgreSQL runs with fsync = off and may lose events when the machine fails. Mend it: alter system"
                + " set fsync = on; select pg_reload_conf();";
    }

    static String pagesMayTear() {
        return "AUD-0414 PostgreSQL runs with full_page_writes = off and may lose events when the machine fails, unless its"
                + " file system never tears a page (ZFS). Mend it: alter system set full_page_writes = on; select"
                + " pg_reload_conf();";
    }

    static String ownerCouldChange(String user, String why) {
        return "AUD-0415 The audit database's user \"" + user + "\" " + why
                + ", so it could change or delete events. Mend"
                + " it: run db/postgresql/roles.sql of the audit-ejb jar, then create user audit_app login password '...'"
                + " in role audit_recorder; (for the console: in role audit_console), and let the datasource connect as"
                + " that user (docs/postgresql.md).";
    }

    static String couldChange(String user, String statement) {
        return "AUD-0416 The audit database's user \"" + user
                + "\" was granted rights to change or delete events. Mend it: " + statement + ';';
    }

    static String partitionsNotAllowed(String schema, String user, SQLException cause) {
        return "AUD-0417 The partitions of the coming months cannot be made (" + SqlErrors.describe(cause)
                + "); events go to audit_event_default then. Mend it as the schema's owner: grant execute on function "
                + schema + ".audit_partitions(integer, bigint) to \"" + user
                + "\"; and let the owner create tables in the schema.";
    }

    static String partitionsFailed(SQLException cause) {
        return "AUD-0418 The partitions of the coming months could not be made now (" + SqlErrors.describe(cause)
                + "). It is tried again in 10 minutes; events that find no partition go to audit_event_default.";
    }

    /** Whether what was said last of partitions was tried under locks, or would be if it were tried again. */
    static boolean mayTakeLocks(String said) {
        return said.startsWith("AUD-0418 ") || said.startsWith("AUD-0419 ");
    }

    static String partitionInTheWay(String schema, int ahead, long events) {
        return "AUD-0419 audit_event_default holds " + events
                + " events of months that should have their own partition: too"
                + " many to be moved while others write. Mend it in a quiet hour: select " + schema
                + ".audit_partitions(" + ahead
                + ", " + Long.MAX_VALUE + ");";
    }

    /** Without the database's own exception, which says that a value of the event was wrong. */
    static AuditException noPartition(String schema) {
        return new AuditException(
                "AUD-0423", "PostgreSQL takes no event of a month that has no partition: " + mendDefault(schema));
    }

    static String noDefaultPartition(String schema) {
        return "AUD-0422 Events of months that have no partition cannot be kept: " + mendDefault(schema);
    }

    static String inMemory(String url) {
        return "AUD-0420 The audit database " + url + " is in memory: all events are lost at the end of the process."
                + " Use it for tests only; name a database on disk in the datasource.";
    }

    static AuditException noCheckpoints(SQLException cause) {
        return new AuditException(
                "AUD-0421",
                "H2 forces commits to disk by \"checkpoint sync\" only, which this user may not run ("
                        + SqlErrors.describe(cause) + "). Allowed: a user with ADMIN rights. Correct the datasource.",
                cause);
    }

    static String chainLost(ChainHold hold) {
        return "Another writer took chain " + hold.chain() + ". This one takes the chain again or another one; if two"
                + " nodes have one name, give each its own by audit.node.";
    }

    static AuditException noOutbox(String name, String file) {
        return new AuditException(
                "AUD-0431",
                "The datasource " + name
                        + " (audit.atomic.data-source, else audit.data-source) has no table audit_outbox,"
                        + " so no call with the guarantee ATOMIC can be run. Run " + file
                        + " of the audit-ejb jar there;"
                        + " nothing need be restarted.");
    }

    static AuditException outboxOutside(String name) {
        return new AuditException(
                "AUD-0432",
                "A connection of " + name
                        + " does not take part in the business transaction (it commits each statement),"
                        + " so ATOMIC cannot be kept and the transaction is rolled back. Make the datasource"
                        + " transactional (JTA), or name in audit.atomic.data-source the one that the business uses.");
    }

    static AuditException outboxNotTogether(String name, Throwable cause) {
        return new AuditException(
                "AUD-0433",
                "The business transaction uses another datasource than " + name
                        + " and the server cannot commit both as"
                        + " one, so ATOMIC cannot be kept and the transaction is rolled back. Name in"
                        + " audit.atomic.data-source the datasource that the business uses, with the outbox in its"
                        + " database, or make both XA.",
                cause);
    }

    static AuditException outboxNotDurable(String name) {
        return new AuditException(
                "AUD-0434",
                "The outbox behind " + name
                        + " is in an H2 database of its own, which may lose commits. Allowed: PostgreSQL,"
                        + " Apache Derby, or H2 where it is the audit database too. Correct audit.atomic.data-source.");
    }

    static AuditUnavailableException outboxFailed(String name, SQLException cause) {
        return new AuditUnavailableException(
                "AUD-0435",
                "The outbox behind " + name + " cannot be used now: " + SqlErrors.describe(cause)
                        + (SqlErrors.isOfRights(cause)
                                ? ". Grant the datasource's user select, insert, update and delete on audit_outbox."
                                : ". Check that database and the datasource."),
                Duration.ZERO,
                cause);
    }

    private static String mendDefault(String schema) {
        return "audit_event_default is no partition of audit_event any more. Mend it as the schema's owner: create table "
                + schema + ".audit_event_default partition of " + schema + ".audit_event default; create unique index"
                + " uq_audit_event_default_chain_seq on " + schema
                + ".audit_event_default (chain, seq); where it was only"
                + " detached: alter table " + schema + ".audit_event attach partition " + schema
                + ".audit_event_default default;";
    }
}
