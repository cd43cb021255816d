package dev.auditlog.bench.seed;

import dev.auditlog.Activity;
import dev.auditlog.Guarantee;
import dev.auditlog.event.Actor;
import dev.auditlog.event.AuditEvent;
import dev.auditlog.event.Failure;
import dev.auditlog.event.Outcome;
import dev.auditlog.event.Request;
import dev.auditlog.event.Source;
import dev.auditlog.event.Target;
import dev.auditlog.event.TransactionOutcome;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes the events of calls, one after the other. */
final class Calls {

    private static final Map<String, Integer> NODES =
            Map.of(Deed.ORDERS, 3, Deed.CRM, 2, Deed.BILLING, 2, Deed.PORTAL, 4);
    private static final Map<String, List<Made.Place>> PLACES =
            NODES.keySet().stream().collect(Collectors.toUnmodifiableMap(Function.identity(), Calls::places));
    private static final Weighted<String> APPLICATIONS = new Weighted<>(
            List.of(Deed.ORDERS, Deed.CRM, Deed.PORTAL, Deed.BILLING), a -> a.equals(Deed.ORDERS) ? 3 : 1);
    private static final List<String> REASONS = List.of(
            "Customer asked by phone", "Entered twice", "Corrected after the delivery", "Asked for by the supervisor");
    private static final String JSON = "application/json";
    private static final long LONGEST_MICROS = 60_000_000;

    private final People people;
    private final Targets targets = new Targets();
    private final Dice dice;
    private Incidents incidents = new Incidents(List.of(), List.of());

    Calls(People people, Dice dice) {
        this.people = people;
        this.dice = dice;
    }

    private static List<Made.Place> places(String application) {
        return IntStream.rangeClosed(1, NODES.get(application))
                .mapToObj(number -> new Made.Place(application, application + "-" + number))
                .toList();
    }

    /** A day begins on which these things go wrong. */
    void begin(Incidents today) {
        incidents = today;
    }

    /** A call of a person; times are microseconds since 1970. */
    Made byPerson(long time) {
        Person person = people.person(dice);
        String application = dice.chance(0.7) ? person.home() : APPLICATIONS.pick(dice);
        int hour = (int) (time / 3_600_000_000L);
        Source source = person.sources().get(dice.chance(0.75) ? 0 : 1 + dice.below(2));
        Actor actor = withSession(person, hour / 6);
        if (dice.chance(0.03)) {
            AuditEvent.Draft signIn = SignIns.of(person, actor, source, dice);
            return finish(signIn, time, SignIns.micros(dice), place(Deed.PORTAL, person.number() + hour / 6));
        }
        Deed deed = Deed.next(application, dice);
        boolean anonymous = deed.type().equals("Product") && dice.chance(0.4);
        Made.Place place = place(application, person.number() + hour / 6);
        return anonymous
                ? call(deed, time, Actor.anonymous(), people.stranger(dice), person.agent(), place)
                : call(deed, time, actor, source, person.agent(), place);
    }

    /** A call of a service, or something that an application does by itself. */
    Made byService(long time) {
        if (dice.chance(0.02)) {
            return timer(time);
        }
        Person service = people.service(dice);
        String application = dice.chance(0.8) ? service.home() : APPLICATIONS.pick(dice);
        Made.Place place = place(application, dice.below(4));
        return call(
                Deed.next(application, dice),
                time,
                service.actor(),
                service.sources().get(0),
                service.agent(),
                place);
    }

    /** One of many sign-ins that are tried. */
    Made guess(long time, Source source) {
        return finish(
                SignIns.guess(people, source, dice), time, SignIns.micros(dice), place(Deed.PORTAL, dice.below(4)));
    }

    /** What a call did in a bean that is audited too. */
    Made within(Made outer) {
        AuditEvent event = outer.draft().toEvent();
        AuditEvent.Draft draft = AuditEvent.draft("StockService.reserve")
                .activity(Activity.UPDATE)
                .outcome(Outcome.SUCCESS)
                .transaction(TransactionOutcome.COMMITTED)
                .guarantee(Guarantee.BEFORE_RESPONSE)
                .actor(event.actor())
                .target(new Target(
                        "Product", Long.toString(Math.abs(targets.of("Product").pick(dice))), null))
                .correlationId(event.correlationId())
                .traceId(event.traceId())
                .parentId(outer.id());
        long micros = event.durationMicros();
        return finish(draft, outer.doneMicros() - micros, micros / 2, outer.place());
    }

