package dev.auditlog.record;

import java.time.Duration;

/**
 * How a recorder works.
 *
 * @param application name of the deployment
 * @param node name of the node
 * @param timeout how long a caller waits at most
 * @param capacity events that may wait
 * @param batch events in one transaction at most
 * @param retry pause after a failure of the store
 * @param drain how long close waits at most
 */
record Settings(
        String application, String node, Duration timeout, int capacity, int batch, Duration retry, Duration drain) {

    static Settings of(String application, String node, Duration timeout) {
        return new Settings(application, node, timeout, 2_000, 256, Duration.ofSeconds(1), Duration.ofSeconds(30));
    }

    String chain() {
        return application + "@" + node;
    }
}
