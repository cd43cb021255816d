package dev.auditlog.bench.seed;

import dev.auditlog.event.Source;
import java.util.List;

/** Addresses of several networks, as the capture tells them: through a proxy, or of the peer itself. */
final class Networks {

    private static final List<String> PROXIES = List.of("10.0.0.5", "10.0.0.6");

    private Networks() {}

    /** A desk in the office. */
    static Source office(Dice dice) {
        return forwarded("10.12." + dice.below(16) + "." + dice.between(1, 254), dice);
    }

    /** At home or on the road; every third one by IPv6. */
    static Source outside(Dice dice) {
        if (dice.chance(0.33)) {
            return forwarded(
                    "2001:db8:" + group(dice) + ":" + group(dice) + ":" + group(dice) + ":" + group(dice) + ":"
                            + group(dice) + ":" + group(dice),
                    dice);
        }
        return forwarded(
                dice.between(77, 95) + "." + dice.below(256) + "." + dice.below(256) + "." + dice.between(1, 254),
                dice);
    }

    /** A server that calls without a proxy between. */
    static Source server(Dice dice) {
        String address = "10.40." + dice.below(4) + "." + dice.between(1, 254);
        return new Source(address, address, List.of(), Source.RULE_PEER);
    }

    /** Somebody who tries passwords. */
    static Source stranger(Dice dice) {
        return forwarded("198.51.100." + dice.between(1, 254), dice);
    }

    private static Source forwarded(String address, Dice dice) {
        return new Source(address, dice.pick(PROXIES), List.of(address), "X-Forwarded-For");
    }

    /** Never 0, so that there is nothing to leave out in the text of an address. */
    private static String group(Dice dice) {
        return Integer.toHexString(dice.between(1, 0xffff));
    }
}
