package dev.auditlog.event;

/** How a call ended, as its caller saw it. */
public enum Outcome {
    /** 2xx and 3xx; outside HTTP a normal return. */
    SUCCESS,
    /** 401 and 403. */
    DENIED,
    /** Any other 4xx. */
    FAILURE,
    /** 5xx and exceptions. */
    ERROR,
    /** Nobody can tell, for instance because the client had gone. */
    UNKNOWN;

    /** Returns the outcome that an HTTP status means; a status outside 100 to 599 is UNKNOWN. */
    public static Outcome ofStatus(int status) {
        if (status == 401 || status == 403) {
            return DENIED;
        }
        return switch (status / 100) {
            case 1, 2, 3 -> SUCCESS;
            case 4 -> FAILURE;
            case 5 -> ERROR;
            default -> UNKNOWN;
        };
    }
}
