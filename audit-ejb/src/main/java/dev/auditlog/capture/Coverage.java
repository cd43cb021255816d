package dev.auditlog.capture;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Which resource methods of an application are audited; said in one line of the log when it has started. */
final class Coverage {

    private static final Logger LOG = System.getLogger(Coverage.class.getName());

    private final String application;
    private final Map<String, Boolean> methods = new ConcurrentSkipListMap<>();
    private final AtomicBoolean logged = new AtomicBoolean();

    Coverage(String application) {
        this.application = application;
    }

    void add(Rule rule, Class<?> type, Method method) {
        methods.put(type.getSimpleName() + "." + method.getName(), rule.audited());
    }

    void logOnce() {
        if (!methods.isEmpty() && logged.compareAndSet(false, true)) {
            LOG.log(Level.INFO, line());
        }
    }

    String line() {
        long audited = methods.values().stream().filter(a -> a).count();
        String line =
                "Audit of " + application + ": " + audited + " of " + methods.size() + " resource methods audited";
        if (audited == methods.size()) {
            return line;
        }
        return line + "; not: "
                + String.join(
                        ", ",
                        methods.entrySet().stream()
                                .filter(e -> !e.getValue())
                                .map(Map.Entry::getKey)
                                .toList());
    }
}
