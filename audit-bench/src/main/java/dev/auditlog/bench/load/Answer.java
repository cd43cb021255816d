package dev.auditlog.bench.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** Finds the end of an HTTP/1.1 answer, by its length or its last chunk; used again for the next one. */
final class Answer {

    private static final byte[] HEAD_END = {'\r', '\n', '\r', '\n'};
    private static final byte[] LAST_CHUNK = {'\r', '\n', '0', '\r', '\n', '\r', '\n'};
    private static final String LENGTH = "\r\ncontent-length:";

    private byte[] bytes = new byte[4096];
    private int size;
    private boolean complete;
    private int status;
    private int end; // -1: unknown yet; -2: chunked
    private boolean last;

    Answer() {
        reset();
    }

    void reset() {
        size = 0;
        complete = false;
        end = -1;
        last = false;
    }

    /** Takes the next bytes; returns whether the answer is complete. The first bytes after that start the next one. */
    boolean add(ByteBuffer more) {
        if (complete) {
            reset();
        }
        int count = more.remaining();
        if (size + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + count));
        }
        more.get(bytes, size, count);
        size += count;
        if (end == -1) {
            readHead();
        }
        complete = end == -2 ? endsWith(LAST_CHUNK) : end >= 0 && size >= end;
        return complete;
    }

    private void readHead() {
        int at = headEnd();
        if (at < 0) {
            return;
        }
        String head = new String(bytes, 0, at, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        status = Integer.parseInt(head, 9, 12, 10);
        last = head.contains("\r\nconnection: close");
        int length = head.indexOf(LENGTH);
        if (length >= 0) {
            int from = length + LENGTH.length();
            int to = head.indexOf('\r', from);
            end = at
                    + HEAD_END.length
                    + Integer.parseInt(head.substring(from, to < 0 ? at : to).strip());
        } else {
            end = head.contains("\r\ntransfer-encoding: chunked") ? -2 : at + HEAD_END.length;
        }
    }

    private int headEnd() {
        for (int i = 0; i + HEAD_END.length <= size; i++) {
            if (Arrays.equals(bytes, i, i + HEAD_END.length, HEAD_END, 0, HEAD_END.length)) {
                return i;
            }
        }
        return -1;
    }

    private boolean endsWith(byte[] tail) {
        return size >= tail.length && Arrays.equals(bytes, size - tail.length, size, tail, 0, tail.length);
    }

    int status() {
        return status;
    }

    /** Whether the server closes the connection after it. */
    boolean isLast() {
        return last;
    }
}
