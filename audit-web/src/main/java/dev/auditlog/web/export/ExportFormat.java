package dev.auditlog.web.export;

import dev.auditlog.export.TextFormat;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The formats of a file, by the names that the API knows. */
enum ExportFormat {
    JSONL("application/x-ndjson", "jsonl", TextFormat.JSONL),
    CSV("text/csv; charset=UTF-8; header=present", "csv", TextFormat.CSV),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", XlsxFile::new),
    OCSF("application/x-ndjson", "ocsf.jsonl", TextFormat.OCSF),
    ECS("application/x-ndjson", "ecs.jsonl", TextFormat.ECS),
    CEF("text/plain; charset=UTF-8", "cef", TextFormat.CEF),
    CADF("application/x-ndjson", "cadf.jsonl", TextFormat.CADF);

    private final String mediaType;
    private final String ending;
    private final Function<OutputStream, ExportFile> opening;

    ExportFormat(String mediaType, String ending, TextFormat format) {
        this(mediaType, ending, out -> new TextFile(format, out));
    }

    ExportFormat(String mediaType, String ending, Function<OutputStream, ExportFile> opening) {
        this.mediaType = mediaType;
        this.ending = ending;
        this.opening = opening;
    }

    /**
     * Reads the parameter {@code format}.
     *
     * @param found null for the events' own JSON
     * @throws dev.auditlog.AuditException if there is no such format; the answer is a 400
     */
    static ExportFormat parse(@Nullable String found) {
        if (found == null) {
            return JSONL;
        }
        return Arrays.stream(values())
                .filter(format -> format.text().equals(found))
                .findFirst()
                .orElseThrow(() -> ExportMessages.notAFormat(found, names()));
    }

    private static List<String> names() {
        return Arrays.stream(values()).map(ExportFormat::text).toList();
    }

    /** The name of the format in the API. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    String mediaType() {
        return mediaType;
    }

    /** What a file's name ends in, after the dot. */
    String ending() {
        return ending;
    }

    /** Begins a file. */
    ExportFile open(OutputStream out) {
        return opening.apply(out);
    }
}
