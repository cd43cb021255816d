package dev.auditlog.it;

import java.util.Map;

/** One server with the whole application for all test classes that only ask it; it ends with the test JVM. */
final class SharedServer {

    private static final MicroServer SERVER = MicroServer.start(
            "shared", Map.of(), Archives.configured(Archives.application(), "audit.trusted-proxies=127.0.0.1/32"));

    private SharedServer() {}

    static Http http() {
        return SERVER.http();
    }

    static Rows rows() {
        return new Rows(SERVER.http());
    }

    static String log() {
        return SERVER.log();
    }
}
