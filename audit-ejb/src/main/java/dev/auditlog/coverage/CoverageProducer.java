package dev.auditlog.coverage;

import dev.auditlog.store.DatabaseProducer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** Makes {@code @Inject Coverages} work, in a WAR that carries this jar and in an EAR alike. */
@ApplicationScoped
public class CoverageProducer extends DatabaseProducer {

    /** The reports in the configured datasource; connects at the first call. */
    @Produces
    @ApplicationScoped
    Coverages coverages() {
        return Coverages.of(database());
    }
}
