package org.iochub.feed.internal.testing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.iochub.core.access.AccessKey;
import org.iochub.core.access.AccessKeys;
import org.iochub.core.access.Grants;

/** Keys in memory. */
public final class FakeKeys implements AccessKeys {
    private final Map<String, AccessKey> byValue = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();

    @Override
    public Optional<AccessKey> find(String value) {
        return Optional.ofNullable(byValue.get(value));
    }

    @Override
    public Created create(String name, Grants grants, Optional<Instant> expiresAt) {
        String value = "value-" + numbers.incrementAndGet();
        return new Created(put(name, value, grants, expiresAt), value);
    }

    @Override
    public AccessKey ensure(String name, String value, Grants grants) {
        return put(name, value, grants, Optional.empty());
    }

    private AccessKey put(String name, String value, Grants grants, Optional<Instant> expiresAt) {
        AccessKey key = new AccessKey("id-" + value, name, grants, Instant.EPOCH, expiresAt, false);
        byValue.put(value, key);
        return key;
    }

    @Override
    public Optional<Created> rotate(String id, Instant endsAt) {
        return byValue.entrySet().stream()
                .filter(entry -> entry.getValue().id().equals(id))
                .findFirst()
                .map(entry -> {
                    AccessKey old = entry.getValue();
                    put(old.name(), entry.getKey(), old.grants(), Optional.of(endsAt));
                    return create(old.name(), old.grants(), old.expiresAt());
                });
    }

    @Override
    public List<AccessKey> list() {
        return List.copyOf(byValue.values());
    }

    @Override
    public boolean revoke(String id) {
        return byValue.entrySet().stream()
                .filter(entry -> entry.getValue().id().equals(id))
                .findFirst()
                .map(entry -> {
                    AccessKey key = entry.getValue();
                    byValue.put(
                            entry.getKey(),
                            new AccessKey(key.id(), key.name(), key.grants(), key.createdAt(), key.expiresAt(), true));
                    return true;
                })
                .orElse(false);
    }
}
