package dev.auditlog.view;

import dev.auditlog.view.ViewException.Kind;

/** Texts of AUD-1040 to AUD-1059. */
final class ViewMessages {

    private static final int SHOWN = 80;

    private ViewMessages() {}

    static ViewException badName(String name) {
        return new ViewException(
                Kind.INVALID,
                "AUD-1040",
                "\"" + start(name) + "\" is no name for a view. Allowed: 1 to " + ViewRules.MAX_NAME
                        + " characters without control characters. Choose another name.");
    }

    static ViewException exists(String name) {
        return new ViewException(
                Kind.CONFLICT,
                "AUD-1041",
                "This person has a view \"" + start(name) + "\" already. Allowed: a new name. Choose another name.");
    }

    static ViewException unknown() {
        return new ViewException(
                Kind.UNKNOWN,
                "AUD-1042",
                "There is no such view, or it is private to somebody else. Allowed: a view of the list. Reload the list.");
    }

    static ViewException notYours(String owner) {
        return new ViewException(
                Kind.FORBIDDEN,
                "AUD-1043",
                "This view is shared by " + owner + ". Allowed: its owner and admins change it. Save one of your own.");
    }

    static ViewException tooMany() {
        return new ViewException(
                Kind.CONFLICT,
                "AUD-1044",
                "This person has " + ViewRules.MAX_VIEWS + " views. Allowed: so many. Delete one that is not needed.");
    }

    static ViewException badKey() {
        return new ViewException(
                Kind.INVALID,
                "AUD-1045",
                "This is no view that a list can begin with. Allowed: a view of the list. Reload the list.");
    }

    static ViewException tooLong(String what, int max) {
        return new ViewException(
                Kind.INVALID, "AUD-1046", "The " + what + " is too long. Allowed: " + max + " characters. Shorten it.");
    }

    private static String start(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
