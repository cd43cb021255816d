package dev.auditlog.demo;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A day at the order desk in a few seconds, by real HTTP calls: clerks take orders, look and change; a supervisor
 * deletes; some calls are wrong, some are refused, and a stranger tries the door. The same calls at each first start.
 */
final class Traffic {

    private static final int ROUNDS = 34;
    private static final Duration PAUSE = Duration.ofMillis(25); // so that the time line shows a stretch, not a point
    private static final String[] CUSTOMERS = {"Acme", "Brook & Sons", "Café Olé", "Delta Works", "Élan", "Fjord Line"};
    private static final String[] ITEMS = {"bolt M8", "nut M8", "washer", "hinge", "bracket", "cable 3 m"};

    private final Random random = new Random(7);
    private final Map<Integer, Integer> answers = new TreeMap<>();
    private final List<String> orders = new ArrayList<>();
    private final Caller alice;
    private final Caller bob;
    private final Caller carol;
    private final Caller stranger;
    private final Caller guesser;

    Traffic(DemoSettings settings) {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        String base = settings.address() + "/sample/api/";
        String password = settings.samplePassword();
        alice = Caller.signedIn(client, base, "OrderDesk/2.1 (Windows)", "alice", password);
        bob = Caller.signedIn(client, base, "OrderDesk/2.1 (Linux)", "bob", password);
        carol = Caller.signedIn(client, base, "Mozilla/5.0 (X11; Linux x86_64)", "carol", password);
        stranger = Caller.stranger(client, base, "curl/8.5.0");
        guesser = Caller.signedIn(client, base, "python-requests/2.31", "carol", "letmein");
    }

    /** Sends it all; returns one line for each status that came back, and how often. */
    List<String> send() {
        for (int round = 0; round < ROUNDS; round++) {
            Caller clerk = round % 2 == 0 ? alice : bob;
            work(clerk);
            switch (round % 7) {
                case 1 -> mistakes(clerk);
                case 2 -> intrusion();
                case 4 -> collision(clerk);
                case 5 -> supervise();
                default -> paperwork(clerk, round);
            }
        }
        return answers.entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue())
                .toList();
    }

    private void work(Caller clerk) {
        take(clerk);
        note(clerk.send("GET", "orders?state=OPEN&page=0"));
        note(clerk.send("GET", "orders/" + anOrder()));
        note(clerk.json("PATCH", "orders/" + anOrder(), "{\"note\":\"call before delivery\"}"));
        note(clerk.send("POST", "orders/" + anOrder() + "/transfer"));
    }

    private void take(Caller clerk) {
        String order = ("{\"customer\":\"%s\",\"amount\":%d.%02d,\"note\":\"by phone\","
                        + "\"card\":\"4111 1111 1111 1111\",\"lines\":[{\"item\":\"%s\",\"quantity\":%d}]}")
                .formatted(
                        oneOf(CUSTOMERS),
                        10 + random.nextInt(900),
                        random.nextInt(100),
                        oneOf(ITEMS),
                        1 + random.nextInt(40));
        HttpResponse<String> created = clerk.json("POST", "orders", order);
        note(created);
        created.headers()
                .firstValue("Location")
                .ifPresent(location -> orders.add(location.substring(location.lastIndexOf('/') + 1)));
    }

    private void mistakes(Caller clerk) {
        note(clerk.json("POST", "orders", "{\"customer\":\"Acme\",\"amount\":-5}"));
        note(clerk.json("POST", "orders", "{\"customer\":\"Acme\",\"amount\":"));
        note(clerk.send("GET", "orders?state=LOST"));
        note(clerk.send("GET", "orders/99999"));
        note(clerk.send("DELETE", "orders"));
        note(clerk.send("DELETE", "orders/" + anOrder())); // a clerk may not
    }

    private void intrusion() {
        note(stranger.send("GET", "orders"));
        note(stranger.send("DELETE", "orders/" + anOrder()));
        note(guesser.send("GET", "orders"));
        note(guesser.send("DELETE", "orders/" + anOrder()));
    }

    /** Two orders for one bay: the second transfer fails when it commits. */
    private void collision(Caller clerk) {
        String bay = "{\"depot\":\"WEST\",\"bay\":" + (1000 + orders.size()) + "}";
        note(clerk.json("POST", "orders/" + orders.get(0) + "/transfer", bay));
        note(clerk.json("POST", "orders/" + orders.get(orders.size() - 1) + "/transfer", bay));
    }

    private void supervise() {
        String doomed = orders.remove(1 + random.nextInt(orders.size() - 1));
        note(carol.send("GET", "orders/" + doomed));
        note(carol.send("DELETE", "orders/" + doomed));
        note(carol.send("GET", "orders/" + doomed)); // it is gone
    }

    private void paperwork(Caller clerk, int round) {
        note(clerk.upload("documents", "delivery-note-" + round + ".txt", "Received with thanks.\r\n"));
        note(clerk.form("orders", "customer=Walk-in&amount=" + (1 + random.nextInt(50)) + "&note=cash"));
        note(clerk.json(
                "PUT",
                "orders/" + anOrder(),
                "{\"customer\":\"" + oneOf(CUSTOMERS) + "\",\"amount\":125,\"lines\":[]}"));
    }

    private String anOrder() {
        return orders.get(random.nextInt(orders.size()));
    }

    private String oneOf(String... values) {
        return values[random.nextInt(values.length)];
    }

    private void note(HttpResponse<String> response) {
        answers.merge(response.statusCode(), 1, Integer::sum);
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
