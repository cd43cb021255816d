package dev.auditlog.redact;

import dev.auditlog.redact.CapturedBody.Part;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One part of a multipart form while it flows by: a field is kept, of a file only size and digest. */
final class MultipartPart {

    private static final int LONGEST_FILE_NAME = 255;
    private static final Pattern ENCODED = Pattern.compile("(?i)base64|quoted-printable");

    private final @Nullable String name;
    private final @Nullable String fileName;
    private final @Nullable String contentType;
    private final @Nullable MessageDigest digest;
    private final ByteArrayOutputStream value = new ByteArrayOutputStream();
    private boolean tooLong;
    private long size;

    private MultipartPart(
            @Nullable String name, @Nullable String fileName, @Nullable String contentType, boolean file) {
        this.name = name;
        this.fileName = fileName;
        this.contentType = contentType;
        digest = file ? sha256() : null;
        tooLong = file;
    }

    /** Starts a part. Without a name, or with a transfer encoding, it is treated as a file: nothing of it is kept. */
    static MultipartPart of(String headers) {
        String disposition = header(headers, "content-disposition");
        String contentType = header(headers, "content-type");
        String name = disposition == null ? null : HeaderParameters.value(disposition, "name");
        String fileName = disposition == null ? null : fileName(disposition);
        String encoding = header(headers, "content-transfer-encoding");
        boolean encoded = encoding != null && ENCODED.matcher(encoding).matches();
        return new MultipartPart(name, fileName, contentType, fileName != null || name == null || encoded);
    }

    private static @Nullable String header(String headers, String name) {
        for (String line : headers.replaceAll("\r\n[ \t]+", " ").split("\r\n")) {
            int colon = line.indexOf(':');
            if (colon > 0
                    && line.substring(0, colon).strip().toLowerCase(Locale.ROOT).equals(name)) {
                return line.substring(colon + 1).strip();
            }
        }
        return null;
    }

    private static @Nullable String fileName(String disposition) {
        String plain = HeaderParameters.value(disposition, "filename");
        String extended = HeaderParameters.value(disposition, "filename*");
        if (extended != null) {
            int quote = extended.lastIndexOf('\'');
            plain = Percent.decode(extended.substring(quote + 1));
        }
        if (plain == null) {
            return disposition.toLowerCase(Locale.ROOT).contains("filename") ? "" : null;
        }
        String last = plain.substring(Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('\\')) + 1);
        return Texts.cut(Texts.line(last), LONGEST_FILE_NAME);
    }

    private static @Nullable MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            return null; // every Java platform has it
        }
    }

    /** Takes content; returns how many bytes of it are kept. A field that does not fit is not kept in part. */
    int accept(byte[] bytes, int from, int length, int room) {
        size += length;
        if (digest != null) {
            digest.update(bytes, from, length);
        }
        if (tooLong) {
            return 0;
        }
        if (length > room) {
            tooLong = true;
            int given = value.size();
            value.reset();
            return -given;
        }
        value.write(bytes, from, length);
        return length;
    }

    Part finish() {
        String sha256 = digest == null ? null : HexFormat.of().formatHex(digest.digest());
        String charset = MediaType.of(contentType).charset();
        String text = tooLong ? null : Charsets.decode(value.toByteArray(), charset);
        return new Part(name, fileName, contentType, size, sha256, text);
    }
}
