package org.iochub.store.internal.keys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.iochub.core.access.AccessKey;
import org.iochub.core.access.AccessKeys;
import org.iochub.core.access.Grants;
import org.iochub.store.internal.jdbc.Database;
import org.iochub.store.internal.jdbc.Sql;
import org.iochub.store.internal.jdbc.Texts;
import org.iochub.store.internal.write.Job;
import org.iochub.store.internal.write.WriteLane;

/** The keys, as SHA-256 of values that are 256 random bits: nothing slower is needed for what cannot be guessed. */
public final class StoredKeys implements AccessKeys {
    private static final String PREFIX = "hub_";
    private static final int RANDOM_BYTES = 32;
    private static final String COLUMNS = "id, name, grants, created_at, expires_at, revoked, digest";
    /** A key revoked on another node is refused here this much later at most. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    private record Stored(AccessKey key, byte[] digest) {}

    private record Snapshot(List<Stored> keys, Instant at) {}

    private final Supplier<Database> database;
    private final WriteLane lane;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final AtomicLong changes = new AtomicLong();
    private volatile Snapshot snapshot;

    public StoredKeys(Supplier<Database> database, WriteLane lane, Clock clock) {
        this.database = database;
        this.lane = lane;
        this.clock = clock;
    }

    @Override
    public Optional<AccessKey> find(String value) {
        byte[] digest = digest(value);
        AccessKey found = null;
        // All are compared, in full: how long it takes tells nothing of how near a guess was.
        for (Stored stored : fresh().keys()) {
            if (MessageDigest.isEqual(stored.digest(), digest)) {
                found = stored.key();
            }
        }
        return Optional.ofNullable(found);
    }

    private Snapshot fresh() {
        Snapshot known = snapshot;
        Instant now = clock.instant();
        if (known != null
                && !now.isBefore(known.at())
                && now.isBefore(known.at().plus(FRESH))) {
            return known;
        }
        long before = changes.get();
        Snapshot read = new Snapshot(read(), now);
        // What was read while a key changed serves this once, not for the next seconds.
        if (changes.get() == before) {
            snapshot = read;
        }
        return read;
    }

    private List<Stored> read() {
        return database.get()
                .read(c ->
                        Sql.list(c, StoredKeys::row, "SELECT " + COLUMNS + " FROM access_key ORDER BY created_at, id"));
    }

    @Override
    public Created create(String name, Grants grants, Optional<Instant> expiresAt) {
        String value = randomValue();
        AccessKey key = write(c -> insert(c, name, value, grants, expiresAt));
        return new Created(key, value);
    }

    @Override
    public AccessKey ensure(String name, String value, Grants grants) {
        return write(c -> {
            String digest = HexFormat.of().formatHex(digest(value));
            int changed = Sql.update(
                    c,
                    "UPDATE access_key SET name = ?, grants = ?, revoked = FALSE, expires_at = NULL WHERE digest = ?",
                    name,
                    GrantsJson.write(grants),
                    digest);
            return changed == 0
                    ? insert(c, name, value, grants, Optional.empty())
                    : Sql.first(c, StoredKeys::row, "SELECT " + COLUMNS + " FROM access_key WHERE digest = ?", digest)
                            .orElseThrow()
                            .key();
        });
    }

    private AccessKey insert(Connection c, String name, String value, Grants grants, Optional<Instant> expiresAt)
            throws SQLException {
        byte[] id = new byte[6];
        random.nextBytes(id);
        AccessKey key = new AccessKey(
                "k" + HexFormat.of().formatHex(id),
                Texts.clean(name, 500),
                grants,
                Sql.instant(Sql.micros(clock.instant())),
                expiresAt.map(at -> Sql.instant(Sql.micros(at))),
                false);
        Sql.update(
                c,
                "INSERT INTO access_key (id, name, digest, grants, created_at, expires_at, revoked)"
                        + " VALUES (?, ?, ?, ?, ?, ?, FALSE)",
                key.id(),
                key.name(),
                HexFormat.of().formatHex(digest(value)),
                GrantsJson.write(grants),
                Sql.micros(key.createdAt()),
                key.expiresAt().map(Sql::micros).orElse(null));
        return key;
    }

    @Override
    public List<AccessKey> list() {
        return read().stream().map(Stored::key).toList();
    }

    @Override
    public boolean revoke(String id) {
        return write(c -> Sql.update(c, "UPDATE access_key SET revoked = TRUE WHERE id = ?", id) > 0);
    }

    @Override
    public Optional<Created> rotate(String id, Instant endsAt) {
        Instant now = clock.instant();
        String value = randomValue();
        return write(c -> {
            Optional<AccessKey> old = Sql.first(
                            c, StoredKeys::row, "SELECT " + COLUMNS + " FROM access_key WHERE id = ?", id)
                    .map(Stored::key)
                    .filter(key -> key.usableAt(now));
            if (old.isEmpty()) {
                return Optional.empty();
            }
            Instant end = old.get().expiresAt().filter(endsAt::isAfter).orElse(endsAt);
            Sql.update(c, "UPDATE access_key SET expires_at = ? WHERE id = ?", Sql.micros(end), id);
            AccessKey key = insert(
                    c, old.get().name(), value, old.get().grants(), old.get().expiresAt());
            // What is delivered with the old key goes on with the new one; a revision, since it is a person's change.
            Sql.update(c, "UPDATE subscription SET owner = ?, revision = revision + 1 WHERE owner = ?", key.id(), id);
            return Optional.of(new Created(key, value));
        });
    }

    private String randomValue() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private <T> T write(Database.Work<T> work) {
        T result = lane.call("", context -> new Job.Done<>(context.database().transaction(work), 0));
        changes.incrementAndGet();
        snapshot = null;
        return result;
    }

    private static Stored row(ResultSet r) throws SQLException {
        long expires = r.getLong(5);
        Optional<Instant> expiresAt = r.wasNull() ? Optional.empty() : Optional.of(Sql.instant(expires));
        return new Stored(
                new AccessKey(
                        r.getString(1),
                        r.getString(2),
                        GrantsJson.read(r.getString(3)),
                        Sql.instant(r.getLong(4)),
                        expiresAt,
                        r.getBoolean(6)),
                HexFormat.of().parseHex(r.getString(7)));
    }

    private static byte[] digest(String value) {
        return Texts.sha256().digest(value.getBytes(StandardCharsets.UTF_8));
    }
}
