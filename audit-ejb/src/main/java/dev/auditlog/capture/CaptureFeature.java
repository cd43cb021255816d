package dev.auditlog.capture;

import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;

/**
 * Adds the filters that see every call of a JAX-RS application. Found by scanning and by the services file: an
 * application that names its classes itself is not scanned (JAX-RS 3.1, section 4.1.2).
 */
@Provider
public final class CaptureFeature implements Feature {

    @Override
    public boolean configure(FeatureContext context) {
        if (context.getConfiguration().isRegistered(ArrivalFilter.class)) {
            return false;
        }
        context.register(ArrivalFilter.class);
        context.register(EndFilter.class);
        context.register(ReaderWatch.class);
        context.register(WriterWatch.class);
        context.register(UnavailableMapper.class);
        return true;
    }
}
