package dev.auditlog.capture;

import dev.auditlog.Activity;
import dev.auditlog.Audited;
import dev.auditlog.Data;
import dev.auditlog.Guarantee;
import dev.auditlog.NotAudited;
import dev.auditlog.Outcomes;
import dev.auditlog.Reason;
import dev.auditlog.config.AuditConfig;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** Reads the {@link Rule} of a method: the method's members win over the class's, the class's over the configuration. */
final class RuleReader {

    private final AuditConfig config;
    private final Runnable atomicMet;
    private final ConcurrentMap<MethodOf, Rule> rules = new ConcurrentHashMap<>();

    private record MethodOf(Class<?> type, Method method) {}

    /** Creates a reader that says when it has met the first method that asks for ATOMIC. */
    RuleReader(AuditConfig config, Runnable atomicMet) {
        this.config = config;
        this.atomicMet = atomicMet;
    }

    /** Returns the rule of a method as it stands in a class; the class may be a container's subclass. */
    Rule read(Class<?> type, Method method) {
        Rule rule =
                rules.computeIfAbsent(new MethodOf(Annotations.written(type), method), m -> resolve(m.type(), method));
        if (rule.isAtomic() && rule.refused() == null) {
            atomicMet.run();
        }
        return rule;
    }

    /** Returns the rule for calls that reached a class, but none of its methods. */
    Rule readClass(Class<?> type) {
        Optional<Audited> own = Annotations.onType(type, Audited.class);
        return rule(type, own, own, Optional.empty(), "");
    }

    private Rule resolve(Class<?> type, Method method) {
        Optional<Audited> ofMethod = Annotations.onMethod(type, method, Audited.class);
        Optional<Audited> ofType = Annotations.onType(type, Audited.class);
        Optional<NotAudited> not = Annotations.onMethod(type, method, NotAudited.class);
        if (not.isEmpty() && ofMethod.isEmpty()) {
            not = Annotations.onType(type, NotAudited.class);
        }
        Rule plain = rule(type, ofMethod, ofType, not, type.getSimpleName() + "." + method.getName());
        Set<String> sensitive = new HashSet<>(plain.sensitive());
        sensitive.addAll(SensitiveNames.of(method));
        return new Rule(
                plain.audited(),
                plain.refused(),
                plain.operation(),
                plain.activity(),
                plain.target(),
                plain.targetType(),
                plain.data(),
                plain.outcomes(),
                plain.guarantee(),
                plain.reasonRequired(),
                ParameterNames.of(method),
                Set.copyOf(sensitive));
    }

    private Rule rule(
            Class<?> type,
            Optional<Audited> ofMethod,
            Optional<Audited> ofType,
            Optional<NotAudited> not,
            String defaultOperation) {
        Members members = new Members(ofMethod, ofType);
        String targetType = members.pick(Audited::targetType, t -> !t.isEmpty(), typeName(type));
        return new Rule(
                not.isEmpty() && (ofMethod.isPresent() || ofType.isPresent()),
                not.map(NotAudited::reason).orElse(null),
                members.pick(Audited::operation, o -> !o.isEmpty(), defaultOperation),
                members.pick(Audited::activity, a -> a != Activity.DEFAULT, Activity.DEFAULT),
                members.pick(Audited::target, t -> !t.isEmpty(), ""),
                targetType,
                members.pick(Audited::data, d -> d != Data.DEFAULT, Data.NONE),
                members.pick(Audited::outcomes, o -> o != Outcomes.DEFAULT, config.captureOutcomes()),
                members.pick(Audited::guarantee, g -> g != Guarantee.DEFAULT, config.captureGuarantee()),
                members.pick(Audited::reason, r -> r != Reason.DEFAULT, Reason.OPTIONAL) == Reason.REQUIRED,
                java.util.List.of(),
                Set.copyOf(config.redactNames()));
    }

    private static String typeName(Class<?> type) {
        String name = type.getSimpleName();
        return name.endsWith("Resource") && name.length() > "Resource".length()
                ? name.substring(0, name.length() - "Resource".length())
                : name;
    }

    private record Members(Optional<Audited> method, Optional<Audited> type) {

        <T> T pick(Function<Audited, T> member, Predicate<T> isSet, T otherwise) {
            return method.map(member)
                    .filter(isSet)
                    .or(() -> type.map(member).filter(isSet))
                    .orElse(otherwise);
        }
    }
}
