package dev.auditlog.query;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place between two events of one query's result. Its text is opaque to all outside this package; it stays valid when
 * events are added, and with another time range. Immutable.
 */
public final class EventCursor {

    private static final EventCursor START = new EventCursor(null, false, new byte[0]);
    private static final byte VERSION = 1;
    private static final int DIGEST_BYTES = 8;
    private static final int BYTES = 2 + 2 * Long.BYTES + DIGEST_BYTES;

    private final @Nullable UUID id;
    private final boolean backward;
    private final byte[] digest;

    private EventCursor(@Nullable UUID id, boolean backward, byte[] digest) {
        this.id = id;
        this.backward = backward;
        this.digest = digest;
    }

    /** Before the first event of any query. */
    public static EventCursor start() {
        return START;
    }

    /**
     * Reads what {@link #toText} gave.
     *
     * @param text null and empty for the start
     * @throws QuerySyntaxException if it is anything else
     */
    public static EventCursor parse(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return START;
        }
        ByteBuffer bytes = ByteBuffer.wrap(decode(text));
        if (bytes.remaining() != BYTES || bytes.get() != VERSION) {
            throw QueryMessages.badCursor();
        }
        byte direction = bytes.get();
        UUID id = new UUID(bytes.getLong(), bytes.getLong());
        byte[] digest = new byte[DIGEST_BYTES];
        bytes.get(digest);
        if (direction != 0 && direction != 1) {
            throw QueryMessages.badCursor();
        }
        return new EventCursor(id, direction == 1, digest);
    }

    /**
     * Reads what {@link #toText} gave for a query.
     *
     * @param text null and empty for the start
     * @throws QuerySyntaxException if it is anything else, or was given out for another query or order
     */
    public static EventCursor parse(@Nullable String text, EventQuery query) {
        EventCursor cursor = parse(text);
        cursor.checkBelongsTo(query);
        return cursor;
    }

    private static byte[] decode(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException noBase64) {
            throw QueryMessages.badCursor();
        }
    }

    /** Where the page after this event begins. */
    static EventCursor after(UUID id, EventQuery query) {
        return new EventCursor(id, false, digest(query));
    }

    /** Where the page before this event ends. */
    static EventCursor before(UUID id, EventQuery query) {
        return new EventCursor(id, true, digest(query));
    }

    /** Letters, digits, {@code -} and {@code _}; empty at the start. */
    public String toText() {
        UUID last = id;
        if (last == null) {
            return "";
        }
        ByteBuffer bytes = ByteBuffer.allocate(BYTES)
                .put(VERSION)
                .put((byte) (backward ? 1 : 0))
                .putLong(last.getMostSignificantBits())
                .putLong(last.getLeastSignificantBits())
                .put(digest);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** Whether it stands before the first event. */
    public boolean isStart() {
        return id == null;
    }

    /** Refuses a cursor that was given out for another query or order. */
    void checkBelongsTo(EventQuery query) {
        if (!isStart() && !MessageDigest.isEqual(digest, digest(query))) {
            throw QueryMessages.cursorOfAnotherQuery();
        }
    }

    /** The event beside the place. */
    UUID id() {
        return Objects.requireNonNull(id, "the start has no event beside it");
    }

    /** Whether the page ends here rather than begins. */
    boolean backward() {
        return backward;
    }

    private static byte[] digest(EventQuery query) {
        try {
            byte[] whole =
                    MessageDigest.getInstance("SHA-256").digest(query.identity().getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(whole, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java platform has SHA-256
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EventCursor that && toText().equals(that.toText());
    }

    @Override
    public int hashCode() {
        return toText().hashCode();
    }

    @Override
    public String toString() {
        return toText();
    }
}
