package dev.auditlog.bench.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AnswerTest {

    private final Answer answer = new Answer();

    private boolean add(String text) {
        return answer.add(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void add_headAndBodyInPieces_isCompleteAtTheLastByte() {
        assertFalse(add("HTTP/1.1 201 Created\r\nContent-Le"));
        assertFalse(add("ngth: 4\r\n\r\n{\"a"));
        assertTrue(add("\""));
        assertEquals(201, answer.status());
    }

    @Test
    void add_chunkedBody_isCompleteAtTheLastChunk() {
        assertFalse(add("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n"));
        assertTrue(add("0\r\n\r\n"));
    }

    @Test
    void add_secondAnswer_startsAnew() {
        assertTrue(add("HTTP/1.1 200 OK\r\ncontent-length: 1\r\n\r\nx"));
        assertFalse(add("HTTP/1.1 503 Service Unavailable\r\nconnection: close\r\ncontent-length: 2\r\n\r\nx"));
        assertTrue(add("y"));
        assertEquals(503, answer.status());
        assertTrue(answer.isLast());
    }

    @Test
    void add_noBody_isCompleteAtTheHeadsEnd() {
        assertTrue(add("HTTP/1.1 204 No Content\r\nServer: x\r\n\r\n"));
    }
}
