package dev.auditlog.web.search;

import dev.auditlog.web.text.Visible;

/** AUD-0870 to AUD-0874. */
final class SearchMessages {

    private static final int SHOWN = 80;

    private SearchMessages() {}

    static String notAnOrder(String found) {
        String shown = Visible.of(found.length() > SHOWN ? found.substring(0, SHOWN) + "…" : found);
        return "AUD-0870 order = \"" + shown
                + "\" is no order. Allowed: newest, oldest; default newest. Correct the address.";
    }
}
