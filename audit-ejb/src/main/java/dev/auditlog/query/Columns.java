package dev.auditlog.query;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns of {@code audit_event} that qualifiers ask about. */
final class Columns {

    /** The request data, as JSON text. */
    static final String DATA = "request_data";

    /**
     * What free text looks at besides the data, in lower case. One text, since a condition for each column would be too
     * much for Derby (it compiles statements to methods of 64 KiB); the character between cannot stand in a query.
     */
    static final String FREE_TEXT = Stream.of(
                    "request_path",
                    "target_type",
                    "target_id",
                    "target_name",
                    "actor_id",
                    "actor_name",
                    "error_type",
                    "error_message")
            .map(column -> "coalesce(" + column + ", '')")
            .collect(Collectors.joining(" || '\u0001' || ", "lower(", ")"));

    private Columns() {}

    /** Columns of which one is not null where the event has what the qualifier asks about; the main one first. */
    static List<String> of(Qualifier qualifier) {
        return switch (qualifier) {
            case ACTOR -> List.of("actor_key", "actor_name");
            case ACTIVITY -> List.of("activity");
            case OUTCOME -> List.of("outcome");
            case TARGET -> List.of("target_type", "target_id");
            case OPERATION -> List.of("operation");
            case IP -> List.of("source_key");
            case STATUS -> List.of("status");
            case DURATION -> List.of("duration_us");
            case APPLICATION -> List.of("application");
            case NODE -> List.of("node");
            case GROUP -> List.of("actor_group");
            case TYPE -> List.of("actor_type");
            case SESSION -> List.of("actor_session");
            case REASON -> List.of("reason");
            case CORRELATION -> List.of("correlation_id");
            case PATH -> List.of("request_path");
            case ID -> List.of("id");
            case TRACE -> List.of("trace_id");
            case PARENT -> List.of("parent_id");
            case CHAIN -> List.of("chain");
            case TRANSACTION -> List.of("tx_outcome");
            case METHOD -> List.of("request_method");
            case ERROR -> List.of("error_type");
            case HOURS -> List.of("time_us");
            case FIRST -> List.of("source_key");
        };
    }

    /** The main column of a qualifier. */
    static String main(Qualifier qualifier) {
        return of(qualifier).get(0);
    }
}
