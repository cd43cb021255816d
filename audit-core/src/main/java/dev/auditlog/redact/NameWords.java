package dev.auditlog.redact;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Takes a name apart into lower-case words: {@code X-Auth-Token}, {@code user_password}, {@code apiKey2}. */
final class NameWords {

    /** Cyrillic and Greek letters that look like Latin ones, and the latter. */
    private static final String LOOKALIKES = "аеорсхуѕіјкмнтвһԁԝӏοραεινκτυχγ";

    private static final String LATIN = "aeopcxysijkmhtbhdwlopaeivktuxy";

    /** Latin letters that have no decomposition, each followed by what stands for it. */
    private static final String[] FOLDED = {
        "ł", "l", "ø", "o", "đ", "d", "ð", "d", "ß", "ss", "æ", "ae", "œ", "oe", "ı", "i"
    };

    private NameWords() {}

    /** Splits at everything that is no letter or digit, between aB, ABc, and between letters and digits. */
    static List<String> of(String name) {
        String text = isAscii(name) ? name : Normalizer.normalize(name, Normalizer.Form.NFKC);
        List<String> words = new ArrayList<>(4);
        int start = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isInvisible(c)) {
                return of(withoutInvisible(text));
            }
            if (!isWordPart(c)) {
                start = flush(text, start, i, words);
            } else if (start < 0) {
                start = i;
            } else if (isBoundary(text, i)) {
                flush(text, start, i, words);
                start = i;
            }
        }
        flush(text, start, text.length(), words);
        return words;
    }

    private static int flush(String text, int start, int end, List<String> words) {
        String word = start < 0 ? "" : normal(text.substring(start, end));
        if (!word.isEmpty()) { // nothing is left of mere accents
            words.add(word);
        }
        return -1;
    }

    private static boolean isBoundary(String text, int i) {
        char before = text.charAt(i - 1);
        char c = text.charAt(i);
        if (isDigit(before) != isDigit(c)) {
            return true;
        }
        if (!Character.isUpperCase(c)) {
            return false;
        }
        boolean nextIsLower = i + 1 < text.length() && Character.isLowerCase(text.charAt(i + 1));
        return Character.isLowerCase(before) || Character.isUpperCase(before) && nextIsLower;
    }

    /** Lower case, no accents, one form for letters that look alike. */
    static String normal(String word) {
        if (isAscii(word)) {
            return word.toLowerCase(Locale.ROOT);
        }
        String text = Normalizer.normalize(word, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        text = withoutMarks(Normalizer.normalize(text, Normalizer.Form.NFD));
        text = Normalizer.normalize(text, Normalizer.Form.NFC);
        for (int i = 0; i < FOLDED.length; i += 2) {
            text = text.replace(FOLDED[i], FOLDED[i + 1]);
        }
        return latinIfMixed(text);
    }

    /** Returns what the name was if somebody read its UTF-8 as ISO 8859-1, or the name itself. */
    static String repaired(String name) {
        boolean suspicious = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c > 0xFF) {
                return name;
            }
            suspicious |= c >= 0xC2;
        }
        if (!suspicious) {
            return name;
        }
        return new String(name.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static String withoutMarks(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (Character.getType(text.charAt(i)) != Character.NON_SPACING_MARK) {
                kept.append(text.charAt(i));
            }
        }
        return kept.toString();
    }

    private static String withoutInvisible(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!isInvisible(text.charAt(i))) {
                kept.append(text.charAt(i));
            }
        }
        return kept.toString();
    }

    /** Only a word of mixed scripts is a disguise; one that is all Cyrillic is a word of its language. */
    private static String latinIfMixed(String text) {
        boolean latin = text.chars().anyMatch(c -> c >= 'a' && c <= 'z');
        return latin ? undisguised(text) : text;
    }

    /** Returns a name with Latin letters in place of lower-case ones that look like them. */
    static String undisguised(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int at = text.charAt(i) < 128 ? -1 : LOOKALIKES.indexOf(text.charAt(i));
            folded.append(at < 0 ? text.charAt(i) : LATIN.charAt(at));
        }
        return folded.toString();
    }

    private static boolean isWordPart(char c) {
        if (c < 128) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || isDigit(c);
        }
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isInvisible(char c) {
        return c >= 128 && Character.getType(c) == Character.FORMAT || c == '\u00AD';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }
}
