package dev.auditlog.capture;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.runtime.ObjectMethods;
import java.util.Map;

/**
 * What the JDK remembers of records. Up to Java 17 the method handles that all records share keep the types that they
 * were last adapted to, and so the class loader of whichever record was linked last (JDK-8078641). An application that
 * ends adapts them to types of the JDK's own (ADR 0061).
 */
final class RecordLinks {

    private static final Map<String, MethodType> METHODS = Map.of(
            "equals", MethodType.methodType(boolean.class, Integer.class, Object.class),
            "hashCode", MethodType.methodType(int.class, Integer.class),
            "toString", MethodType.methodType(String.class, Integer.class));

    private RecordLinks() {}

    /** Forgets the record that was linked last. */
    static void forget() {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            MethodHandle component = MethodHandles.publicLookup()
                    .findVirtual(Integer.class, "toString", MethodType.methodType(String.class));
            for (Map.Entry<String, MethodType> method : METHODS.entrySet()) {
                ObjectMethods.bootstrap(lookup, method.getKey(), method.getValue(), Integer.class, "text", component);
            }
        } catch (Throwable e) { // declared by the JDK; nothing is lost but a cache that keeps one class loader
            if (e instanceof VirtualMachineError error) {
                throw error;
            }
        }
    }
}
