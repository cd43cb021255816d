package dev.auditlog.bench.seed;

import dev.auditlog.event.Actor;
import dev.auditlog.event.Source;
import java.util.List;

/**
 * Who makes calls: a person or a service.
 *
 * @param number from 0, the busiest first
 * @param actor without a session
 * @param sources where the calls come from, the usual place first
 * @param agent of its client
 * @param home the application that it uses most
 */
public record Person(int number, Actor actor, List<Source> sources, String agent, String home) {

    /** What the actor is called in queries. */
    public String id() {
        return String.valueOf(actor.id());
    }
}
