package dev.auditlog.it.app;

import dev.auditlog.Audited;
import dev.auditlog.Outcomes;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** Responses that are written bit by bit, or that cannot be written. */
@Path("stream")
@RequestScoped
@Audited(outcomes = Outcomes.ALL)
public class StreamResource {

    private static final int BLOCK = 1024;

    @GET
    @Path("large")
    @Produces(MediaType.TEXT_PLAIN)
    public StreamingOutput large() {
        return out -> {
            for (int i = 0; i < 200; i++) {
                out.write(block());
            }
        };
    }

    @GET
    @Path("fails-at-once")
    @Produces(MediaType.TEXT_PLAIN)
    public StreamingOutput failsAtOnce() {
        return out -> {
            throw new IOException("before the first byte");
        };
    }

    @GET
    @Path("fails-early")
    @Produces(MediaType.TEXT_PLAIN)
    public StreamingOutput failsEarly() {
        return out -> {
            out.write(block());
            throw new IllegalStateException("after the first block, which is still held back");
        };
    }

    @GET
    @Path("fails-midway")
    @Produces(MediaType.TEXT_PLAIN)
    public StreamingOutput failsMidway() {
        return out -> {
            for (int i = 0; i < 100; i++) {
                out.write(block());
            }
            out.flush();
            throw new IllegalStateException("midway");
        };
    }

    /** Sends one block at once and the rest when the test opens the gate. */
    @GET
    @Path("held/{gate}")
    @Produces(MediaType.TEXT_PLAIN)
    public StreamingOutput held(@PathParam("gate") String gate) {
        return out -> {
            out.write(block());
            out.flush();
            Gates.await(gate);
            for (int i = 0; i < 2000; i++) {
                out.write(block());
            }
        };
    }

    /** Waits for the gate before anything is sent. */
    @GET
    @Path("waits/{gate}")
    @Produces(MediaType.TEXT_PLAIN)
    public String waits(@PathParam("gate") String gate) {
        Gates.ran(gate);
        Gates.await(gate);
        return "x".repeat(2_000_000);
    }

    @GET
    @Path("unwritable")
    @Produces("application/x-nobody-writes-this")
    public Thread unwritable() {
        return Thread.currentThread();
    }

    @GET
    @Path("getter-fails")
    @Produces(MediaType.APPLICATION_JSON)
    public Fragile getterFails() {
        return new Fragile();
    }

    @GET
    @Path("events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void events(@Context SseEventSink sink, @Context Sse sse) {
        try (sink) {
            sink.send(sse.newEvent("one"));
            sink.send(sse.newEvent("two"));
        }
    }

    /** Sends events until the client has gone. */
    @GET
    @Path("events-cut/{gate}")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void eventsCut(@PathParam("gate") String gate, @Context SseEventSink sink, @Context Sse sse) {
        sink.send(sse.newEvent("one"));
        Gates.await(gate);
        try (sink) {
            for (int i = 0; i < 2000 && !sink.isClosed(); i++) {
                sink.send(sse.newEvent("x".repeat(BLOCK)));
            }
        }
    }

    private static byte[] block() {
        byte[] block = new byte[BLOCK];
        Arrays.fill(block, (byte) 'x');
        return block;
    }

    /** An entity whose writer fails in the middle of the object. */
    public static final class Fragile {

        public String getA() {
            return new String("first".getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        }

        public Map<String, String> getB() {
            throw new IllegalStateException("a getter that fails");
        }
    }
}
