package dev.auditlog.sample.http;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads a request body, JSON or an HTML form, as {@link Fields}. */
public final class Body {

    private Body() {}

    /** Reads the body to its end. What cannot be read ends the call with 400 or 415. */
    public static Fields read(MediaType type, InputStream body) {
        return parse(type, text(type, body));
    }

    /** The same, but an empty body is no error. */
    public static Optional<Fields> readIfAny(MediaType type, InputStream body) {
        String text = text(type, body);
        return text.isEmpty() ? Optional.empty() : Optional.of(parse(type, text));
    }

    private static String text(MediaType type, InputStream body) {
        String charset = type.getParameters().getOrDefault(MediaType.CHARSET_PARAMETER, "utf-8");
        if (!charset.equalsIgnoreCase("utf-8")) {
            throw Problem.of(Status.UNSUPPORTED_MEDIA_TYPE, "The only character set that is taken is UTF-8.");
        }
        return text(body);
    }

    private static Fields parse(MediaType type, String text) {
        boolean form = MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(type);
        return new Fields(form ? FormBody.parse(text) : JsonBody.parse(text), form);
    }

    private static String text(InputStream body) {
        try {
            // a decoder of its own reports bad bytes, where new String(…) would replace them
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body.readAllBytes()))
                    .toString();
        } catch (CharacterCodingException bad) {
            throw Problem.badRequest("The body is not UTF-8.");
        } catch (IOException incomplete) {
            throw Problem.badRequest("The body did not arrive whole.");
        }
    }
}