    private Made timer(long time) {
        boolean broken = dice.chance(0.01);
        AuditEvent.Draft draft = AuditEvent.draft("StockCheck.run")
                .activity(Activity.OTHER)
                .outcome(broken ? Outcome.ERROR : Outcome.SUCCESS)
                .transaction(broken ? TransactionOutcome.ROLLED_BACK : TransactionOutcome.COMMITTED)
                .guarantee(Guarantee.BEFORE_RESPONSE)
                .actor(Actor.system("timer"))
                .error(broken ? new Failure("java.lang.IllegalStateException", "The stock is negative") : null);
        return finish(draft, time, dice.logNormal(400_000, 1), place(Deed.ORDERS, 0));
    }

    private Made call(Deed deed, long time, Actor actor, Source source, String agent, Made.Place place) {
        Shelf shelf = targets.of(deed.type());
        long number = deed.isAboutOne() ? shelf.pick(dice) : 0;
        Ending ending = ending(deed, time, number);
        boolean done = ending.outcome() == Outcome.SUCCESS;
        if (done && deed.activity() == Activity.CREATE) {
            number = shelf.create();
        } else if (done && deed.activity() == Activity.DELETE) {
            shelf.delete(number);
        }
        String id = number == 0 ? null : Long.toString(Math.abs(number));
        AuditEvent.Draft draft = AuditEvent.draft(deed.operation())
                .activity(deed.activity())
                .outcome(ending.outcome())
                .transaction(ending.transaction())
                .status(ending.status())
                .error(ending.error())
                .guarantee(deed.guarantee())
                .actor(actor)
                .target(new Target(deed.type(), id, null))
                .source(source)
                .request(request(deed, id, agent));
        addWords(draft, deed);
        Made made = finish(draft, time, dice.logNormal(ending.medianMicros(), 0.8), place);
        boolean nests = done && deed.operation().equals("OrderResource.create") && dice.chance(0.2);
        return nests ? made.nesting() : made;
    }

    private Ending ending(Deed deed, long time, long number) {
        if (incidents.isAway(deed.application(), time) && dice.chance(0.6)) {
            return Ending.away();
        }
        return number < 0 ? Ending.notFound() : Ending.usual(deed, dice);
    }

    private Request request(Deed deed, @Nullable String id, String agent) {
        Body body = Body.of(deed, dice);
        String path = deed.path(Objects.requireNonNullElse(id, ""));
        return new Request(
                deed.method(),
                path,
                deed.route(),
                body.query(),
                agent,
                body.bytes() == null ? null : JSON,
                body.data(),
                body.bytes(),
                false,
                body.redacted());
    }

    private void addWords(AuditEvent.Draft draft, Deed deed) {
        if (deed.activity() == Activity.DELETE && dice.chance(0.4)) {
            draft.reason(dice.pick(REASONS));
        }
        if (deed.changes() && dice.chance(0.05)) {
            draft.attribute("channel", dice.chance(0.5) ? "phone" : "mail");
        }
        if (dice.chance(0.35)) {
            draft.correlationId(dice.hex());
        }
        if (deed.application().equals(Deed.ORDERS) && dice.chance(0.5)) {
            draft.traceId(dice.hex());
        }
    }

    private Made finish(AuditEvent.Draft draft, long time, long micros, Made.Place place) {
        long duration = Math.max(150, Math.min(LONGEST_MICROS, micros));
        Instant instant = Instant.EPOCH.plus(time, ChronoUnit.MICROS);
        UUID id = SeedIds.of(instant, dice);
        draft.id(id)
                .time(instant)
                .durationMicros(duration)
                .application(place.application())
                .node(place.node());
        return new Made(draft, id, time + duration, place, false);
    }

    private static Made.Place place(String application, int number) {
        List<Made.Place> places = PLACES.get(application);
        return places.get(number % places.size());
    }

    private static Actor withSession(Person person, int slot) {
        Actor actor = person.actor();
        return new Actor(
                actor.id(),
                actor.name(),
                actor.type(),
                actor.group(),
                actor.roles(),
                actor.auth(),
                SeedIds.session(person.number(), slot));
    }
}
