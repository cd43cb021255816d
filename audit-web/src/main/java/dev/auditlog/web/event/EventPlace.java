package dev.auditlog.web.event;

import dev.auditlog.web.search.EventsLink;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Where an event is shown, which says where links to another event lead: beside its list, or on a page of its own.
 *
 * @param list the list from which the reader came
 * @param beside whether the event is open beside it
 */
record EventPlace(EventsLink list, boolean beside) {

    /** Address of another event in the same place. */
    String event(UUID id) {
        return beside ? list.beside(id) : list.event(id);
    }

    /** Address of an event in the same place, at another part of its object's history. */
    String history(UUID id, String cursor) {
        Map<String, String> more = new LinkedHashMap<>();
        if (beside) {
            more.put("event", id.toString());
        }
        more.put("history", cursor);
        return list.address(beside ? "/events" : "/events/" + id, more) + "#history";
    }
}
