package dev.auditlog.web.signin;

/** AUD-0820 to AUD-0839. */
final class SigninMessages {

    private SigninMessages() {}

    static String usersAway() {
        return "AUD-0820 The console's users cannot be read, so nobody can sign in. Check the audit database.";
    }
}
