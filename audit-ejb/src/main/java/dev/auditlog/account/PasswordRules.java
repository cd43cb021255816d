package dev.auditlog.account;

import java.nio.CharBuffer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What names and passwords of users may be. */
final class PasswordRules {

    static final int MIN_CHARS = 12;
    static final int MAX_CHARS = 256;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._@-]{1,64}");
    private static final int MAX_DISPLAY_NAME = 128;
    private static final int TELLING = 4;
    private static final int FEW = 3;
    private static final String ROWS =
            "01234567890123456789 abcdefghijklmnopqrstuvwxyz qwertyuiopasdfghjklzxcvbnm " + "98765432109876543210";

    /** Heads of well-known lists, without what digits and signs at their end add. */
    private static final Set<String> COMMON = Set.of(
            "password",
            "passwordpassword",
            "passw0rd",
            "adminadmin",
            "adminadminadmin",
            "administrator",
            "changeme",
            "changemenow",
            "changemeplease",
            "letmein",
            "letmeinplease",
            "welcome",
            "welcometo",
            "iloveyou",
            "iloveyouforever",
            "qwertyuiop",
            "qwerty",
            "qwertyqwerty",
            "abcabcabcabc",
            "trustno",
            "correcthorsebatterystaple",
            "secret",
            "secretsecret",
            "supersecret",
            "auditaudit",
            "auditor",
            "auditlog",
            "football",
            "baseball",
            "superman",
            "princess",
            "dragon",
            "monkey",
            "sunshine",
            "master",
            "mustang",
            "starwars",
            "zaqxsw",
            "qazwsx",
            "qazwsxedc");

    private PasswordRules() {}

    static void checkName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw AccountMessages.badName(name);
        }
    }

    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** The name for people: what was given, or the name itself. */
    static String displayName(String given, String name) {
        String trimmed = given.strip();
        if (trimmed.length() > MAX_DISPLAY_NAME || trimmed.chars().anyMatch(Character::isISOControl)) {
            throw AccountMessages.badDisplayName(trimmed.length());
        }
        return trimmed.isEmpty() ? name : trimmed;
    }

    /** Refuses passwords that are short, long, told by the name, or known to everybody. */
    static void checkPassword(String name, char[] password) {
        if (password.length < MIN_CHARS || password.length > MAX_CHARS) {
            throw AccountMessages.tooShort(password.length);
        }
        String text = CharBuffer.wrap(password).toString().toLowerCase(Locale.ROOT);
        String own = name.toLowerCase(Locale.ROOT);
        if (text.equals(own) || own.length() >= TELLING && text.contains(own)) {
            throw AccountMessages.likeTheName();
        }
        String stem = stem(text);
        boolean few = text.chars().distinct().count() <= FEW;
        if (few || COMMON.contains(stem) || ROWS.contains(text)) {
            throw AccountMessages.common();
        }
    }

    /** Without the digits and signs at its end, which add little. */
    private static String stem(String text) {
        int end = text.length();
        while (end > 0 && !Character.isLetter(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }
}
