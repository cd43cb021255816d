package dev.auditlog.view;

import dev.auditlog.store.DatabaseProducer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** Makes {@code @Inject Views} work, in a WAR that carries this jar and in an EAR alike. */
@ApplicationScoped
public class ViewsProducer extends DatabaseProducer {

    /** The views in the configured datasource; connects at the first call. */
    @Produces
    @ApplicationScoped
    Views views() {
        return Views.of(database());
    }
}
