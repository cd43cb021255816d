package dev.auditlog.query;

/** How a text stands inside a JSON string (RFC 8259, section 7), as the request data is stored. */
final class JsonText {

    private JsonText() {}

    /** The text with quotes, backslashes and line ends escaped. */
    static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
    }
}
