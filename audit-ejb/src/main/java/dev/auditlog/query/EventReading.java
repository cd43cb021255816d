package dev.auditlog.query;

import dev.auditlog.event.AuditEvent;
import dev.auditlog.store.EventSelect.Found;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** All events of a query, one page in memory at a time; the next page begins after the last event of the one before. */
final class EventReading implements Iterator<AuditEvent> {

    private final Reader reader;
    private final UnaryOperator<AuditEvent> completion;
    private final Windows windows;
    private @Nullable UUID last;
    private boolean ended;
    private List<Found> page = List.of();
    private int at;

    /** Finds a page. */
    interface Reader {

        /** The events after one, or the first ones: {@value EventFinder#MAX_LIMIT}, fewer only where there are no more. */
        List<Found> next(EventQuery query, @Nullable UUID after);
    }

    /**
     * Begins with the first page.
     *
     * @param completion reads an event anew, with the request data that its page left
     */
    EventReading(Reader reader, UnaryOperator<AuditEvent> completion, Windows windows) {
        this.reader = reader;
        this.completion = completion;
        this.windows = windows;
        turn();
    }

    @Override
    public boolean hasNext() {
        if (at == page.size() && !ended) {
            turn();
        }
        return at < page.size();
    }

    /** Goes to the next page that has events, or to the end. */
    private void turn() {
        do {
            page = nextPage();
            at = 0;
            if (!page.isEmpty()) {
                last = page.get(page.size() - 1).event().id();
            }
            if (page.size() < EventFinder.MAX_LIMIT) {
                ended = windows.isLast();
                windows.advance();
            }
        } while (page.isEmpty() && !ended);
    }

    private List<Found> nextPage() {
        while (true) {
            try {
                return reader.next(windows.current(), last);
            } catch (QueryTimeoutException slow) {
                windows.narrow(slow);
            }
        }
    }

    @Override
    public AuditEvent next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Found found = page.get(at++);
        return found.isDataLeft() ? completion.apply(found.event()) : found.event();
    }
}
