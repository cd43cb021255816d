package dev.auditlog.redact;

/**
 * How long each text of an event may be, in UTF-16 characters. Columns are at least as wide. A longer text is cut after
 * it was masked, never before, and never within a surrogate pair.
 */
public final class FieldLimits {

    public static final int OPERATION = 255;
    public static final int ACTOR_ID = 255;
    public static final int ACTOR_NAME = 255;
    public static final int ACTOR_AUTH = 64;
    public static final int ACTOR_SESSION = 128;
    public static final int GROUP = 255;
    public static final int ROLES = 64;
    public static final int ROLE = 128;
    public static final int TARGET_TYPE = 128;
    public static final int TARGET_ID = 255;
    public static final int TARGET_NAME = 255;
    public static final int METHOD = 32;
    public static final int PATH = 2048;
    public static final int ROUTE = 512;
    public static final int QUERY = 4096;
    public static final int USER_AGENT = 512;
    public static final int CONTENT_TYPE = 255;
    public static final int ERROR_TYPE = 255;
    public static final int ERROR_MESSAGE = 2048;
    public static final int REASON = 1024;
    public static final int ATTRIBUTES = 64;
    public static final int ATTRIBUTE_KEY = 64;
    public static final int ATTRIBUTE_VALUE = 1024;
    public static final int CORRELATION_ID = 128;
    public static final int TRACE_ID = 32;
    public static final int HOPS = 20;
    public static final int SOURCE = 64;

    /** Entries of {@code request.redacted}; one more says that there were further ones. */
    public static final int REDACTED = 256;

    /** One entry of {@code request.redacted}. */
    public static final int REDACTED_ENTRY = 256;

    /** Name of a member in {@code request.data}. */
    public static final int DATA_KEY = 256;

    /** Levels of objects and arrays in {@code request.data}; what is deeper is replaced by {@code [too deep]}. */
    public static final int DATA_DEPTH = 64;

    private FieldLimits() {}
}
