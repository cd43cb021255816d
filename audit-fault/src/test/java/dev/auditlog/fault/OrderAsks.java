package dev.auditlog.fault;

import java.util.List;

/** Nine ways to place an order, of which four fail, half of these at commit. */
final class OrderAsks {

    static final List<Load.Ask> ALL = List.of(
            new Load.Ask("order/{key}/flush", 200),
            new Load.Ask("order/{key}/persist", 200),
            new Load.Ask("order/{key}/insert", 200),
            new Load.Ask("order/{key}/clerk", 200),
            new Load.Ask("session-order/{key}/flush", 200),
            new Load.Ask("order/{key}/orphan", 500),
            new Load.Ask("session-order/{key}/orphan", 500),
            new Load.Ask("order/{key}/throws", 500),
            new Load.Ask("order/{key}/apart", 500));

    private OrderAsks() {}
}
