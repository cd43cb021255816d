package dev.auditlog.web.signin;

import dev.auditlog.address.SourceResolver;
import dev.auditlog.config.AuditConfig;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;

/** The address that a sign-in comes from, by the same rule as the source of an event. */
@ApplicationScoped
class ClientAddress {

    private SourceResolver resolver = SourceResolver.of(List.of(), "X-Forwarded-For");

    @PostConstruct
    void configure() {
        AuditConfig config = AuditConfig.current();
        resolver = SourceResolver.of(config.trustedProxies(), config.proxyHeader());
    }

    String of(HttpServletRequest request) {
        String ip = resolver.resolve(request.getRemoteAddr(), name -> Collections.list(request.getHeaders(name)))
                .ip();
        return ip == null ? "unknown" : ip;
    }
}
