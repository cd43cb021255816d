package dev.auditlog.bench;

import java.util.List;

/** Packages by which samples are told apart; a longer name stands before its beginning. */
final class Parts {

    static final List<String> PACKAGES = List.of(
            "dev.auditlog.capture",
            "dev.auditlog.redact",
            "dev.auditlog.record",
            "dev.auditlog.store",
            "dev.auditlog.canonical",
            "dev.auditlog.address",
            "dev.auditlog.event",
            "dev.auditlog.bench.app",
            "org.postgresql",
            "org.apache.derby",
            "org.eclipse.persistence",
            "org.eclipse.yasson",
            "org.eclipse.parsson",
            "com.sun.enterprise.resource",
            "com.sun.gjc",
            "com.sun.enterprise.transaction",
            "org.glassfish.jersey",
            "org.glassfish.hk2",
            "org.jvnet.hk2",
            "org.glassfish.grizzly",
            "org.apache.catalina",
            "org.jboss.weld");

    private Parts() {}
}
