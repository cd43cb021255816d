package dev.auditlog.web.rest;

import dev.auditlog.NotAudited;
import dev.auditlog.query.TimeRange;
import dev.auditlog.web.complete.Completer;
import dev.auditlog.web.complete.Suggestion;
import dev.auditlog.web.complete.Suggestions;
import dev.auditlog.web.signin.Roles;
import dev.auditlog.web.text.Texts;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may stand next in a query that is being typed. */
@Path("/completions")
@RequestScoped
@RolesAllowed(Roles.AUDITOR)
@Produces(MediaType.APPLICATION_JSON)
public class CompletionResource {

    private static final List<String> NAMES = List.of("q", "at", "from", "to");
    private static final int MAX_CHARS = 2_000;

    @Inject
    Completer completer;

    @Inject
    Texts texts;

    /** Qualifiers, or values that events of the time range have; {@code q} need not be a query yet. */
    @GET
    @NotAudited(reason = "Shows words beside a search, which leaves an event of its own.")
    public Response complete(@Context UriInfo uri) {
        EventParameters asked = EventParameters.of(uri.getQueryParameters(), NAMES);
        String given = asked.one("q");
        String query = given == null ? "" : given;
        int cursor = cursor(asked.one("at"), query.length());
        TimeRange range = asked.range(Instant.now());
        Suggestions found = query.length() > MAX_CHARS
                ? new Suggestions(cursor, cursor, List.of(), true, true)
                : completer.at(query, cursor, range, texts);
        return Response.fromResponse(Answers.json(json(found)))
                .header(HttpHeaders.CONTENT_LANGUAGE, texts.locale().toLanguageTag())
                .build();
    }

    private static int cursor(@Nullable String found, int length) {
        try {
            int cursor = found == null ? length : Integer.parseInt(found);
            if (cursor >= 0 && cursor <= length) {
                return cursor;
            }
        } catch (NumberFormatException noNumber) {
            // told below
        }
        throw RestMessages.notAPlace(String.valueOf(found), length);
    }

    private static byte[] json(Suggestions found) {
        JsonArrayBuilder items = Json.createArrayBuilder();
        found.items().forEach(item -> items.add(json(item)));
        return Json.createObjectBuilder()
                .add("start", found.start())
                .add("end", found.end())
                .add("items", items)
                .add("complete", found.complete())
                .add("narrowed", found.narrowed())
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static JsonObjectBuilder json(Suggestion item) {
        JsonObjectBuilder json =
                Json.createObjectBuilder().add("insert", item.insert()).add("label", item.label());
        if (!item.note().isEmpty()) {
            json.add("note", item.note());
        }
        if (item.count() >= 0) {
            json.add("count", item.count());
        }
        return json;
    }
}
