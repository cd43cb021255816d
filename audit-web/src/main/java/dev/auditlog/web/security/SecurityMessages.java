package dev.auditlog.web.security;

/** AUD-0840 to AUD-0849. */
final class SecurityMessages {

    /** Code of what a program is told when the container refused its call. */
    static final String REFUSED = "AUD-0841";

    /** Code of what a program is told when its call failed outside JAX-RS. */
    static final String FAILED = "AUD-0840";

    private SecurityMessages() {}

    static String pageFailed(String reference) {
        return FAILED + " A page or call of the console failed, reference " + reference + ".";
    }

    static String failed(String reference) {
        return "The call failed inside the console. The server's log has the cause under the reference " + reference
                + ".";
    }

    static String refused() {
        return "The server refused the call before the console could answer it. Check its method, address and headers.";
    }
}
