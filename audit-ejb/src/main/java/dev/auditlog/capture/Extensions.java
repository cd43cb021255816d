package dev.auditlog.capture;

import dev.auditlog.event.Actor;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.spi.ActorResolver;
import dev.auditlog.spi.EventEnricher;
import dev.auditlog.spi.EventSink;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The application's beans of the extension points, looked up when first needed: CDI starts after the filters. */
final class Extensions {

    private static final Logger LOG = System.getLogger(Extensions.class.getName());

    private volatile @Nullable List<ActorResolver> resolvers;
    private volatile @Nullable List<EventEnricher> enrichers;

    /** Uses these and asks nobody. */
    static Extensions withEnrichers(List<EventEnricher> known) {
        Extensions extensions = new Extensions();
        extensions.enrichers = known;
        return extensions;
    }

    Actor resolve(Principal caller, Actor known) {
        List<ActorResolver> found = resolvers;
        if (found == null) {
            found = beans(ActorResolver.class);
            resolvers = found;
        }
        Actor actor = known;
        for (ActorResolver resolver : found) {
            try {
                Actor resolved = resolver.resolve(caller, actor);
                actor = resolved == null ? actor : resolved;
            } catch (RuntimeException | LinkageError | AssertionError e) {
                LOG.log(Level.WARNING, CaptureMessages.resolverFailed(resolver.getClass()), e);
            }
        }
        return actor;
    }

    /** Lets the application add to an event; what it must not change is set again. */
    AuditEvent enrich(AuditEvent.Draft draft) {
        List<EventEnricher> found = enrichers;
        if (found == null) {
            found = beans(EventEnricher.class);
            enrichers = found;
        }
        if (found.isEmpty()) {
            return draft.toEvent();
        }
        AuditEvent event = draft.toEvent();
        for (EventEnricher enricher : found) {
            event = enriched(event, enricher);
        }
        return event;
    }

    private static AuditEvent enriched(AuditEvent before, EventEnricher enricher) {
        try {
            AuditEvent.Draft draft = before.toDraft();
            enricher.enrich(draft);
            return draft.id(before.id())
                    .time(before.time())
                    .outcome(before.outcome())
                    .status(before.status())
                    .toEvent();
        } catch (RuntimeException | LinkageError | AssertionError e) {
            LOG.log(Level.WARNING, CaptureMessages.enricherFailed(enricher.getClass()), e);
            return before;
        }
    }

    /** The application's sinks, which get each event that is durable; to be asked for when CDI is up. */
    List<EventSink> sinks() {
        return beans(EventSink.class);
    }

    private static <T> List<T> beans(Class<T> type) {
        List<T> beans = new ArrayList<>();
        try {
            for (Instance.Handle<T> bean : CDI.current().select(type).handles()) {
                add(bean, type, beans);
            }
        } catch (IllegalStateException e) {
            return List.of(); // no CDI in this module
        }
        return List.copyOf(beans);
    }

    private static <T> void add(Instance.Handle<T> bean, Class<T> type, List<T> beans) {
        try {
            beans.add(bean.get());
        } catch (RuntimeException | LinkageError | AssertionError e) {
            LOG.log(
                    Level.WARNING,
                    CaptureMessages.extensionUnusable(type, bean.getBean().getBeanClass()),
                    e);
        }
    }
}
