package dev.auditlog.it.corpus;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A request's body, which may be too long to hold: start, then one unit many times, then end.
 *
 * @param unit repeated {@code times} times; empty where nothing is repeated
 */
record Body(byte[] start, byte[] unit, int times, byte[] end) {

    private static final int BLOCK_BYTES = 64 * 1024;
    private static final byte[] NOTHING = {};

    static Body of(byte[] bytes) {
        return new Body(bytes, NOTHING, 0, NOTHING);
    }

    static Body of(String text) {
        return of(utf8(text));
    }

    /** The body of a case, or null where it has none. */
    static Body of(JsonObject how) {
        if (how.containsKey("bodyText")) {
            return of(how.getString("bodyText"));
        }
        if (how.containsKey("bodyBase64")) {
            return of(Base64.getDecoder().decode(how.getString("bodyBase64")));
        }
        JsonObject repeat = how.getJsonObject("bodyRepeat");
        return repeat == null
                ? null
                : new Body(
                        utf8(how.getString("prefix", "")),
                        utf8(repeat.getString("unit")),
                        repeat.getInt("times"),
                        utf8(how.getString("suffix", "")));
    }

    long length() {
        return start.length + (long) unit.length * times + end.length;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(start);
        int perBlock = Math.max(1, BLOCK_BYTES / Math.max(1, unit.length));
        byte[] block = new byte[perBlock * unit.length];
        for (int i = 0; i < perBlock; i++) {
            System.arraycopy(unit, 0, block, i * unit.length, unit.length);
        }
        for (int left = times; left > 0; left -= perBlock) {
            out.write(block, 0, Math.min(left, perBlock) * unit.length);
        }
        out.write(end);
        out.flush();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
