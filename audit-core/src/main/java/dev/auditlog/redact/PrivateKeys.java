package dev.auditlog.redact;

/** Finds private keys in PEM (RFC 7468). Without an end mark, everything up to the end of the text is taken. */
final class PrivateKeys {

    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";
    private static final int LONGEST_LABEL = 64;

    private PrivateKeys() {}

    static void find(String text, Spans spans) {
        int at = text.indexOf(BEGIN);
        while (at >= 0) {
            int labelEnd = text.indexOf(DASHES, at + BEGIN.length());
            boolean labelled = labelEnd >= 0 && labelEnd - at <= BEGIN.length() + LONGEST_LABEL;
            String label = labelled ? text.substring(at + BEGIN.length(), labelEnd) : "";
            int next = at + BEGIN.length();
            if (label.contains("PRIVATE KEY")) {
                next = end(text, labelEnd);
                spans.add(at, next);
            }
            at = text.indexOf(BEGIN, next);
        }
    }

    private static int end(String text, int from) {
        int end = text.indexOf(END, from);
        if (end < 0) {
            return text.length();
        }
        int dashes = text.indexOf(DASHES, end + END.length());
        return dashes < 0 ? text.length() : dashes + DASHES.length();
    }
}
