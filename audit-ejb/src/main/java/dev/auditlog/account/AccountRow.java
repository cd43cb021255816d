package dev.auditlog.account;

import dev.auditlog.store.UtcMicros;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One user of the console. */
@Entity(name = "AccountRow")
@Table(name = "audit_account")
public class AccountRow {

    /** {@link #key} of the name. */
    @Id
    @Column(name = "name_key")
    String nameKey = "";

    String name = "";

    @Column(name = "display_name")
    String displayName = "";

    @Column(name = "password_hash")
    String passwordHash = "";

    /** Words of the roles, with commas between. */
    String roles = "";

    boolean disabled;

    @Column(name = "must_change")
    boolean mustChange;

    @Column(name = "created_us")
    @Convert(converter = UtcMicros.class)
    Instant created = Instant.EPOCH;

    @Column(name = "changed_us")
    @Convert(converter = UtcMicros.class)
    Instant changed = Instant.EPOCH;

    @Column(name = "last_sign_in_us")
    @Convert(converter = UtcMicros.class)
    @Nullable
    Instant lastSignIn;

    protected AccountRow() {}

    AccountRow(String name, String displayName, Set<Role> roles, Instant now) {
        this.nameKey = key(name);
        this.name = name;
        this.displayName = displayName;
        this.created = now;
        setRoles(roles);
        changed = now;
    }

    /** The form of a name under which it is unique. */
    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    void setRoles(Set<Role> given) {
        roles = Arrays.stream(Role.values())
                .filter(given::contains)
                .map(Role::word)
                .collect(Collectors.joining(","));
    }

    Set<Role> roles() {
        Set<Role> found = EnumSet.noneOf(Role.class);
        Set<String> words = Set.of(roles.split(","));
        Arrays.stream(Role.values()).filter(r -> words.contains(r.word())).forEach(found::add);
        return found;
    }

    boolean isEnabledAdmin() {
        return !disabled && roles().contains(Role.ADMIN);
    }

    Account toAccount() {
        return new Account(name, displayName, roles(), disabled, mustChange, created, changed, lastSignIn);
    }
}
