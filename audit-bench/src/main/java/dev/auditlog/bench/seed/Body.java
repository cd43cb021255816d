package dev.auditlog.bench.seed;

import dev.auditlog.Activity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request carried, as it is after redaction.
 *
 * @param data JSON text; null where nothing is kept
 * @param bytes of the body as it came; null where there was none
 * @param redacted what was taken out
 * @param query of the address; null where there was none
 */
record Body(@Nullable String data, @Nullable Long bytes, List<String> redacted, @Nullable String query) {

    private static final Body NONE = new Body(null, null, List.of(), null);
    private static final List<String> CARD = List.of("/card");
    private static final List<String> TOKEN = List.of("query:token");
    private static final List<String> STATES = List.of("OPEN", "PAID", "SENT", "RETURNED");
    private static final List<String> COMPANIES = List.of(
            "Acme Industries",
            "Borealis Ltd",
            "Cobalt & Sons",
            "Delta Foods",
            "Elm Street Books",
            "Farrow Freight",
            "Granit AG",
            "Hafen Logistik",
            "Müller und Töchter",
            "Iris Optics");
    private static final List<String> WORDS = List.of(
            "deliver",
            "to",
            "the",
            "back",
            "door",
            "between",
            "eight",
            "and",
            "twelve",
            "call",
            "before",
            "please",
            "invoice",
            "by",
            "mail",
            "urgent",
            "customer",
            "asked",
            "again",
            "fragile",
            "gift",
            "leave",
            "at",
            "reception",
            "second",
            "floor");

    /** A word that about one of a hundred thousand texts has, to search for. */
    static final String RARE = "zebrawood";

    private static final double RARELY = 3e-5;

    static Body none() {
        return NONE;
    }

    static Body of(Deed deed, Dice dice) {
        if (deed.activity() == Activity.READ) {
            return deed.isAboutOne() ? NONE : listed(dice);
        }
        return switch (deed.method()) {
            case "DELETE" -> NONE;
            case "PATCH" -> sent(
                    "{\"state\":\"" + dice.pick(STATES) + "\",\"note\":\"" + words(dice, 4, 40) + "\"}", dice);
            default -> deed.type().equals("Order") ? order(dice) : described(dice);
        };
    }

    /** A search's arguments are data too; now and then one of them is a secret. */
    private static Body listed(Dice dice) {
        String state = dice.pick(STATES);
        int page = dice.logUniform(200);
        boolean secret = dice.chance(0.02);
        String query = "state=" + state + "&page=" + page + (secret ? "&token=[redacted]" : "");
        String data = "{\"state\":\"" + state + "\",\"page\":\"" + page + "\""
                + (secret ? ",\"token\":\"[redacted]\"}" : "}");
        return new Body(data, null, secret ? TOKEN : List.of(), query);
    }

    private static Body order(Dice dice) {
        StringBuilder json = new StringBuilder("{\"customer\":\"").append(dice.pick(COMPANIES));
        json.append("\",\"amount\":").append(dice.between(5, 900)).append(".5,\"note\":\"");
        json.append(words(dice, 0, 24));
        boolean card = dice.chance(0.6);
        json.append(card ? "\",\"card\":\"[redacted]\",\"lines\":[" : "\",\"lines\":[");
        int lines = dice.between(1, 6);
        for (int i = 0; i < lines; i++) {
            json.append(i == 0 ? "{\"article\":\"A-" : ",{\"article\":\"A-").append(dice.between(1000, 1899));
            json.append("\",\"quantity\":").append(dice.between(1, 20)).append('}');
        }
        String data = json.append("]}").toString();
        return new Body(data, data.length() + 8L, card ? CARD : List.of(), null);
    }

    private static Body described(Dice dice) {
        return sent(
                "{\"name\":\"" + dice.pick(COMPANIES) + "\",\"contact\":\"" + words(dice, 2, 3) + "\",\"text\":\""
                        + words(dice, 6, 90) + "\"}",
                dice);
    }

    private static Body sent(String data, Dice dice) {
        return new Body(data, data.length() + (long) dice.below(3), List.of(), null);
    }

    /** Some words with blanks between. */
    private static String words(Dice dice, int least, int most) {
        StringBuilder text = new StringBuilder(dice.chance(RARELY) ? RARE : dice.pick(WORDS));
        for (int count = least + dice.logUniform(most - least + 1); count > 0; count--) {
            text.append(' ').append(dice.pick(WORDS));
        }
        return text.toString();
    }
}
