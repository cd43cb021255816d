package dev.auditlog.account;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Which passwords were right within the last minute, on this node. Holds neither passwords nor what could be tested
 * offline: only HMACs under a key that lives as long as this object. An entry counts only while the user is as it was.
 */
final class RecentPasswords {

    private static final Duration LIFETIME = Duration.ofSeconds(60);
    private static final int MAX_ENTRIES = 1_000;
    private static final String ALGORITHM = "HmacSHA256";

    private final Clock clock;
    private final SecretKeySpec key;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    RecentPasswords(Clock clock) {
        this.clock = clock;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        key = new SecretKeySpec(random, ALGORITHM);
    }

    /** Whether this password was right for the user as it is now. */
    boolean has(AccountRow row, char[] password) {
        String mac = mac(row.nameKey, password);
        synchronized (entries) {
            Entry entry = entries.get(mac);
            return entry != null && entry.until.isAfter(clock.instant()) && entry.changed.equals(row.changed);
        }
    }

    /** Remembers that it was right. */
    void add(Account account, char[] password) {
        String mac = mac(AccountRow.key(account.name()), password);
        Instant now = clock.instant();
        synchronized (entries) {
            entries.values().removeIf(entry -> !entry.until.isAfter(now));
            if (entries.size() >= MAX_ENTRIES) {
                entries.clear();
            }
            entries.put(mac, new Entry(account.changed(), now.plus(LIFETIME)));
        }
    }

    private String mac(String nameKey, char[] password) {
        ByteBuffer secret = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(nameKey.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            mac.update(secret.duplicate());
            return Base64.getEncoder().encodeToString(mac.doFinal());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible); // part of every Java platform
        } finally {
            while (secret.hasRemaining()) {
                secret.put((byte) 0);
            }
        }
    }

    private record Entry(Instant changed, Instant until) {}
}
