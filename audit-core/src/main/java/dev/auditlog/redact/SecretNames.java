package dev.auditlog.redact;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Says whether a value that stands under a name is a secret. Names are compared word by word, never by substring, so
 * that {@code passenger} and {@code cardinality} stay. Immutable.
 */
final class SecretNames {

    private static final int MAX_NAME = 256;
    private static final char UNDECODED = '\uFFFD';
    private static final int MAX_WORDS = 24;
    private static final int LONGEST_PHRASE = 4;

    /** Something that a secret word glued to another one has in it; keeps the search for such rare. By first letter. */
    private static final String[][] CORES =
            cores("pass pwd pw token secret key auth card pin code sess cred ssn iban cvv"
                    + " cvc sig cookie otp jwt phrase wort word senha contrasen hasl parol");

    private static final Set<String> GLUED = Set.of("pass", "pin", "pw", "card");

    private static final SecretNames STANDARD = new SecretNames(Set.of());

    private final Set<String> further;
    private final NameVerdicts verdicts = new NameVerdicts();

    private SecretNames(Set<String> further) {
        this.further = further;
    }

    static SecretNames standard() {
        return STANDARD;
    }

    /** Returns names with further ones, which are compared as a whole, without regard to case and separators. */
    static SecretNames with(Set<String> names) {
        if (names.isEmpty()) {
            return STANDARD;
        }
        Set<String> joined = new HashSet<>();
        for (String name : names) {
            joined.add(String.join("", NameWords.of(name)));
        }
        joined.remove("");
        return new SecretNames(Set.copyOf(joined));
    }

    /** The same as {@link #isSecret}, for the name of a member or field: those come again with each request. */
    boolean isSecretKey(String name) {
        if (!NameVerdicts.takes(name)) {
            return isSecret(name);
        }
        NameVerdicts.Verdict known = verdicts.of(name);
        return known == null ? verdicts.keep(name, isSecret(name)) : known.secret();
    }

    boolean isSecret(String name) {
        if (name.length() < 2) {
            return false;
        }
        String start = name.length() > MAX_NAME ? name.substring(0, MAX_NAME) : name;
        if (isSecretPath(start)) {
            return true;
        }
        if (start.indexOf('%') >= 0 && isSecretPath(Percent.decodeFully(start))) {
            return true;
        }
        String repaired = NameWords.repaired(start);
        return !repaired.equals(start) && isSecretPath(repaired) || !NameWords.isAscii(start) && isDisguised(start);
    }

    /** Look-alike letters, or one letter that could not be decoded. */
    private boolean isDisguised(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return isSecretAsIs(NameWords.undisguised(lower))
                || lower.indexOf(UNDECODED) >= 0 && SecretWords.GAPPED.contains(String.join("", NameWords.of(lower)));
    }

    /** In a path such as {@code status[token]} the last name alone may be a secret's. */
    private boolean isSecretPath(String name) {
        if (isSecretAsIs(name)) {
            return true;
        }
        int end = name.length();
        while (end > 0 && (isPathSign(name.charAt(end - 1)) || NameWords.isDigit(name.charAt(end - 1)))) {
            end--;
        }
        int from = end;
        while (from > 0 && !isPathSign(name.charAt(from - 1))) {
            from--;
        }
        return from > 0 && from < end && isSecretAsIs(name.substring(from, end));
    }

    private static boolean isPathSign(char c) {
        return c == '.' || c == '[' || c == ']' || c == ':' || c == '/' || c == '>';
    }

    /** Says whether words that stand side by side in a text are the name of a secret: {@code card number}. */
    boolean isPhrase(String words) {
        String joined = String.join("", NameWords.of(words));
        return SecretWords.STRONG.contains(joined) || further.contains(joined);
    }

    /** Says whether a name is a secret's without doubt: unlike {@code card} or {@code pass}, which are words too. */
    static boolean isClear(String name) {
        List<String> words = NameWords.of(name);
        return words.size() <= LONGEST_PHRASE && (hasPhrase(words) || isInside(String.join("", words)));
    }

    private boolean isSecretAsIs(String name) {
        List<String> words = NameWords.of(name);
        if (words.size() > MAX_WORDS) {
            words = words.subList(words.size() - MAX_WORDS, words.size());
        }
        if (words.isEmpty()) {
            return false;
        }
        String joined = words.size() == 1 ? words.get(0) : String.join("", words);
        if (!further.isEmpty() && isFurther(name, joined)) {
            return true;
        }
        if (isAbout(words) || SecretWords.HARMLESS.contains(joined)) {
            return false;
        }
        return SecretWords.STRONG.contains(joined) && words.size() != 1
                || hasPhrase(words)
                || isWeak(words)
                || isInside(joined);
    }

