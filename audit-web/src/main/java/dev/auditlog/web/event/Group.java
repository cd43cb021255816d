package dev.auditlog.web.event;

import dev.auditlog.web.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Fields of an event that belong together.
 *
 * @param key part of the group's id on the page
 * @param title its heading
 * @param fields those that the event has
 */
public record Group(String key, String title, List<Field> fields) {

    /** One field: its key, its name, its value in pieces. */
    public record Field(String key, String label, List<Part> parts) {

        /** The value without what explains it, as it is copied: what is seen, since what is hidden may be harmful. */
        public String value() {
            String value = texts(parts.stream().filter(part -> !part.isDim()));
            return value.isEmpty() ? texts(parts.stream()) : value;
        }

        private static String texts(Stream<Part> parts) {
            return parts.map(Part::text).collect(Collectors.joining(" "));
        }
    }

    static Building named(String key, Texts texts) {
        return new Building(key, texts);
    }

    /** A group in the making; fields without a value are left out. */
    static final class Building {

        private final String key;
        private final Texts texts;
        private final List<Field> fields = new ArrayList<>();

        private Building(String key, Texts texts) {
            this.key = key;
            this.texts = texts;
        }

        /** Adds a field whose name stands in the bundle. */
        Building add(String field, Part... parts) {
            return labelled(field, texts.text("field." + field), parts);
        }

        /** Adds a field with a name of its own. */
        Building labelled(String field, String label, Part... parts) {
            List<Part> present =
                    Stream.of(parts).filter(p -> !p.text().isEmpty()).toList();
            if (!present.isEmpty()) {
                fields.add(new Field(field, label, present));
            }
            return this;
        }

        Group done() {
            return new Group(key, texts.text("group." + key), List.copyOf(fields));
        }
    }
}
