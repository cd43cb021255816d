package dev.auditlog.web.search;

import dev.auditlog.web.text.Texts;
import dev.auditlog.web.text.Visible;

/** AUD-0870 to AUD-0874. */
final class SearchMessages {

    private static final int SHOWN = 80;

    private SearchMessages() {}

    static String notAnOrder(String found, Texts texts) {
        String shown = Visible.of(found.length() > SHOWN ? found.substring(0, SHOWN) + "…" : found);
        return "AUD-0870 " + texts.text("order.none", shown);
    }

    static String rollUpLater(long retrySeconds) {
        return "AUD-0871 The numbers of events by hours and days cannot be kept now, so facets, histograms and counts come"
                + " from the rows, which takes longer. Tried again every " + retrySeconds
                + " s; check the audit database, and that its user may write audit_count, audit_count_mark and audit_sighting"
                + " (db/postgresql/roles.sql).";
    }

    static String noThread(String name) {
        return "AUD-0872 " + name
                + " is not there, so facets, histograms and counts come from the rows, which takes longer.";
    }
}
