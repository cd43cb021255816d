package dev.auditlog.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.auditlog.Activity;
import dev.auditlog.Audited;
import dev.auditlog.Data;
import dev.auditlog.NotAudited;
import dev.auditlog.Outcomes;
import dev.auditlog.Reason;
import dev.auditlog.Sensitive;
import dev.auditlog.config.AuditConfig;
import dev.auditlog.event.Outcome;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RuleReaderTest {

    private final RuleReader rules = new RuleReader(AuditConfig.of(Map.of(), "desk"), () -> {});

    record Card(@Sensitive String digits, String holder) {}

    static class Payment {
        @Sensitive
        @JsonbProperty("secret_word")
        String word;

        List<Card> cards;
    }

    interface Desk {
        @Audited(operation = "Desk.close")
        void close();
    }

    @Audited(data = Data.REQUEST, outcomes = Outcomes.ALL, targetType = "Parcel")
    static class ParcelResource implements Desk {

        @Audited(data = Data.NONE, reason = Reason.REQUIRED, activity = Activity.OTHER)
        void own(@PathParam("id") String id, @QueryParam("depot") String depot) {}

        void plain(Payment payment, @Sensitive @QueryParam("code") String code) {}

        @NotAudited(reason = "a probe")
        void ping() {}

        @Override
        public void close() {}
    }

    static class SmallParcelResource extends ParcelResource {}

    static class Plain {
        void run() {}
    }

    private Rule rule(Class<?> type, String name) {
        Method method = Arrays.stream(type.getMethods())
                .filter(m -> m.getName().equals(name))
                .findFirst()
                .orElseGet(() -> declared(type, name));
        return rules.read(type, method);
    }

    private static Method declared(Class<?> type, String name) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            for (Method method : c.getDeclaredMethods()) {
                if (method.getName().equals(name)) {
                    return method;
                }
            }
        }
        throw new AssertionError(name);
    }

    @Test
    void read_memberOfTheMethod_winsOverTheClass() {
        Rule rule = rule(ParcelResource.class, "own");
        assertEquals(Data.NONE, rule.data());
        assertEquals(Outcomes.ALL, rule.outcomes());
        assertEquals("Parcel", rule.targetType());
        assertEquals(Activity.OTHER, rule.activityOf("GET"));
        assertTrue(rule.reasonRequired());
        assertEquals(List.of("id", "depot"), rule.parameters());
    }

    @Test
    void read_methodWithoutAnnotation_takesTheClassAndItsName() {
        Rule rule = rule(ParcelResource.class, "plain");
        assertEquals("ParcelResource.plain", rule.operation());
        assertEquals(Data.REQUEST, rule.data());
        assertFalse(rule.reasonRequired());
    }

    @Test
    void read_sensitiveMembersOfEntities_areNamed() {
        assertTrue(
                rule(ParcelResource.class, "plain").sensitive().containsAll(Set.of("secret_word", "digits", "code")));
        assertFalse(rule(ParcelResource.class, "plain").sensitive().contains("holder"));
    }

    @Test
    void read_annotationOnAnInterface_counts() {
        assertEquals("Desk.close", rule(ParcelResource.class, "close").operation());
    }

    @Test
    void read_notAudited_isAnExceptionWithItsReason() {
        Rule rule = rule(ParcelResource.class, "ping");
        assertFalse(rule.audited());
        assertEquals("a probe", rule.refused());
    }

    @Test
    void read_annotationOnTheSuperclass_counts() {
        Rule rule = rule(SmallParcelResource.class, "plain");
        assertTrue(rule.audited());
        assertEquals("SmallParcelResource.plain", rule.operation());
    }

    @Test
    void read_noAnnotation_isNotAudited() {
        assertFalse(rule(Plain.class, "run").audited());
    }

    @Test
    void behind_aLocator_keepsItsNamesAndTakesWhatTheLocatorAsksFor() {
        Rule rule = rule(Plain.class, "run").behind(rule(ParcelResource.class, "own"));
        assertTrue(rule.audited());
        assertEquals("Plain.run", rule.operation());
        assertEquals("Plain", rule.targetType());
        assertEquals(Outcomes.ALL, rule.outcomes());
        assertEquals(Activity.OTHER, rule.activity());
        assertTrue(rule.reasonRequired());
    }

    @Test
    void records_byDefault_onlySuccess() {
        Rule rule = rule(Plain.class, "run");
        assertTrue(rule.records(Outcome.SUCCESS));
        assertFalse(rule.records(Outcome.DENIED));
        assertFalse(rule.records(Outcome.ERROR));
    }

    @Test
    void activityOf_eachMethod_isThatOfTheSeed() {
        Rule rule = rule(Plain.class, "run");
        assertEquals(Activity.CREATE, rule.activityOf("POST"));
        assertEquals(Activity.READ, rule.activityOf("GET"));
        assertEquals(Activity.READ, rule.activityOf("HEAD"));
        assertEquals(Activity.UPDATE, rule.activityOf("PUT"));
        assertEquals(Activity.UPDATE, rule.activityOf("PATCH"));
        assertEquals(Activity.DELETE, rule.activityOf("DELETE"));
        assertEquals(Activity.OTHER, rule.activityOf("OPTIONS"));
    }
}
