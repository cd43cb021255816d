package dev.auditlog.record;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what the segments of an earlier run hold, from the newest to the oldest.
 *
 * <p>Each header names the segment that was the last one with records when it was made, and where that one ended. So what
 * stands behind that end, and segments numbered between the two, was never acknowledged, or is in the database: it is
 * left out, and a group that failed does not come back after the caller has written it again. And a segment that is
 * shorter has lost what was acknowledged: that is damage.
 */
final class SpoolRecovery {

    private static final System.Logger LOG = System.getLogger(SpoolRecovery.class.getName());

    private final SpoolFiles files;
    private final Path directory;
    private final SegmentList segments;
    private SpoolFormat.@Nullable Header newer;
    private boolean deleted;
    private int damaged;

    SpoolRecovery(SpoolFiles files, Path directory, SegmentList segments) {
        this.files = files;
        this.directory = directory;
        this.segments = segments;
    }

    /** Fills the list, and returns the highest number that a file has; 0 for none. */
    long read() throws IOException {
        List<String> names = files.list(directory);
        List<Long> numbers = names.stream()
                .filter(name -> !SpoolNames.isDamaged(name))
                .map(SpoolNames::number)
                .flatMapToLong(OptionalLong::stream)
                .boxed()
                .sorted(Comparator.reverseOrder())
                .toList();
        for (long number : numbers) {
            read(number);
        }
        if (deleted) {
            files.forceDirectory(directory);
        }
        return names.stream()
                .map(SpoolNames::number)
                .flatMapToLong(OptionalLong::stream)
                .max()
                .orElse(0);
    }

    /** How many segments are damaged. */
    int damaged() {
        return damaged;
    }

    private void read(long number) throws IOException {
        Path path = SpoolNames.segment(directory, number);
        SpoolFormat.Header after = newer;
        if (after != null && number > after.previous()) {
            delete(path);
            return;
        }
        Segment segment;
        try (SpoolFile file = files.open(path)) {
            boolean limited = after != null && after.previous() == number;
            segment = read(file, number, limited ? after.previousEnd() : 0);
        }
        if (segment.isDamaged()) {
            damaged++;
            LOG.log(Level.WARNING, SpoolMessages.damaged(path));
        }
        if (segment.remaining() > 0) {
            segments.add(segment);
        } else if (segment.isDamaged()) {
            files.rename(path, SpoolNames.damaged(path));
            deleted = true;
        } else {
            delete(path);
        }
    }

    /** Reads one segment; {@code known} is the length that was acknowledged, 0 where nobody says. */
    private Segment read(SpoolFile file, long number, long known) throws IOException {
        long size = file.size();
        boolean whole = readHeader(file, number) || size <= SpoolFormat.HEADER && known == 0;
        long end = known == 0 ? size : Math.min(size, known);
        SegmentReader reader = new SegmentReader(file, number, SpoolFormat.HEADER, end);
        long records = 0;
        long last = SpoolFormat.HEADER;
        while (reader.advance()) {
            records++;
            last = reader.position();
        }
        boolean damage = !whole || reader.gaps() > 0 || known > 0 && last != known;
        // of a damaged one the broken end counts too, so that the next run finds the damage again
        long counted = damage ? Math.max(end, known) : last;
        Segment segment = new Segment(number, SpoolNames.segment(directory, number), counted, records);
        if (damage) {
            segment.damage();
        } else if (reader.torn() > 0) {
            LOG.log(Level.INFO, SpoolMessages.torn(segment.file(), reader.torn()));
        }
        if (known == 0) {
            file.force(); // the next header counts on this length
        }
        return segment;
    }

    private boolean readHeader(SpoolFile file, long number) throws IOException {
        byte[] bytes = new byte[SpoolFormat.HEADER];
        SpoolFormat.Header header = SpoolFormat.header(bytes, file.read(0, bytes));
        if (header != null && header.version() != SpoolFormat.VERSION) {
            throw SpoolMessages.otherVersion(SpoolNames.segment(directory, number), header.version());
        }
        boolean own = header != null && header.number() == number;
        newer = own ? header : null;
        return own;
    }

    private void delete(Path path) throws IOException {
        files.delete(path);
        deleted = true;
    }
}
