package dev.auditlog.bench.seed;

import dev.auditlog.event.Actor;
import dev.auditlog.event.ActorType;
import dev.auditlog.event.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Everybody who makes calls: some thousand people and some services, few of whom do most. */
public final class People {

    private static final int PEOPLE = 4_000;
    private static final int SERVICES = 40;
    private static final int STRANGERS = 2_000;
    private static final double SKEW = 1.05;
    private static final List<String> FIRST = List.of(
            "Anna", "Boris", "Carla", "Daniel", "Eva", "Felix", "Greta", "Hamid", "Ines", "Jürgen", "Katya", "Luca",
            "Maria", "Nils", "Olga", "Pavel", "Rosa", "Søren", "Tara", "Ulrich", "Vera", "Wei", "Ximena", "Yusuf",
            "Zoë");
    private static final List<String> LAST = List.of(
            "Abel",
            "Berger",
            "Castillo",
            "Dubois",
            "Eriksen",
            "Fischer",
            "Garcia",
            "Huber",
            "Ivanova",
            "Jansen",
            "Kowalski",
            "Lindner",
            "Müller",
            "Novak",
            "Okafor",
            "Petrov",
            "Quinn",
            "Rossi",
            "Schmidt",
            "Tanaka",
            "Ueda",
            "Vogel",
            "Weber",
            "Xu",
            "Yilmaz",
            "Zimmer");
    private static final List<String> SERVICE_WORK =
            List.of("stock-sync", "invoice-run", "crm-import", "health", "mail");
    private static final List<String> AGENTS = List.of(
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/131.0 Safari/537.36",
            "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Mobile/15E148");

    private final List<Person> people = new ArrayList<>();
    private final List<Person> services = new ArrayList<>();
    private final List<Source> strangers = new ArrayList<>();
    private final Weighted<Person> busyPeople;
    private final Weighted<Person> busyServices;
    private final Weighted<Source> busyStrangers;

    People(long seed) {
        Dice dice = new Dice(seed);
        for (int i = 0; i < PEOPLE; i++) {
            people.add(person(i, dice));
        }
        for (int i = 0; i < SERVICES; i++) {
            services.add(service(PEOPLE + i, dice));
        }
        for (int i = 0; i < STRANGERS; i++) {
            strangers.add(Networks.outside(dice));
        }
        busyPeople = Weighted.zipf(people, SKEW);
        busyServices = Weighted.zipf(services, SKEW);
        busyStrangers = Weighted.zipf(strangers, SKEW);
    }

    /** The same as a run with this seed uses. */
    public static People of(long seed) {
        return new People(seed);
    }

    /** The busiest person. */
    public Person busiest() {
        return people.get(0);
    }

    /** One who does little. */
    public Person quiet() {
        return people.get(PEOPLE - 1);
    }

    Person person(Dice dice) {
        return busyPeople.pick(dice);
    }

    Person service(Dice dice) {
        return busyServices.pick(dice);
    }

    /** Where somebody is who has not signed in. */
    Source stranger(Dice dice) {
        return busyStrangers.pick(dice);
    }

    private static Person person(int number, Dice dice) {
        String first = dice.pick(FIRST);
        String last = dice.pick(LAST);
        String id = first.toLowerCase(Locale.ROOT) + "." + last.toLowerCase(Locale.ROOT) + number;
        Department department = Department.values()[dice.logUniform(Department.values().length)];
        Actor actor =
                new Actor(id, first + " " + last, ActorType.USER, department.word(), department.roles(), "FORM", null);
        List<Source> sources = List.of(Networks.office(dice), Networks.outside(dice), Networks.outside(dice));
        return new Person(number, actor, sources, dice.pick(AGENTS), department.application());
    }

    private static Person service(int number, Dice dice) {
        String work = dice.pick(SERVICE_WORK);
        Actor actor = new Actor(
                "svc-" + work + "-" + number, null, ActorType.SERVICE, null, List.of("service"), "BASIC", null);
        String home = Department.values()[number % Department.values().length].application();
        return new Person(number, actor, List.of(Networks.server(dice)), work + "/2.4", home);
    }
}
