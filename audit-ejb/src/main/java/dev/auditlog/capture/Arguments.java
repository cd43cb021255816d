package dev.auditlog.capture;

import dev.auditlog.redact.CapturedBody;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Parameter;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a method outside HTTP. Only plain values are taken; of an object its type alone, since nobody knows
 * what its {@code toString} gives away.
 */
final class Arguments {

    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final Rule rule;

    private Arguments(Rule rule) {
        this.rule = rule;
    }

    static Arguments of(InvocationContext invocation, Rule rule) {
        Arguments arguments = new Arguments(rule);
        Parameter[] declared = invocation.getMethod().getParameters();
        Object[] given = invocation.getParameters();
        for (int i = 0; given != null && i < declared.length && i < given.length; i++) {
            arguments.values.put(declared[i].getName(), texts(given[i]));
        }
        return arguments;
    }

    CapturedBody asData() {
        return CapturedBody.ofFields(values, null, 0);
    }

    @Nullable
    String targetId() {
        List<String> names = List.copyOf(values.keySet());
        Map<String, List<String>> plain = new LinkedHashMap<>(values);
        plain.values().removeIf(v -> v.size() != 1);
        Rule named = rule.named(rule.operation(), rule.activity());
        Matched matched = new Matched(named.withParameters(names), null, null, Map.of(), plain);
        return TargetRule.of(matched, 0, null).id();
    }

    private static List<String> texts(@Nullable Object value) {
        if (value instanceof Collection<?> many) {
            List<String> texts = new ArrayList<>();
            many.stream().limit(100).forEach(one -> texts.add(text(one)));
            return texts;
        }
        return List.of(text(value));
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        boolean plain = value instanceof CharSequence
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Character
                || value instanceof Enum<?>
                || value instanceof UUID
                || value instanceof Temporal;
        return plain ? value.toString() : "(" + value.getClass().getSimpleName() + ")";
    }
}
