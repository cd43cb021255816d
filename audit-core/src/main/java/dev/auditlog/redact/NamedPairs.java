package dev.auditlog.redact;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Hides values whose secret name is a value itself: {@code {"name":"password","value":"x"}}, {@code ["token","x"]}, and
 * below the heading of a table.
 */
final class NamedPairs {

    /** Compared without case, signs and a leading @, as are the others. */
    private static final Set<String> NAMES = Set.of(
            "name",
            "key",
            "field",
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
            "path",
            "setting",
            "variable",
            "column");

    private static final Set<String> SOFT_NAMES = Set.of("type", "id", "label", "path");

    private static final Set<String> VALUES = Set.of(
            "value", "values", "val", "v", "content", "data", "text", "answer", "input", "default", "string", "old",
            "new", "from", "to", "before", "after");

    private static final Set<String> HEADINGS =
            Set.of("columns", "fields", "headers", "header", "keys", "names", "key");

    private static final Set<String> ROWS = Set.of("rows", "row", "values", "data", "records", "string");

    /** The private members of a JSON Web Key (RFC 7518 section 6). */
    private static final Set<String> WEB_KEY = Set.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");

    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_KEY = 20;

    private NamedPairs() {}

    /** Hides in place; returns whether there was something to hide. */
    static boolean hide(Node node, SecretNames names, KnownSecrets secrets) {
        if (node instanceof Node.Members object) {
            return hideIn(object.members(), names, secrets);
        }
        return node instanceof Node.Items list && hideIn(list.items(), names, secrets);
    }

    /** The same for an object or array that was cut: the name of a value may be in what is missing. */
    static boolean hideAtCut(Node node, SecretNames names, KnownSecrets secrets) {
        boolean hidden = hide(node, names, secrets);
        if (node instanceof Node.Members object
                && object.members().keySet().stream().noneMatch(NamedPairs::isName)) {
            hidden |= hideMembers(object.members(), VALUES, secrets);
        }
        return hidden;
    }

    private static boolean hideIn(List<Node> items, SecretNames names, KnownSecrets secrets) {
        if (items.size() == 2 && isSecretName(items.get(0), names)) {
            Node value = items.get(1);
            if (value instanceof Node.Text || value instanceof Node.Bare) {
                collect(value, secrets);
                items.set(1, Node.Hidden.HIDDEN);
                return true;
            }
        }
        return items.size() > 1
                && items.get(0) instanceof Node.Items heading
                && hideBelow(heading.items(), items, names, secrets);
    }

    private static boolean hideBelow(List<Node> heading, List<Node> rows, SecretNames names, KnownSecrets secrets) {
        boolean hidden = false;
        for (int column = 0; column < heading.size(); column++) {
            if (!isSecretName(heading.get(column), names)) {
                continue;
            }
            for (Node row : rows.subList(1, rows.size())) {
                if (row instanceof Node.Items cells && column < cells.items().size()) {
                    collect(cells.items().get(column), secrets);
                    cells.items().set(column, Node.Hidden.HIDDEN);
                    hidden = true;
                }
            }
        }
        return hidden;
    }

    private static boolean hideIn(Map<String, Node> members, SecretNames names, KnownSecrets secrets) {
        boolean hidden = members.containsKey("kty") && hideMembers(members, WEB_KEY, secrets);
        boolean named = false;
        boolean headed = false;
        for (Map.Entry<String, Node> member : members.entrySet()) {
            Node value = member.getValue();
            if (value instanceof Node.Items list) {
                headed |= isOneOf(HEADINGS, member.getKey())
                        && list.items().stream().anyMatch(item -> isSecretName(item, names));
                hidden |= hideIn(list.items(), names, secrets); // an element that occurs several times
            } else {
                named |= isName(member.getKey()) && isSecretName(value, names) && isMeant(member.getKey(), value);
            }
        }
        hidden |= named && hideMembers(members, VALUES, secrets);
        return hidden | (headed && hideMembers(members, ROWS, secrets));
    }

    private static boolean hideMembers(Map<String, Node> members, Set<String> which, KnownSecrets secrets) {
        boolean hidden = false;
        for (Map.Entry<String, Node> member : members.entrySet()) {
            if ((isOneOf(which, member.getKey()) || which == VALUES && isLike(member.getKey(), "value"))
                    && member.getValue() != Node.Hidden.HIDDEN) {
                collect(member.getValue(), secrets);
                member.setValue(Node.Hidden.HIDDEN);
                hidden = true;
            }
        }
        return hidden;
    }

    private static boolean isName(String key) {
        return isOneOf(NAMES, key) || isLike(key, "name");
    }

    /** A {@code {"type":"card","to":"Bob"}} is about a payment; only what is a secret without doubt counts there. */
    private static boolean isMeant(String key, Node value) {
        return !isOneOf(SOFT_NAMES, key)
                || value instanceof Node.Text text
                        && (text.value().equalsIgnoreCase("pin") || SecretNames.isClear(text.value()));
    }

    private static boolean isOneOf(Set<String> keys, String key) {
        if (key.length() > LONGEST_KEY) {
            return false;
        }
        String lower = key.toLowerCase(Locale.ROOT);
        boolean marked = lower.startsWith("@") || lower.startsWith("#");
        return keys.contains(marked ? lower.substring(1) : lower);
    }

    /** {@code parameterName} and {@code param_value} mean the same as name and value. */
    private static boolean isLike(String key, String end) {
        int from = key.length() - end.length();
        return from > 0 && key.length() <= LONGEST_KEY && key.regionMatches(true, from, end, 0, end.length());
    }

    private static boolean isSecretName(Node node, SecretNames names) {
        if (!(node instanceof Node.Text text) || text.value().length() > LONGEST_NAME) {
            return false;
        }
        return text.value().indexOf(' ') < 0 ? names.isSecret(text.value()) : names.isPhrase(text.value());
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
