package dev.auditlog.redact;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Hides values whose secret name is a value itself: {@code {"name":"password","value":"x"}}, {@code ["token","x"]}. */
final class NamedPairs {

    private static final Set<String> NAMES = Set.of(
            "name",
            "key",
            "field",
            "fieldname",
            "param",
            "parameter",
            "property",
            "header",
            "attribute",
            "label",
            "id",
            "type",
            "k",
            "n",
            "@name",
            "@key",
            "@id",
            "@type",
            "@field",
            "@property");

    private static final Set<String> VALUES = Set.of(
            "value",
            "values",
            "val",
            "v",
            "content",
            "data",
            "text",
            "answer",
            "input",
            "newvalue",
            "oldvalue",
            "default",
            "@value",
            "#text");

    private static final int LONGEST_NAME = 64;

    private NamedPairs() {}

    /** Hides in place; returns whether there was something to hide. */
    static boolean hide(Node node, SecretNames names, KnownSecrets secrets) {
        if (node instanceof Node.Members object) {
            return hideIn(object.members(), names, secrets);
        }
        if (node instanceof Node.Items list
                && list.items().size() == 2
                && isSecretName(list.items().get(0), names)) {
            Node value = list.items().get(1);
            if (value instanceof Node.Text || value instanceof Node.Bare) {
                collect(value, secrets);
                list.items().set(1, Node.Hidden.HIDDEN);
                return true;
            }
        }
        return false;
    }

    private static boolean hideIn(Map<String, Node> members, SecretNames names, KnownSecrets secrets) {
        if (!hasSecretName(members, names)) {
            return false;
        }
        boolean hidden = false;
        for (Map.Entry<String, Node> member : members.entrySet()) {
            if (isOneOf(VALUES, member.getKey()) && member.getValue() != Node.Hidden.HIDDEN) {
                collect(member.getValue(), secrets);
                member.setValue(Node.Hidden.HIDDEN);
                hidden = true;
            }
        }
        return hidden;
    }

    private static boolean hasSecretName(Map<String, Node> members, SecretNames names) {
        for (Map.Entry<String, Node> member : members.entrySet()) {
            if (isOneOf(NAMES, member.getKey()) && isSecretName(member.getValue(), names)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOneOf(Set<String> keys, String key) {
        return key.length() <= 9 && keys.contains(key.toLowerCase(Locale.ROOT));
    }

    private static boolean isSecretName(Node node, SecretNames names) {
        return node instanceof Node.Text text && text.value().length() <= LONGEST_NAME && names.isSecret(text.value());
    }

    private static void collect(Node node, KnownSecrets secrets) {
        if (node instanceof Node.Text text && !text.masked()) {
            secrets.add(text.value());
        } else if (node instanceof Node.Bare bare && bare.value().charAt(0) < 'A') {
            secrets.add(bare.value());
        } else if (node instanceof Node.Items list) {
            list.items().forEach(item -> collect(item, secrets));
        } else if (node instanceof Node.Members object) {
            List.copyOf(object.members().values()).forEach(member -> collect(member, secrets));
        }
    }
}