    private boolean isFurther(String name, String joined) {
        if (further.contains(joined)) {
            return true;
        }
        int dot = name.lastIndexOf('.');
        return dot >= 0 && further.contains(String.join("", NameWords.of(name.substring(dot + 1))));
    }

    private static boolean hasPhrase(List<String> words) {
        for (int from = 0; from < words.size(); from++) {
            String joined = "";
            for (int to = from; to < Math.min(words.size(), from + LONGEST_PHRASE); to++) {
                joined = to == from ? words.get(to) : joined + words.get(to);
                if (isStrong(joined) && !isSomethingElse(joined, words, to)) {
                    return true;
                }
            }
            if (isGlued(words.get(from)) && !isSomethingElse(words.get(from), words, from)) {
                return true;
            }
        }
        return false;
    }

    /** A question or a point in time: {@code hasPassword}, {@code tokenIssuedAt}. */
    private static boolean isAbout(List<String> words) {
        return words.size() > 1
                && (SecretWords.ASKING.contains(words.get(0))
                        || SecretWords.CLOSING.contains(words.get(words.size() - 1)));
    }

    /** The word that is meant comes last: a {@code passwordPolicy} is a policy, a {@code policyPassword} a password. */
    private static boolean isSomethingElse(String secret, List<String> words, int end) {
        return hasAny(words.subList(end + 1, words.size()), SecretWords.NEUTRAL)
                || secret.startsWith("token") && hasAny(words, SecretWords.QUANTITY);
    }

    private static boolean isStrong(String word) {
        return SecretWords.STRONG.contains(word)
                || word.length() > 3
                        && word.endsWith("s")
                        && SecretWords.STRONG.contains(word.substring(0, word.length() - 1));
    }

    private static String[][] cores(String words) {
        String[][] byLetter = new String['z' + 1][];
        for (String word : words.split(" ")) {
            String[] before = byLetter[word.charAt(0)];
            String[] longer = before == null ? new String[1] : Arrays.copyOf(before, before.length + 1);
            longer[longer.length - 1] = word;
            byLetter[word.charAt(0)] = longer;
        }
        return byLetter;
    }

    private static boolean hasCore(String word) {
        for (int i = 0; i < word.length() - 1; i++) {
            String[] cores = word.charAt(i) <= 'z' ? CORES[word.charAt(i)] : null;
            for (int k = 0; cores != null && k < cores.length; k++) {
                if (word.startsWith(cores[k], i)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Two words without a sign between them, such as {@code userpassword} or {@code passwordconfirm}. */
    private static boolean isGlued(String word) {
        if (word.length() < 5 || !hasCore(word)) {
            return false;
        }
        for (int at = 1; at < word.length() - 1; at++) {
            String left = word.substring(0, at);
            String right = word.substring(at);
            if (SecretWords.ENDS.contains(right)
                    || SecretWords.MODIFIERS.contains(left) && (isStrong(right) || isGluedWeak(left, right))
                    || isStrong(left) && SecretWords.MODIFIERS.contains(right)
                    || isStrong(left) && isStrong(right)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isGluedWeak(String left, String right) {
        return left.length() > 1 && GLUED.contains(right);
    }

    private static boolean isWeak(List<String> words) {
        boolean weak = false;
        boolean strict = words.contains("auth") && words.stream().noneMatch(w -> !w.equals("auth") && isWeakWord(w));
        Set<String> beside = strict ? SecretWords.AUTH_MODIFIERS : SecretWords.MODIFIERS;
        for (String word : words) {
            if (isWeakWord(word)) {
                weak = true;
            } else if (!beside.contains(word) && !Character.isDigit(word.charAt(0))) {
                return false;
            }
        }
        return weak;
    }

    private static boolean isWeakWord(String word) {
        return SecretWords.WEAK.contains(word);
    }

    private static boolean isInside(String joined) {
        return !NameWords.isAscii(joined) && SecretWords.INSIDE.stream().anyMatch(joined::contains);
    }

    private static boolean hasAny(List<String> words, Set<String> of) {
        for (String word : words) {
            if (of.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
