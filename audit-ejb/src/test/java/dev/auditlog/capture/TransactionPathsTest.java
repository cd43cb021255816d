package dev.auditlog.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransactionPathsTest {

    private final TransactionPaths paths = new TransactionPaths();

    @Transactional
    static class Desk {
        void run() {}

        @Transactional(TxType.NOT_SUPPORTED)
        void apart() {}
    }

    static class Facade {
        @Inject
        Desk desk;
    }

    static class ByFacade {
        @Inject
        Facade facade;

        void run() {}
    }

    static class ByConstructor {
        @Inject
        ByConstructor(Instance<Desk> desks) {}

        void run() {}
    }

    static class Alone {
        Desk notInjected;

        @Inject
        Alone other;

        void run() {}
    }

    @Stateless
    static class Session {
        void run() {}
    }

    @Stateless
    @TransactionManagement(TransactionManagementType.BEAN)
    static class OwnTransactions {
        void run() {}
    }

    private boolean lead(Class<?> type, String name) {
        Method method = Arrays.stream(type.getDeclaredMethods())
                .filter(m -> m.getName().equals(name))
                .findFirst()
                .orElseThrow();
        return paths.lead(type, method);
    }

    @Test
    void lead_ofATransactionalMethod_isTrue() {
        assertTrue(lead(Desk.class, "run"));
        assertTrue(lead(Session.class, "run"));
    }

    @Test
    void lead_ofAMethodThatWantsNoTransaction_isFalse() {
        assertFalse(lead(Desk.class, "apart"));
        assertFalse(lead(OwnTransactions.class, "run"));
    }

    @Test
    void lead_throughInjectedBeans_isTrue() {
        assertTrue(lead(ByFacade.class, "run"));
        assertTrue(lead(ByConstructor.class, "run"));
    }

    @Test
    void lead_whereNothingTransactionalIsInjected_isFalse() {
        assertFalse(lead(Alone.class, "run"));
    }

    static class Kinds {
        @Transactional(TxType.REQUIRES_NEW)
        void own() {}

        @Transactional(TxType.NOT_SUPPORTED)
        void none() {}

        @Transactional
        void joined() {}

        void plain() {}
    }

    @Transactional(TxType.REQUIRES_NEW)
    static class AllOwn {
        void own() {}

        @Transactional(TxType.MANDATORY)
        void joined() {}
    }

    static class Heir extends AllOwn {
        void own() {}
    }

    @Test
    void apart_isWhatHasATransactionOfItsOwnOrNone() throws Exception {
        for (Class<?> type : List.of(Kinds.class, AllOwn.class, Heir.class)) {
            for (Method method : type.getDeclaredMethods()) {
                boolean expected =
                        method.getName().equals("own") || method.getName().equals("none");
                assertEquals(expected, TransactionPaths.isApart(type, method), method.toString());
            }
        }
    }
}
