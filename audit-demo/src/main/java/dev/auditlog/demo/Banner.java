package dev.auditlog.demo;

import java.util.List;

/** What the demo prints when it is ready. */
final class Banner {

    private Banner() {}

    static List<String> lines(DemoProcess demo) {
        DemoSettings settings = demo.settings();
        String curl = "curl -u alice:" + settings.samplePassword() + " ";
        String orders = demo.sample() + "orders";
        return List.of(
                "",
                "Console     " + demo.console(),
                "  sign in   admin, auditor or exporter, password " + settings.consolePassword(),
                "Order desk  " + orders,
                "  sign in   alice or bob (clerks), carol (supervisor), password " + settings.samplePassword(),
                "Database    " + settings.database(),
                "Data        " + settings.data() + " (-Dreset starts anew)",
                "Log         " + demo.log(),
                "",
                "Try:",
                "  " + curl + "-H 'Content-Type: application/json' -d '{\"customer\":\"Acme\",\"amount\":10}' "
                        + orders,
                "  " + curl + orders + "/1",
                "  " + curl + "-X DELETE " + orders + "/1     # refused: only carol may",
                "Then look at what was recorded: " + demo.console() + "events",
                "",
                "The demo is ready. Ctrl-C ends it.");
    }
}
