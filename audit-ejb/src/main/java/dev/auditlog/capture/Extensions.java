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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The application's beans of the extension points, looked up when first needed: CDI starts after the filters. */
final class Extensions {

    private static final Logger LOG = System.getLogger(Extensions.class.getName());

    private volatile @Nullable List<ActorResolver> resolvers;
    private volatile @Nullable List<EventEnricher> enrichers;

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
            } catch (RuntimeException e) {
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
        AuditEvent before = draft.toEvent();
        for (EventEnricher enricher : found) {
            try {
                enricher.enrich(draft);
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, CaptureMessages.enricherFailed(enricher.getClass()), e);
            }
        }
        return draft.id(before.id())
                .time(before.time())
                .outcome(before.outcome())
                .status(before.status())
                .toEvent();
    }

    /** Gives each event that is durable to the application's sinks. */
    List<EventSink> sinks() {
        return List.of(new LateSinks());
    }

    /** The recorder is opened before CDI is up: the sinks are looked up with the first event. */
    private static final class LateSinks implements EventSink {

        private volatile @Nullable List<EventSink> sinks;

        @Override
        public void recorded(AuditEvent event) {
            List<EventSink> found = sinks;
            if (found == null) {
                found = beans(EventSink.class);
                sinks = found;
            }
            found.forEach(sink -> sink.recorded(event));
        }
    }

    private static <T> List<T> beans(Class<T> type) {
        try {
            Instance<T> beans = CDI.current().select(type);
            return beans.stream().toList();
        } catch (IllegalStateException e) {
            return List.of(); // no CDI in this module
        }
    }
}
