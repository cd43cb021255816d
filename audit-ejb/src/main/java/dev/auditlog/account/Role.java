package dev.auditlog.account;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a user of the console may do. A role has the rights of those before it. */
public enum Role {
    /** Reads events. */
    AUDITOR,
    /** Also exports them. */
    EXPORTER,
    /** Also configures, holds, purges, erases and looks after the users. */
    ADMIN;

    /** This role and those whose rights it has too. */
    public Set<Role> implied() {
        return EnumSet.range(AUDITOR, this);
    }

    /**
     * Returns the role with this {@link #word}.
     *
     * @throws AccountException AUD-0616 if there is none
     */
    public static Role of(String word) {
        return Arrays.stream(values())
                .filter(role -> role.word().equals(word))
                .findFirst()
                .orElseThrow(() -> AccountMessages.unknownRole(word));
    }

    /** Name of the role in a container and in messages: {@code auditor}, {@code exporter}, {@code admin}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
