package dev.auditlog.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.Location;
import com.sun.jdi.Method;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.EventRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;

/**
 * A place in the product's code where a server's JVM is stopped, all threads at once, by a debugger: between two steps
 * that nothing outside of the process tells apart. What is shipped needs no hook for it.
 *
 * @param type class of the recorder's package
 * @param method of which there is only one
 * @param end before its return, else before its first statement
 */
record StopPoint(String type, String method, boolean end) {

    private static final String PACKAGE = "dev.auditlog.record.";
    private static final byte RETURN = (byte) 0xB1; // of a method that returns nothing

    static StopPoint before(String type, String method) {
        return new StopPoint(type, method, false);
    }

    static StopPoint after(String type, String method) {
        return new StopPoint(type, method, true);
    }

    /** The JVM's option for it. */
    static String option(int port) {
        return "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:" + port;
    }

    /**
     * Lets something happen, and returns when the JVM stands still at this place. It is to be killed then.
     *
     * @param time at which time the place is passed, from 1
     */
    void await(int port, int time, Duration patience, Runnable happens) {
        VirtualMachine machine = attach(port);
        ClassPrepareRequest later = machine.eventRequestManager().createClassPrepareRequest();
        later.addClassFilter(PACKAGE + type);
        later.enable();
        machine.classesByName(PACKAGE + type).forEach(loaded -> set(machine, loaded, time));
        happens.run();
        long deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline) {
            EventSet events = next(machine);
            if (events != null && isHit(machine, events, time)) {
                return;
            }
        }
        machine.dispose();
        throw new AssertionError("not at " + this + " in " + patience);
    }

    private boolean isHit(VirtualMachine machine, EventSet events, int time) {
        for (Event event : events) {
            if (event instanceof BreakpointEvent) {
                return true;
            } else if (event instanceof ClassPrepareEvent prepared) {
                set(machine, prepared.referenceType(), time);
            }
        }
        events.resume();
        return false;
    }

    private void set(VirtualMachine machine, ReferenceType loaded, int time) {
        Method found = loaded.methodsByName(method).get(0);
        BreakpointRequest request = machine.eventRequestManager().createBreakpointRequest(place(found));
        request.addCountFilter(time);
        request.setSuspendPolicy(EventRequest.SUSPEND_ALL);
        request.enable();
    }

    private Location place(Method found) {
        if (!end) {
            return found.location();
        }
        byte[] code = found.bytecodes();
        assertEquals(RETURN, code[code.length - 1], () -> this + " does not end in a plain return");
        return found.locationOfCodeIndex(code.length - 1);
    }

    private static EventSet next(VirtualMachine machine) {
        try {
            return machine.eventQueue().remove(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static VirtualMachine attach(int port) {
        AttachingConnector connector = Bootstrap.virtualMachineManager().attachingConnectors().stream()
                .filter(c -> c.name().equals("com.sun.jdi.SocketAttach"))
                .findFirst()
                .orElseThrow();
        Map<String, Connector.Argument> arguments = connector.defaultArguments();
        arguments.get("hostname").setValue("127.0.0.1");
        arguments.get("port").setValue(Integer.toString(port));
        try {
            return connector.attach(arguments);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalConnectorArgumentsException e) {
            throw new IllegalStateException(e);
        }
    }
}
