package dev.auditlog.sample.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.ws.rs.WebApplicationException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class BoundedStreamTest {

    @Test
    void stream_atTheLimit_isReadWhole() throws IOException {
        try (BoundedStream stream = new BoundedStream(new ByteArrayInputStream(new byte[10]), 10)) {
            assertEquals(10, stream.readAllBytes().length);
        }
    }

    @Test
    void stream_overTheLimit_endsTheCallWith413() throws IOException {
        try (BoundedStream stream = new BoundedStream(new ByteArrayInputStream(new byte[11]), 10)) {
            var thrown = assertThrows(WebApplicationException.class, stream::readAllBytes);
            assertEquals(413, thrown.getResponse().getStatus());
        }
    }
}
