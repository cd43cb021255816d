package dev.auditlog.redact;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** Undoes Content-Encoding (RFC 9110 section 8.4), up to a size: a bomb gives no more than that. */
final class ContentCoding {

    /** A short body may become as long as that, in bytes. */
    static final int LEAST_CAP = 64 * 1024;

    private static final int MOST_CODINGS = 2;

    /**
     * Decoded bytes.
     *
     * @param cut whether there is more than that
     * @param mark what to record instead; null if the bytes are good
     */
    record Decoded(byte[] bytes, boolean cut, @Nullable String mark) {

        static Decoded marked(String mark) {
            return new Decoded(new byte[0], false, mark);
        }
    }

    private ContentCoding() {}

    static Decoded decode(byte[] bytes, @Nullable String header, boolean cut) {
        Decoded decoded = new Decoded(bytes, cut, null);
        String[] codings =
                header == null ? new String[0] : header.toLowerCase(Locale.ROOT).split(",");
        if (codings.length > MOST_CODINGS) {
            return Decoded.marked(Marks.UNKNOWN_ENCODING);
        }
        for (int i = codings.length - 1; i >= 0 && decoded.mark == null; i--) {
            decoded = undo(codings[i].strip(), decoded);
        }
        return decoded;
    }

    private static Decoded undo(String coding, Decoded encoded) {
        return switch (coding) {
            case "", "identity" -> encoded;
            case "gzip", "x-gzip" -> inflate(encoded, GZIPInputStream::new);
            case "deflate" -> inflate(encoded, in -> new InflaterInputStream(in, new Inflater(isRaw(encoded.bytes))));
            default -> Decoded.marked(Marks.UNKNOWN_ENCODING);
        };
    }

    private interface Opener {
        InputStream open(InputStream in) throws IOException;
    }

    private static Decoded inflate(Decoded encoded, Opener opener) {
        int cap = Math.max(LEAST_CAP, encoded.bytes.length);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] chunk = new byte[4096];
        try (InputStream in = opener.open(new ByteArrayInputStream(encoded.bytes))) {
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                int room = cap - out.size();
                out.write(chunk, 0, Math.min(n, room));
                if (n > room) {
                    return new Decoded(out.toByteArray(), true, null);
                }
            }
            return new Decoded(out.toByteArray(), encoded.cut, null);
        } catch (IOException | RuntimeException broken) {
            boolean usable = encoded.cut && out.size() > 0;
            return usable ? new Decoded(out.toByteArray(), true, null) : Decoded.marked(Marks.UNPARSABLE);
        }
    }

    /** Clients disagree whether "deflate" has the zlib header (RFC 1950) or not (RFC 1951). */
    private static boolean isRaw(byte[] bytes) {
        if (bytes.length < 2) {
            return false;
        }
        int header = (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        return (bytes[0] & 0x0F) != 8 || header % 31 != 0;
    }
}
