package dev.auditlog.web.event;

import dev.auditlog.canonical.EventJson;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Request;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * An event in forms that can be read and copied.
 *
 * @param data request data as indented JSON, with what was masked told apart; empty where none was recorded
 * @param json the whole event likewise
 * @param curl its request as a command; empty outside HTTP
 * @param markdown the event for a ticket
 */
public record EventTexts(List<Piece> data, List<Piece> json, String curl, String markdown) {

    private static final String DATA = "/request/data";

    static EventTexts of(AuditEvent event, UnaryOperator<String> markdown) {
        Request request = event.request();
        List<String> masked = request == null ? List.of() : request.redacted();
        List<Piece> data =
                request == null || request.data() == null ? List.of() : PrettyJson.pieces(request.data(), masked);
        List<String> inEvent = masked.stream()
                .filter(pointer -> pointer.isEmpty() || pointer.startsWith("/"))
                .map(pointer -> DATA + pointer)
                .toList();
        return new EventTexts(
                data,
                PrettyJson.pieces(EventJson.text(event), inEvent),
                Curl.of(request),
                markdown.apply(PrettyJson.text(data)));
    }
}
