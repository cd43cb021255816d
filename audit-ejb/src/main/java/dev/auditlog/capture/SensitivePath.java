package dev.auditlog.capture;

import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Request;
import dev.auditlog.event.Target;
import dev.auditlog.redact.Redactor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Masks path parameters that are {@code @Sensitive}: in a path a value stands without its name. */
final class SensitivePath {

    private SensitivePath() {}

    static AuditEvent mask(AuditEvent event, Matched scope) {
        List<String> secrets = new ArrayList<>();
        scope.pathParameters().forEach((name, values) -> {
            if (scope.rule().sensitive().contains(name)) {
                secrets.addAll(values);
            }
        });
        secrets.removeIf(String::isEmpty);
        Request request = event.request();
        if (secrets.isEmpty() || request == null) {
            return event;
        }
        return event.toDraft()
                .request(new Request(
                        request.method(),
                        masked(request.path(), secrets),
                        request.route(),
                        request.query(),
                        request.userAgent(),
                        request.contentType(),
                        request.data(),
                        request.bytes(),
                        request.truncated(),
                        request.redacted()))
                .target(masked(event.target(), secrets))
                .toEvent();
    }

    private static @Nullable Target masked(@Nullable Target target, List<String> secrets) {
        return target != null && target.id() != null && secrets.contains(target.id())
                ? new Target(target.type(), Redactor.MASK, target.name())
                : target;
    }

    private static String masked(String path, List<String> secrets) {
        String result = path;
        for (String secret : secrets) {
            result = result.replace(secret, Redactor.MASK);
        }
        return result;
    }
}
