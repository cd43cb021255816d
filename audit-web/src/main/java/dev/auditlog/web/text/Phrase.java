package dev.auditlog.web.text;

/**
 * What was done, around the object that it was done to: "tried to delete" <b>Order 42</b> "".
 *
 * @param before words before the object
 * @param object the object; empty where the phrase names none
 * @param after words after it; many languages have the verb there
 */
public record Phrase(String before, String object, String after) {

    static final String OBJECT = "{target}";

    /** Reads a pattern from the bundle. Only the first place of the object counts. */
    static Phrase of(String pattern, String object) {
        int place = pattern.indexOf(OBJECT);
        if (place < 0) {
            return new Phrase(pattern.strip(), "", "");
        }
        return new Phrase(
                pattern.substring(0, place).strip(),
                object,
                pattern.substring(place + OBJECT.length()).strip());
    }

    public String text() {
        return (before + " " + object + " " + after).strip().replaceAll(" {2,}", " ");
    }
}
