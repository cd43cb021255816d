package dev.auditlog.redact;

import dev.auditlog.redact.CapturedBody.Part;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a multipart form (RFC 7578, RFC 2046 section 5.1) as it flows by. The delimiter is matched byte by byte with a
 * failure table (Knuth, Morris, Pratt), so it does not matter how the body is cut into chunks.
 */
final class MultipartScanner {

    private static final int LONGEST_HEADERS = 8 * 1024;
    private static final int LONGEST_PADDING = 128;
    private static final int MOST_PARTS = 256;

    private enum State {
        PREAMBLE,
        AFTER_DELIMITER,
        HEADERS,
        CONTENT,
        END,
        BROKEN
    }

    private final byte[] delimiter;
    private final int[] fallback;
    private final List<Part> parts = new ArrayList<>();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int room;
    private int matched = 2; // the body's start counts as the line break before a delimiter
    private State state = State.PREAMBLE;
    private @Nullable MultipartPart part;
    private boolean cut;

    /** @param cap most bytes of all fields together that are kept */
    MultipartScanner(String boundary, int cap) {
        delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        fallback = fallback(delimiter);
        room = cap;
    }

    private static int[] fallback(byte[] pattern) {
        int[] table = new int[pattern.length];
        int length = 0;
        for (int i = 1; i < pattern.length; i++) {
            while (length > 0 && pattern[i] != pattern[length]) {
                length = table[length - 1];
            }
            length += pattern[i] == pattern[length] ? 1 : 0;
            table[i] = length;
        }
        return table;
    }

    boolean isBroken() {
        return state == State.BROKEN;
    }

    boolean isAtEnd() {
        return state == State.END;
    }

    /** Whether there were more parts than are kept. */
    boolean isCut() {
        return cut;
    }

    List<Part> parts() {
        return parts;
    }

    void accept(byte[] bytes, int offset, int length) {
        int end = offset + length;
        int at = offset;
        while (at < end && state != State.END && state != State.BROKEN) {
            at = switch (state) {
                case PREAMBLE, CONTENT -> content(bytes, at, end);
                case AFTER_DELIMITER -> afterDelimiter(bytes[at], at + 1);
                default -> header(bytes[at], at + 1);
            };
        }
    }

    private int content(byte[] bytes, int from, int end) {
        int at = from;
        if (matched == 0) {
            while (at < end && bytes[at] != '\r') {
                at++;
            }
            emit(bytes, from, at - from);
            if (at == end) {
                return at;
            }
        }
        byte b = bytes[at];
        while (matched > 0 && delimiter[matched] != b) {
            int shorter = fallback[matched - 1];
            emit(delimiter, 0, matched - shorter);
            matched = shorter;
        }
        if (delimiter[matched] != b) {
            emit(bytes, at, 1);
        } else if (++matched == delimiter.length) {
            endPart();
        }
        return at + 1;
    }

    private void emit(byte[] bytes, int from, int length) {
        MultipartPart current = part;
        if (current != null && length > 0) {
            room -= current.accept(bytes, from, length, room);
        }
    }

    private void endPart() {
        MultipartPart current = part;
        if (current != null && parts.size() < MOST_PARTS) {
            parts.add(current.finish());
        } else if (current != null) {
            cut = true;
        }
        part = null;
        matched = 0;
        line.reset();
        state = State.AFTER_DELIMITER;
    }

    private int afterDelimiter(byte b, int next) {
        line.write(b);
        String read = line.toString(StandardCharsets.ISO_8859_1);
        if (read.equals("--")) {
            state = State.END;
        } else if (read.endsWith("\r\n")) {
            line.reset();
            state = read.isBlank() ? State.HEADERS : State.BROKEN;
        } else if (!read.isBlank() && !read.equals("-") || read.length() > LONGEST_PADDING) {
            state = State.BROKEN;
        }
        return next;
    }

    private int header(byte b, int next) {
        line.write(b);
        if (line.size() > LONGEST_HEADERS) {
            state = State.BROKEN;
        } else if (b == '\n') {
            String read = line.toString(StandardCharsets.UTF_8);
            if (read.equals("\r\n") || read.endsWith("\r\n\r\n")) {
                part = MultipartPart.of(read);
                matched = 0;
                line.reset();
                state = State.CONTENT;
            }
        }
        return next;
    }
}
