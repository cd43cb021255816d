package dev.auditlog.config;

import java.util.List;

/** Makes {@code docs/reference/configuration.md}, and a table of the README, from the keys. In the tests, since nothing needs it at run time. */
final class ConfigReference {

    private static final String HEAD =
            """
            # Configuration

            <!-- Made from the code. To make it anew:
                 mvn -pl audit-ejb -am test -Dtest=ConfigReferenceTest -Dsurefire.failIfNoSpecifiedTests=false -Dreference.write=true -->

            Nothing has to be set: an application with the dependency and one annotation records into `jdbc/audit`.

            ## Where a value comes from

            The first place that has the key wins. `<application>` is the application's name, since several applications
            share one server.

            | | place | for `audit.record.timeout` of the application `shop` |
            |---|---|---|
            | 1 | system property, then environment variable, for one application | `-Daudit.app.shop.record.timeout=2s`, `AUDIT_APP_SHOP_RECORD_TIMEOUT=2s` |
            | 2 | system property, then environment variable, for all | `-Daudit.record.timeout=2s`, `AUDIT_RECORD_TIMEOUT=2s` |
            | 3 | MicroProfile Config, where the server has it: for one application, then for all | `audit.app.shop.record.timeout`, `audit.record.timeout` in any of its sources |
            | 4 | `META-INF/audit.properties` in the application's archive | `audit.record.timeout=2s` |
            | 5 | the default | `5s` |

            In the environment every character of a key that is no letter or digit is written `_`, in capitals or not.
            An empty value is the empty list where the key takes a list; for every other key it counts as not set.

            ## The file in the archive

            `META-INF/audit.properties` is a properties file in UTF-8: in a WAR under `src/main/resources`, in an EAR in a
            module or in a jar under `lib/`. A web module's own file wins over the EAR's; a file of the server, or of another
            application, is not read. It is the one place for the application's name:

            ```properties
            audit.application=shop
            audit.capture.outcomes=ALL
            audit.redact.names=iban, birthdate
            ```

            ## What happens with a wrong value

            Deployment stops with every wrong key at once, the value, where it stands, what is allowed, and the default:

            ```
            AUD-0104 audit.capture.request-body.max-size = "64MB" is not a size. Allowed: 0 to 1MiB, in bytes or with KiB or MiB; default 64KiB. Correct audit.capture.request-body.max-size in META-INF/audit.properties and redeploy.
            ```

            A key that begins with `audit.` and does not exist does nothing, and a warning names the nearest one.
            `audit.db.*` is left to the datasource recipes of the servers.

            ## Keys

            | key | default | allowed | what it does | since |
            |---|---|---|---|---|
            """;

    static final String README_HEAD = "| key | default | what it does |\n|---|---|---|\n";

    private ConfigReference() {}

    static String markdown() {
        StringBuilder text = new StringBuilder(HEAD);
        for (ConfigKey key : ConfigKey.values()) {
            text.append("| `").append(key.key()).append("` | ");
            text.append(fallback(key)).append(" | ");
            text.append(key.type().allowed()).append(" | ");
            text.append(key.description()).append(" | ");
            text.append(ConfigKey.SINCE).append(" |\n");
        }
        return text.toString();
    }

    /** The keys that are wanted first. */
    static String readmeTable() {
        StringBuilder text = new StringBuilder(README_HEAD);
        for (ConfigKey key : List.of(
                ConfigKey.DATA_SOURCE,
                ConfigKey.CAPTURE_OUTCOMES,
                ConfigKey.CAPTURE_INCLUDE,
                ConfigKey.REDACT_NAMES,
                ConfigKey.TRUSTED_PROXIES,
                ConfigKey.ENABLED)) {
            text.append("| `").append(key.key()).append("` | ");
            text.append(fallback(key)).append(" | ");
            text.append(key.description()).append(" |\n");
        }
        return text.toString();
    }

    private static String fallback(ConfigKey key) {
        String fallback = key.fallback();
        return fallback == null || fallback.isEmpty() ? key.fallbackText() : "`" + fallback + "`";
    }
}
