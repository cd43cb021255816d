package dev.auditlog.web.view;

import dev.auditlog.view.ViewContent;
import dev.auditlog.web.search.EventsLink;

/** Addresses of lists that say what they show: never that of the list alone, which shows what a person's begins with. */
final class ViewLink {

    private ViewLink() {}

    /**
     * The address of what a view shows.
     *
     * @param base context path as the browser sees it
     */
    static String of(String base, ViewContent content) {
        EventsLink list = new EventsLink(base, content.query(), content.from(), content.to(), "");
        return explicit(list.order(content.order()).url());
    }

    /** The same address; where it says nothing, one that says so. */
    static String explicit(String url) {
        return url.indexOf('?') < 0 ? url + "?q=" : url;
    }
}
