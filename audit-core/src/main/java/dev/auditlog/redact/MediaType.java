package dev.auditlog.redact;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A media type (RFC 9110 section 8.3) as far as bodies are read by it.
 *
 * @param type for instance {@code application}; empty if the header is missing or no media type
 * @param subtype for instance {@code json}
 * @param charset parameter of that name; null where there is none
 * @param boundary parameter of that name; null where there is none
 */
record MediaType(String type, String subtype, @Nullable String charset, @Nullable String boundary) {

    static final MediaType NONE = new MediaType("", "", null, null);

    static MediaType of(@Nullable String header) {
        if (header == null) {
            return NONE;
        }
        int end = header.indexOf(';');
        String name = (end < 0 ? header : header.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        int slash = name.indexOf('/');
        if (slash <= 0 || slash == name.length() - 1 || name.indexOf('/', slash + 1) >= 0 || name.indexOf(' ') >= 0) {
            return NONE;
        }
        String parameters = end < 0 ? "" : header.substring(end);
        return new MediaType(
                name.substring(0, slash),
                name.substring(slash + 1),
                HeaderParameters.value(parameters, "charset"),
                HeaderParameters.value(parameters, "boundary"));
    }

    boolean isUnknown() {
        return type.isEmpty();
    }

    boolean isJson() {
        return subtype.equals("json") || subtype.equals("x-json") || subtype.endsWith("+json");
    }

    boolean isXml() {
        return subtype.equals("xml") || subtype.endsWith("+xml");
    }

    boolean isForm() {
        return subtype.equals("x-www-form-urlencoded");
    }

    boolean isText() {
        return type.equals("text");
    }

    boolean isMultipart() {
        return type.equals("multipart");
    }

    boolean isFormData() {
        return isMultipart() && subtype.equals("form-data");
    }
}
