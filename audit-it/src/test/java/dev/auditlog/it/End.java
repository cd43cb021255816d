package dev.auditlog.it;

import java.util.ArrayList;
import java.util.List;

/** One way that a call can end: the request, what the client must get, and the events that must be there. */
final class End {

    /** Status of a response that broke off before its framing said so. */
    static final String BROKEN = ", broken off";

    /**
     * What one row must say.
     *
     * @param target {@code Type/id}, {@code Type} or empty
     */
    record Event(
            String outcome, Integer status, String transaction, String operation, String activity, String target) {}

    final String name;
    final Http.Call call;
    final String actor;
    final List<Event> events = new ArrayList<>();
    String client = "200";
    String note = "";
    boolean headersDropped;
    boolean exceptionExpected = true;

    private End(String name, Http.Call call, String actor) {
        this.name = name;
        this.call = call;
        this.actor = actor;
    }

    /** A call by alice, whom the fixture's ActorResolver knows. */
    static End alice(String name, String method, String path) {
        return new End(name, Http.call(method, Archives.CONTEXT + path).as("alice"), "u-1001");
    }

    static End by(String user, String name, String method, String path) {
        return new End(name, Http.call(method, Archives.CONTEXT + path).as(user), user);
    }

    static End anonymous(String name, String method, String path) {
        return new End(name, Http.call(method, Archives.CONTEXT + path), "");
    }

    End header(String header, String value) {
        call.header(header, value);
        return this;
    }

    End json(String body) {
        call.json(body);
        return this;
    }

    End body(String type, String body) {
        call.body(type, body);
        return this;
    }

    /** What the client gets: a status, and {@link #BROKEN} where the rest did not come. */
    End client(String expected) {
        client = expected;
        return this;
    }

    End client(int expected) {
        return client(Integer.toString(expected));
    }

    /** The event has the status that the client got, and no transaction. */
    End event(String outcome, String operation, String activity, String target) {
        return event(outcome, "NONE", operation, activity, target);
    }

    End event(String outcome, String transaction, String operation, String activity, String target) {
        Integer status = Integer.valueOf(client.substring(0, 3));
        events.add(new Event(outcome, status, transaction, operation, activity, target));
        return this;
    }

    End event(Event event) {
        events.add(event);
        return this;
    }

    /** The container's own page for an exception that nobody handles: it begins with a reset of all headers. */
    End exceptionPage() {
        headersDropped = true;
        return note(
                "Payara's own exception page drops every header, Audit-ID too" + (note.isEmpty() ? "" : "; " + note));
    }

    /** An ERROR that no exception is behind. */
    End withoutException() {
        exceptionExpected = false;
        return this;
    }

    End note(String text) {
        note = text;
        return this;
    }

    @Override
    public String toString() {
        return name;
    }
}
