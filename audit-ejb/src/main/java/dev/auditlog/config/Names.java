package dev.auditlog.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** Names that the surroundings give: the host's and the deployment's. */
final class Names {

    private static final int MAX_LENGTH = 64;

    private Names() {}

    /** Name of this host: {@code HOSTNAME} as containers set it, else what the system says, else localhost. */
    static String host(Map<String, String> environment) {
        String given = environment.getOrDefault("HOSTNAME", "");
        if (!given.isBlank()) {
            return fitting(given);
        }
        try {
            return fitting(InetAddress.getLocalHost().getHostName());
        } catch (UnknownHostException e) {
            return "localhost"; // a host without a name of its own; the default says so
        }
    }

    /** Name of the deployment that the calling thread belongs to: the EAR's or the WAR's. */
    static String deployment() {
        for (String name : new String[] {"java:app/AppName", "java:module/ModuleName"}) {
            try {
                if (InitialContext.doLookup(name) instanceof String found && !found.isBlank()) {
                    return found;
                }
            } catch (NamingException e) {
                continue; // not every thread has a module's namespace; the next name may be there
            }
        }
        return "application";
    }

    /** The name with every character that a name may not have replaced by a hyphen, cut to 64 characters. */
    static String fitting(String name) {
        String fit = name.trim().replaceAll("[^A-Za-z0-9._-]", "-");
        return fit.isEmpty() ? "-" : fit.substring(0, Math.min(fit.length(), MAX_LENGTH));
    }
}
