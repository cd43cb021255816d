package dev.auditlog.redact;

/** What stands in {@code request.data} for something that is not kept. */
final class Marks {

    static final String UNPARSABLE = "[unparsable]";
    static final String TRUNCATED = "[truncated]";
    static final String TOO_DEEP = "[too deep]";
    static final String TOO_MANY_SECRETS = "[too many secrets]";
    static final String UNKNOWN_CHARSET = "[unknown charset]";
    static final String UNKNOWN_ENCODING = "[unknown content encoding]";
    static final String NOT_RECORDED = "[not recorded: content type]";
    static final String UNNAMED = "[unnamed]";

    private Marks() {}
}
