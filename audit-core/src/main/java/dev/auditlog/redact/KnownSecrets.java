package dev.auditlog.redact;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The secret values of one event, to be found wherever else they stand. Work is at most text length times
 * {@value #NEEDLE}, however many secrets there are. Not safe for many threads.
 */
final class KnownSecrets {

    /** More secrets than that are a sign of an attack; the data is then not kept at all. */
    static final int MAX = 1000;

    static final int MIN_LENGTH = 4;

    /** A shorter secret is masked only where it stands as a word of its own, else "1234" would eat "12345". */
    private static final int ANYWHERE = 8;

    private static final int NEEDLE = 128;

    private final Set<String> values = new HashSet<>();
    private final Map<Long, Integer> steps = new HashMap<>();
    private final Map<Integer, String> ends = new HashMap<>();
    private final Set<String> starts = new HashSet<>();
    private final boolean[] first = new boolean[256];
    private boolean tooMany;
    private int nodes = 1;

    /** Remembers a value, as it is and without white space around; too short ones are ignored. */
    void add(String value) {
        String bare = value.strip();
        if (bare.length() < MIN_LENGTH || bare.equals(Redactor.MASK) || !values.add(Texts.cut(bare, NEEDLE))) {
            return;
        }
        if (values.size() > MAX) {
            tooMany = true;
            return;
        }
        insert(bare);
        String escaped = bare.replace("\\", "\\\\").replace("\"", "\\\"");
        if (!escaped.equals(bare)) {
            insert(escaped);
        }
    }

    /** Remembers the start of a value that was cut off; where it stands, the rest of the word is masked too. */
    void addStart(String value) {
        starts.add(value.strip());
        add(value);
    }

    private void insert(String value) {
        int length = Math.min(value.length(), NEEDLE);
        int node = 0;
        for (int i = 0; i < length; i++) {
            long step = step(node, value.charAt(i));
            Integer next = steps.get(step);
            if (next == null) {
                next = nodes++;
                steps.put(step, next);
            }
            node = next;
        }
        first[value.charAt(0) & 0xFF] = true;
        ends.put(node, value);
    }

    private static long step(int node, char c) {
        return (long) node << 16 | c;
    }

    boolean isEmpty() {
        return ends.isEmpty();
    }

    boolean isTooMany() {
        return tooMany;
    }

    /** Returns the text with every known secret masked; the same object if there is none. */
    String mask(String text) {
        if (isEmpty() || text.length() < MIN_LENGTH) {
            return text;
        }
        Spans spans = new Spans();
        for (int i = 0; i <= text.length() - MIN_LENGTH; ) {
            int length = first[text.charAt(i) & 0xFF] ? match(text, i) : 0;
            if (length > 0) {
                spans.add(i, i + length);
            }
            i += Math.max(1, length);
        }
        return spans.isEmpty() ? text : spans.mask(text);
    }

    /** Length of the longest secret that starts at a place; 0 if none does. */
    private int match(String text, int at) {
        int node = 0;
        int longest = 0;
        for (int i = at; i < text.length(); i++) {
            Integer next = steps.get(step(node, text.charAt(i)));
            if (next == null) {
                break;
            }
            node = next;
            String value = ends.get(node);
            if (value != null && (i + 1 - at >= ANYWHERE || starts.contains(value) || isWord(text, at, i + 1))) {
                longest = length(value, text, at, i + 1);
            }
        }
        return longest;
    }

    /** A long secret is known by its start: it goes on as far as it matches. */
    private int length(String value, String text, int at, int end) {
        int to = end;
        while (to < text.length() && to - at < value.length() && text.charAt(to) == value.charAt(to - at)) {
            to++;
        }
        while (starts.contains(value) && to < text.length() && " \t\r\n\"'<>&,;".indexOf(text.charAt(to)) < 0) {
            to++;
        }
        return to - at;
    }

    private static boolean isWord(String text, int from, int to) {
        return (from == 0 || !Character.isLetterOrDigit(text.charAt(from - 1)))
                && (to == text.length() || !Character.isLetterOrDigit(text.charAt(to)));
    }
}
