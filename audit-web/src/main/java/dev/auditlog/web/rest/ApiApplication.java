package dev.auditlog.web.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** The API below {@code /audit/api}. */
@ApplicationPath("/api")
public class ApiApplication extends Application {

    /** Jersey would tell everybody, in its own format, which calls there are. Other runtimes ignore the property. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
