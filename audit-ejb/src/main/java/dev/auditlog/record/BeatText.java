package dev.auditlog.record;

import dev.auditlog.canonical.AsciiJson;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures as they are written down at each beat. The column has room for {@value #ROOM} characters: where words do
 * not fit, they are cut, and the figures stay; and it is ASCII, since drivers speak many languages and the database may have
 * any encoding. Else one message would end all beats, and with them the chain.
 */
final class BeatText {

    static final int ROOM = 4_000;

    private static final List<Integer> LENGTHS = List.of(2_000, 1_000, 500, 250, 100, 0);

    private BeatText() {}

    static String of(RecorderStatus status) {
        String text = AsciiJson.of(status.toJson().toString());
        for (int i = 0; text.length() > ROOM && i < LENGTHS.size(); i++) {
            text = AsciiJson.of(json(status, LENGTHS.get(i)).toString());
        }
        return text;
    }

    private static JsonObject json(RecorderStatus s, int most) {
        List<String> concerns = new ArrayList<>();
        s.concerns().forEach(concern -> concerns.add(cut(concern, most)));
        return new RecorderStatus(
                        s.application(),
                        s.node(),
                        s.accepting(),
                        s.counters(),
                        s.queue(),
                        s.commits(),
                        s.recent(),
                        s.spool(),
                        shorter(s.lastError(), most),
                        s.lastErrorAt(),
                        shorter(s.outbox(), most),
                        s.about(),
                        concerns.subList(0, Math.min(concerns.size(), 10)))
                .toJson();
    }

    private static @Nullable RelayStatus shorter(@Nullable RelayStatus s, int most) {
        return s == null
                ? null
                : new RelayStatus(
                        s.needed(),
                        s.rows(),
                        s.movedAt(),
                        shorter(s.fault(), most),
                        shorter(s.lastError(), most),
                        s.lastErrorAt());
    }

    private static @Nullable String shorter(@Nullable String words, int most) {
        return words == null ? null : cut(words, most);
    }

    private static String cut(String words, int most) {
        if (words.length() <= most) {
            return words;
        }
        int end = most > 0 && Character.isHighSurrogate(words.charAt(most - 1)) ? most - 1 : most;
        return words.substring(0, end) + "…";
    }
}
