package dev.auditlog.capture;

import dev.auditlog.redact.CapturedBody;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parts that the container has read for the application: fields with their values, files without their content. */
final class ContainerParts {

    /** A field is text that a person typed; more is cut by the redaction anyway. */
    private static final int MAX_FIELD_BYTES = 8 * 1024;

    private ContainerParts() {}

    static CapturedBody of(Collection<Part> parts, @Nullable String contentType, long announced) {
        List<CapturedBody.Part> seen = new ArrayList<>();
        for (Part part : parts) {
            String file = part.getSubmittedFileName();
            String value = file == null ? text(part) : null;
            seen.add(new CapturedBody.Part(part.getName(), file, part.getContentType(), part.getSize(), null, value));
        }
        return new CapturedBody(
                CapturedBody.Kind.PARTS,
                new byte[0],
                contentType,
                null,
                Math.max(0, announced),
                true,
                Map.of(),
                List.copyOf(seen));
    }

    private static @Nullable String text(Part part) {
        try (InputStream content = part.getInputStream()) {
            return new String(content.readNBytes(MAX_FIELD_BYTES), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return null; // the container has deleted it; the field's name and size stay
        }
    }
}
