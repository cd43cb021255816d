package dev.auditlog.account;

import java.nio.file.Path;
import java.time.Duration;

/** Texts of AUD-0600 to AUD-0699. None of them holds a password. */
final class AccountMessages {

    private AccountMessages() {}

    static AccountException badName(String name) {
        return new AccountException(
                "AUD-0600",
                "\"" + start(name)
                        + "\" is no name for a user. Allowed: 1 to 64 of A-Z a-z 0-9 . _ @ -. Choose another name.");
    }

    static AccountException exists(String name) {
        return new AccountException(
                "AUD-0601", "There is a user \"" + name + "\" already. Allowed: a new name. Choose another name.");
    }

    static AccountException unknown(String name) {
        return new AccountException(
                "AUD-0602", "There is no user \"" + name + "\". Allowed: a user of the list. Reload the list.");
    }

    static AccountException tooShort(int length) {
        return new AccountException(
                "AUD-0603",
                "The password has " + length + " characters. Allowed: " + PasswordRules.MIN_CHARS + " to "
                        + PasswordRules.MAX_CHARS + ". Choose another one; a few words do well.");
    }

    static AccountException likeTheName() {
        return new AccountException(
                "AUD-0604",
                "The password is or holds the user's name. Allowed: a password that nobody can guess from it. Choose "
                        + "another one.");
    }

    static AccountException common() {
        return new AccountException(
                "AUD-0605",
                "The password is one of the first that an attacker tries. Allowed: one that is in no list. Choose "
                        + "another one; a few words do well.");
    }

    static AccountException samePassword() {
        return new AccountException(
                "AUD-0606", "The new password is the old one. Allowed: another one. Choose a new password.");
    }

    static AccountException wrongPassword() {
        return new AccountException(
                "AUD-0607", "The old password is not right. Allowed: the one you signed in with. Type it again.");
    }

    static AccountException throttled(Duration wait) {
        return new AccountException(
                "AUD-0608",
                "Too many wrong passwords. Allowed: the next attempt in " + Math.max(1, wait.toSeconds())
                        + " s. Wait that long.");
    }

    static AccountException noRole() {
        return new AccountException(
                "AUD-0609",
                "The user has no role. Allowed: at least one of auditor, exporter, admin. Choose one, or disable the "
                        + "user.");
    }

    static AccountException lastAdmin(String name) {
        return new AccountException(
                "AUD-0610",
                "\"" + name
                        + "\" is the last enabled admin. Allowed: changes after which one remains. Make another user "
                        + "an admin first.");
    }

    static AccountException badDisplayName(int length) {
        return new AccountException(
                "AUD-0611",
                "The display name has " + length + " characters or a control character. Allowed: 1 to 128 characters. "
                        + "Shorten it.");
    }

    static AccountException noFile(Path file, Throwable cause) {
        return new AccountException(
                "AUD-0612",
                "The first admin's password cannot be written to " + file + " ("
                        + cause.getClass().getSimpleName()
                        + "). Allowed: a file that does not exist yet, in a folder that this server may write to. Set "
                        + "audit.console.first-admin-file or remove the old file, then restart.",
                cause);
    }

    static String firstAdmin(Path file) {
        return "AUD-0613 The console had no user. The user \"admin\" was added; the password is in " + file
                + ", which only the owner of this process can read. Sign in, choose an own password, then delete the file.";
    }

    static String demoUsers() {
        return "AUD-0614 The console has the demo's users admin, auditor and exporter with the password that was given "
                + "at the start. Use them for a demo only.";
    }

    static AccountException unknownRole(String word) {
        return new AccountException(
                "AUD-0616",
                "\"" + start(word) + "\" is no role. Allowed: auditor, exporter, admin. Choose one of them.");
    }

    static AccountException badHash() {
        return new AccountException(
                "AUD-0615",
                "A stored password cannot be read. Allowed: pbkdf2$sha512$iterations$salt$hash. Let an admin reset the "
                        + "user's password.");
    }

    private static String start(String given) {
        return given.length() <= 64 ? given : given.substring(0, 64) + "…";
    }
}
