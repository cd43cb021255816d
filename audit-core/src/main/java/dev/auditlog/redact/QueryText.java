package dev.auditlog.redact;

import java.util.ArrayList;
import java.util.List;

/** The secrets of a query string. Masks whole values; the rest stays as it was sent. */
final class QueryText {

    private record Argument(String raw, String name, String value, boolean secret, boolean hidesInName) {}

    private final List<Argument> arguments = new ArrayList<>();

    /** Takes a query apart and remembers the values of secret names. */
    QueryText(String query, SecretNames names, Leaves leaves, KnownSecrets secrets) {
        for (String raw : query.split("&", -1)) {
            int equals = raw.indexOf('=');
            String name = decoded(equals < 0 ? raw : raw.substring(0, equals));
            String value = equals < 0 ? "" : decoded(raw.substring(equals + 1));
            boolean named = names.isSecret(name) && equals >= 0;
            if (named) {
                secrets.add(value);
                secrets.add(raw.substring(equals + 1));
            }
            boolean hidden = leaves.hasSecret(value) || hidesInOnce(raw, equals, value, leaves);
            arguments.add(new Argument(raw, name, value, named || hidden, leaves.hasSecret(name)));
        }
    }

    /** "%25B4111" is "%B4111", the first track of a card; decoded again, it is no text any more. */
    private static boolean hidesInOnce(String raw, int equals, String fully, Leaves leaves) {
        String once = Percent.decode(raw.substring(equals + 1).replace('+', ' '));
        return !once.equals(fully) && leaves.hasSecret(once);
    }

    private static String decoded(String text) {
        return Percent.decodeFully(text.replace('+', ' '));
    }

    String masked(Findings findings) {
        StringBuilder masked = new StringBuilder();
        for (Argument argument : arguments) {
            if (masked.length() > 0) {
                masked.append('&');
            }
            append(argument, findings, masked);
        }
        return masked.toString();
    }

    private static void append(Argument argument, Findings findings, StringBuilder masked) {
        int equals = argument.raw.indexOf('=');
        String rawName = equals < 0 ? argument.raw : argument.raw.substring(0, equals);
        boolean mere = SecretNames.standard().isSecret(argument.name)
                || argument.name.chars().allMatch(Character::isLetter);
        boolean nameHides = argument.hidesInName || !mere && isKnown(argument.name, findings.secrets);
        String name = nameHides ? Redactor.MASK : rawName;
        boolean valueHides = argument.secret || isKnown(argument.value, findings.secrets);
        masked.append(name);
        if (equals >= 0) {
            masked.append('=').append(valueHides ? Redactor.MASK : argument.raw.substring(equals + 1));
        }
        if (nameHides || valueHides) {
            findings.redacted("query:" + (nameHides ? Redactor.MASK : argument.name));
        }
    }

    private static boolean isKnown(String text, KnownSecrets secrets) {
        return !secrets.mask(text).equals(text);
    }
}
