package dev.auditlog.sample.order;

import dev.auditlog.sample.http.Fields;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * Where an order shall go.
 *
 * @param depot the depot; null for the one after the order's own
 * @param bay the place in it; null for a free one
 */
public record TransferForm(@Nullable Depot depot, @Min(1) @Max(9999) @Nullable Integer bay) implements Form {

    /** Wherever there is room. */
    static final TransferForm ANYWHERE = new TransferForm(null, null);

    static TransferForm of(Fields sent) {
        String depot = sent.text("depot");
        return new TransferForm(depot == null ? null : Depot.of(depot), sent.whole("bay"));
    }
}
