package dev.auditlog.store;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.SharedCacheMode;
import jakarta.persistence.ValidationMode;
import jakarta.persistence.spi.ClassTransformer;
import jakarta.persistence.spi.PersistenceProvider;
import jakarta.persistence.spi.PersistenceProviderResolverHolder;
import jakarta.persistence.spi.PersistenceUnitInfo;
import jakarta.persistence.spi.PersistenceUnitTransactionType;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The library's own persistence unit, made in code: a persistence.xml in {@code WEB-INF/lib} would break applications
 * that inject their single unit without naming it (ADR 0010).
 */
final class AuditUnit implements PersistenceUnitInfo {

    /** Entities and converters, by name, since those of higher layers are not seen from here. */
    private static final List<String> ENTITIES = List.of(
            EventColumns.class.getName(),
            EventRow.class.getName(),
            EventListRow.class.getName(),
            ChainRow.class.getName(),
            RecorderRow.class.getName(),
            UtcMicros.class.getName(),
            "dev.auditlog.account.AccountRow",
            "dev.auditlog.account.FailureRow",
            "dev.auditlog.view.ViewRow",
            "dev.auditlog.view.DefaultViewRow",
            "dev.auditlog.coverage.CoverageRow");

    private static final int BATCH = 256;

    private final DataSource dataSource;
    private final Properties properties = new Properties();

    private AuditUnit(DataSource dataSource, Duration queryTimeout) {
        this.dataSource = dataSource;
        properties.putAll(Map.of(
                "jakarta.persistence.query.timeout",
                String.valueOf(queryTimeout.toMillis()),
                "jakarta.persistence.schema-generation.database.action",
                "none"));
        properties.putAll(Map.of(
                "eclipselink.weaving", "false",
                "eclipselink.target-server", "None",
                "eclipselink.session.customizer", RetryOnce.class.getName(),
                "eclipselink.session-name", "audit-" + UUID.randomUUID(),
                "eclipselink.jdbc.batch-writing", "JDBC",
                "eclipselink.jdbc.batch-writing.size", String.valueOf(BATCH),
                "eclipselink.logging.level", "OFF", // failures are thrown, and its texts quote statements
                "eclipselink.query.timeout.unit", "MILLISECONDS"));
        properties.putAll(Map.of(
                "hibernate.jdbc.batch_size", String.valueOf(BATCH),
                "hibernate.order_inserts", "true",
                "hibernate.transaction.jta.platform", "none",
                "hibernate.jdbc.log.warnings", "false"));
    }

    /**
     * Makes the factory.
     *
     * @throws dev.auditlog.AuditException AUD-0403 if there is no provider
     */
    static EntityManagerFactory open(DataSource dataSource, Duration queryTimeout) {
        AuditUnit unit = new AuditUnit(dataSource, queryTimeout);
        for (PersistenceProvider provider : PersistenceProviderResolverHolder.getPersistenceProviderResolver()
                .getPersistenceProviders()) {
            EntityManagerFactory factory = provider.createContainerEntityManagerFactory(unit, unit.properties);
            if (factory != null) {
                return factory;
            }
        }
        throw StoreMessages.noProvider();
    }

    @Override
    public String getPersistenceUnitName() {
        return "dev.auditlog";
    }

    @Override
    public @Nullable String getPersistenceProviderClassName() {
        return null;
    }

    @Override
    public PersistenceUnitTransactionType getTransactionType() {
        return PersistenceUnitTransactionType.RESOURCE_LOCAL;
    }

    @Override
    public @Nullable DataSource getJtaDataSource() {
        return null;
    }

    @Override
    public DataSource getNonJtaDataSource() {
        return dataSource;
    }

    @Override
    public List<String> getMappingFileNames() {
        return List.of();
    }

    @Override
    public List<URL> getJarFileUrls() {
        return List.of();
    }

    @Override
    public URL getPersistenceUnitRootUrl() {
        return AuditUnit.class.getProtectionDomain().getCodeSource().getLocation();
    }

    @Override
    public List<String> getManagedClassNames() {
        return ENTITIES;
    }

    @Override
    public boolean excludeUnlistedClasses() {
        return true;
    }

    @Override
    public SharedCacheMode getSharedCacheMode() {
        return SharedCacheMode.NONE;
    }

    @Override
    public ValidationMode getValidationMode() {
        return ValidationMode.NONE;
    }

    @Override
    public Properties getProperties() {
        return properties;
    }

    @Override
    public String getPersistenceXMLSchemaVersion() {
        return "3.0";
    }

    @Override
    public ClassLoader getClassLoader() {
        return AuditUnit.class.getClassLoader();
    }

    @Override
    public void addTransformer(ClassTransformer transformer) {
        // Classes of the library are loaded already, and the unit is not woven.
    }

    @Override
    public @Nullable ClassLoader getNewTempClassLoader() {
        return null;
    }
}
