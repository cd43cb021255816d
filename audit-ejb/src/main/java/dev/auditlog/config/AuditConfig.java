package dev.auditlog.config;

import dev.auditlog.Guarantee;
import dev.auditlog.Outcomes;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one application, read once at its start. Immutable.
 *
 * <p>Keys, defaults and the order of places: {@code docs/reference/configuration.md}, made from {@link ConfigKey}.
 */
public final class AuditConfig {

    private static final System.Logger LOG = System.getLogger(AuditConfig.class.getName());
    private static final DeploymentConfigs DEPLOYMENTS = new DeploymentConfigs();

    private final Map<ConfigKey, Object> values;
    private final Map<ConfigKey, List<String>> lists = new EnumMap<>(ConfigKey.class);

    private AuditConfig(Map<ConfigKey, Object> values) {
        this.values = values;
        values.forEach((key, value) -> {
            if (value instanceof List<?> list) {
                lists.put(key, list.stream().map(String.class::cast).toList());
            }
        });
    }

    /**
     * Returns the settings of the application whose class loader is the thread's context class loader; read at the first
     * call, then kept until {@link #forget}.
     *
     * @throws ConfigException if a value is wrong; names all of them
     */
    public static AuditConfig current() {
        return DEPLOYMENTS.current();
    }

    /** Drops what {@link #current} keeps for an application, at its end. */
    public static void forget(ClassLoader archive) {
        DEPLOYMENTS.forget(archive);
    }

    /**
     * Reads the settings of an application and warns of keys that do not exist.
     *
     * @param archive class loader of the application, for its {@code META-INF/audit.properties}
     * @param deploymentName name of the EAR, or of the WAR outside one
     * @throws ConfigException if a value is wrong; names all of them
     */
    public static AuditConfig load(ClassLoader archive, String deploymentName) {
        ConfigSources sources = new ConfigSources(
                systemProperties(), System.getenv(), MicroProfile.of(archive), ArchiveFile.read(archive));
        return load(sources, deploymentName);
    }

    /**
     * Returns settings that are these values, as the archive's file would hold them, and defaults for the rest; nothing
     * is looked up elsewhere.
     *
     * @throws ConfigException if a value is wrong; names all of them
     */
    public static AuditConfig of(Map<String, String> values, String deploymentName) {
        return load(new ConfigSources(Map.of(), Map.of(), key -> null, values), deploymentName);
    }

    static AuditConfig load(ConfigSources sources, String deploymentName) {
        AuditConfig config = new AuditConfig(ConfigReader.read(sources, deploymentName));
        UnknownKeys.messages(sources, config.application()).forEach(message -> LOG.log(Level.WARNING, message));
        Found elsewhere = sources.fromServer(ConfigKey.APPLICATION.key(), false);
        if (elsewhere != null) {
            LOG.log(Level.WARNING, ConfigMessages.applicationElsewhere(elsewhere));
        }
        return config;
    }

