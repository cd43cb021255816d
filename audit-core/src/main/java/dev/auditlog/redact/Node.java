package dev.auditlog.redact;

import java.util.List;
import java.util.Map;

/** Data that was read and is to be written as JSON. */
sealed interface Node {

    record Members(Map<String, Node> members) implements Node {}

    record Items(List<Node> items) implements Node {}

    /** A string; masked in part or not at all. */
    record Text(String value, boolean masked) implements Node {}

    /** A number, true, false or null. */
    record Bare(String value) implements Node {}

    /** A string that is JSON itself. */
    record Nested(Node root, boolean masked, String original) implements Node {}

    /** Says that something is not here. */
    record Mark(String value) implements Node {}

    /** A secret. */
    enum Hidden implements Node {
        HIDDEN
    }
}
