package dev.auditlog.sample.document;

/** The name under which a client hands in a file. It is only shown: nothing is stored under it. */
final class UploadName {

    private UploadName() {}

    /** Without folders, without characters that no screen shows, and of bounded length. */
    static String of(String sent) {
        String name = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cs}]", "");
        if (name.isBlank()) {
            return "unnamed";
        }
        return name.length() <= Document.MAX_NAME ? name : name.substring(0, Document.MAX_NAME);
    }
}