    private static Map<String, String> systemProperties() {
        return System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith(ConfigKey.PREFIX))
                .collect(Collectors.toUnmodifiableMap(name -> name, name -> System.getProperty(name, "")));
    }

    /** Name of the application in every event: {@code [A-Za-z0-9._-]{1,64}}. */
    public String application() {
        return value(ConfigKey.APPLICATION, String.class);
    }

    /** Name of the node: {@code [A-Za-z0-9._-]{1,64}}. */
    public String node() {
        return value(ConfigKey.NODE, String.class);
    }

    /** Whether anything is recorded at all. */
    public boolean enabled() {
        return value(ConfigKey.ENABLED, Boolean.class);
    }

    /** JNDI name of the datasource that events go to. */
    public String dataSource() {
        return value(ConfigKey.DATA_SOURCE, String.class);
    }

    /** Which ends of a call are recorded where the annotation does not say; never DEFAULT. */
    public Outcomes captureOutcomes() {
        return value(ConfigKey.CAPTURE_OUTCOMES, Outcomes.class);
    }

    /** Guarantee of a call where the annotation does not say; never DEFAULT. */
    public Guarantee captureGuarantee() {
        return value(ConfigKey.CAPTURE_GUARANTEE, Guarantee.class);
    }

    /** Paths relative to the context root, such as {@code /api/*}, under which calls need no annotation. */
    public List<String> captureInclude() {
        return list(ConfigKey.CAPTURE_INCLUDE);
    }

    /** Paths that are taken out of {@link #captureInclude}. */
    public List<String> captureExclude() {
        return list(ConfigKey.CAPTURE_EXCLUDE);
    }

    /**
     * Whether a call is recorded for its path alone: it is included and not excluded. {@code /api/*} takes {@code /api}
     * and all below.
     *
     * @param path decoded path within the context root, with a leading slash and without path parameters
     */
    public boolean captures(String path) {
        return matchesAny(captureInclude(), path) && !matchesAny(captureExclude(), path);
    }

    /**
     * Whether calls of a path are left out on purpose.
     *
     * @param path as in {@link #captures}
     */
    public boolean excludes(String path) {
        return matchesAny(captureExclude(), path);
    }

    /** Which resource methods must be audited or left out on purpose. */
    public CoverageRequired coverageRequired() {
        return value(ConfigKey.COVERAGE_REQUIRED, CoverageRequired.class);
    }

    /** By hand, since it is asked several times for each call. */
    private static boolean matchesAny(List<String> patterns, String path) {
        for (String pattern : patterns) {
            if (matches(pattern, path)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(String pattern, String path) {
        if (!pattern.endsWith("/*")) {
            return path.equals(pattern);
        }
        String folder = pattern.substring(0, pattern.length() - 2);
        return path.equals(folder) || path.startsWith(folder + "/");
    }

    /** How much of a body is captured, in bytes; 0 to 1 MiB. */
    public int requestBodyMaxSizeBytes() {
        return value(ConfigKey.REQUEST_BODY_MAX_SIZE, Integer.class);
    }

    /** Addresses and CIDR blocks of the proxies whose header is believed. */
    public List<String> trustedProxies() {
        return list(ConfigKey.TRUSTED_PROXIES);
    }

    /** {@code X-Forwarded-For} or {@code Forwarded}. */
    public String proxyHeader() {
        return value(ConfigKey.PROXY_HEADER, String.class);
    }

    /** What becomes of calls while the store is away. */
    public OnOutage onOutage() {
        return value(ConfigKey.ON_OUTAGE, OnOutage.class);
    }

    /** Directory of the spool; null where the recorder chooses one. */
    public @Nullable String spoolDirectory() {
        return text(ConfigKey.SPOOL_DIRECTORY);
    }

    /** How much room the spool may take, in bytes. */
    public long spoolMaxSizeBytes() {
        return value(ConfigKey.SPOOL_MAX_SIZE, Long.class);
    }

    /** How long a call waits at most until its event is durable. */
    public Duration recordTimeout() {
        return value(ConfigKey.RECORD_TIMEOUT, Duration.class);
    }

    /** How long the database may take for an answer before its connection is given up. */
    public Duration recordAnswerTimeout() {
        return value(ConfigKey.RECORD_ANSWER_TIMEOUT, Duration.class);
    }

    /** How many events may wait for the writer. */
    public int recordQueueEvents() {
        return value(ConfigKey.RECORD_QUEUE_MAX_EVENTS, Integer.class);
    }

    /** How much memory the waiting events may take, in bytes. */
    public int recordQueueBytes() {
        return value(ConfigKey.RECORD_QUEUE_MAX_SIZE, Integer.class);
    }

    /** How many events one transaction writes at most. */
    public int recordBatchEvents() {
        return value(ConfigKey.RECORD_BATCH_MAX_EVENTS, Integer.class);
    }

    /** How long a node that shows no sign of life keeps its chain. */
    public Duration recordLease() {
        return value(ConfigKey.RECORD_LEASE, Duration.class);
    }

    /** How long the end of the application waits for events that are not written yet. */
    public Duration recordDrain() {
        return value(ConfigKey.RECORD_DRAIN, Duration.class);
    }

    /** JNDI name of the datasource with the outbox; that of the events where none is named. */
    public String atomicDataSource() {
        String named = text(ConfigKey.ATOMIC_DATA_SOURCE);
        return named == null ? dataSource() : named;
    }

    /** Secret names besides the built-in ones. */
    public List<String> redactNames() {
        return list(ConfigKey.REDACT_NAMES);
    }

    /** Roles to record besides the declared ones. */
    public List<String> actorRoles() {
        return list(ConfigKey.ACTOR_ROLES);
    }

    /** Beginning of the roles whose rest is the actor's group; null where none is set. */
    public @Nullable String groupRolePrefix() {
        return text(ConfigKey.GROUP_ROLE_PREFIX);
    }

    /** Claim of a MicroProfile JSON Web Token that is the actor's group; null where none is set. */
    public @Nullable String groupClaim() {
        return text(ConfigKey.GROUP_CLAIM);
    }

    /** Whose users sign in to the console. */
    public ConsoleUsers consoleUsers() {
        return value(ConfigKey.CONSOLE_USERS, ConsoleUsers.class);
    }

    /** How long a console session lives without a request. */
    public Duration consoleSessionTimeout() {
        return value(ConfigKey.CONSOLE_SESSION_TIMEOUT, Duration.class);
    }

    /** How many queries of the console run at the same time. */
    public int consoleMaxQueries() {
        return value(ConfigKey.CONSOLE_MAX_QUERIES, Integer.class);
    }

    /** How many exports run at the same time. */
    public int consoleMaxExports() {
        return value(ConfigKey.CONSOLE_MAX_EXPORTS, Integer.class);
    }

    /** How many exports of one user run at the same time. */
    public int consoleMaxExportsPerUser() {
        return value(ConfigKey.CONSOLE_MAX_EXPORTS_PER_USER, Integer.class);
    }

    /** How long one query of the console may run. */
    public Duration consoleQueryTimeout() {
        return value(ConfigKey.CONSOLE_QUERY_TIMEOUT, Duration.class);
    }

    /** Hours of the week that are office hours, as queries write them; those without a zone are by the reader's clock. */
    public List<String> consoleOfficeHours() {
        return list(ConfigKey.CONSOLE_OFFICE_HOURS);
    }

    /** How long the console counts for a histogram, or for its facets. */
    public Duration consoleCountTimeout() {
        return value(ConfigKey.CONSOLE_COUNT_TIMEOUT, Duration.class);
    }

    /** File for the first admin's password; null where the console chooses one. */
    public @Nullable String consoleFirstAdminFile() {
        return text(ConfigKey.CONSOLE_FIRST_ADMIN_FILE);
    }

    /** Whether the schema is created and upgraded at start. */
    public boolean schemaApply() {
        return value(ConfigKey.SCHEMA_APPLY, Boolean.class);
    }

    private <T> T value(ConfigKey key, Class<T> type) {
        return type.cast(values.get(key));
    }

    private @Nullable String text(ConfigKey key) {
        return (String) values.get(key);
    }

    private List<String> list(ConfigKey key) {
        return lists.getOrDefault(key, List.of());
    }
}
