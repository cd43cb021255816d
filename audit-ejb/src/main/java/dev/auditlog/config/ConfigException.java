package dev.auditlog.config;

import dev.auditlog.AuditException;
import java.util.ArrayList;
import java.util.List;

/** The configuration cannot be used as it is; deployment stops. Names every wrong key at once. */
public final class ConfigException extends AuditException {

    private static final long serialVersionUID = 1L;

    private final ArrayList<ConfigFault> faults;

    ConfigException(List<ConfigFault> faults) {
        super(ConfigMessages.code(faults), ConfigMessages.all(faults));
        this.faults = new ArrayList<>(faults);
    }

    static ConfigException unreadable(String file, Exception cause) {
        ConfigException thrown = new ConfigException(List.of(ConfigMessages.unreadableFile(file)));
        thrown.initCause(cause);
        return thrown;
    }

    /** The wrong keys, at least one, in the order of the reference. */
    public List<ConfigFault> faults() {
        return List.copyOf(faults);
    }
}
