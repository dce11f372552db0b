package org.iochub.store.internal.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.iochub.core.log.LoggedRecord;
import org.iochub.core.log.Operation;
import org.iochub.core.records.StoredVersion;
import org.iochub.core.store.Entry;
import org.iochub.model.VersionKey;
import org.iochub.store.internal.testing.Sample;
import org.iochub.store.internal.testing.StoreTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * In whatever order versions with keys of their own arrive, late or twice, in batches of any size and from two sources at
 * once: the same state stands at the end, and whoever follows the feed has it too. A failure names its seed; {@code
 * -Dmerge.seed=N} runs that one alone.
 */
@Timeout(300)
public abstract class InterleavingContract extends StoreTest {
    private static final int RECORDS = 12;
    private static final int MOST_VERSIONS = 6;
    private static final int MOST_IN_BATCH = 20;
    private static final int ORDERS = 3;

    /** How many seeds this database is given. */
    protected abstract int seeds();

    /** A record as it must stand at the end, and what arrives for it. */
    private record Expected(String json, List<Entry> arrivals) {}

    private static Expected expected(String name, int number, Random random) {
        List<Entry> arrivals = new ArrayList<>();
        // A patch has no key: it stays with its record unless that is deleted, so a record has one or the other.
        boolean patched = number % 3 == 0;
        String standing = "";
        long key = 0;
        int versions = 1 + random.nextInt(MOST_VERSIONS);
        for (int i = 0; i < versions; i++) {
            key += 1 + random.nextInt(1_000);
            if (!patched && random.nextInt(4) == 0) {
                arrivals.add(Sample.remove(name, VersionKey.revision(key)));
                standing = "";
            } else {
                // Now and then the same content comes back under a greater key.
                String value = random.nextInt(5) == 0 ? "same" : "v" + key;
                arrivals.add(Sample.put("facility", name, VersionKey.revision(key), value));
                standing = Sample.json(name, value);
            }
        }
        if (patched) {
            arrivals.add(Sample.patch(name, "steps", "s" + number));
            standing = standing.substring(0, standing.length() - 1) + ",\"steps\":\"s" + number + "\"}";
        }
        // Twice, or three times.
        List<Entry> again = new ArrayList<>(arrivals);
        again.removeIf(each -> random.nextInt(3) > 0);
        arrivals.addAll(again);
        return new Expected(standing, arrivals);
    }

    @Test
    void everyOrderEndsInTheSameState() throws Exception {
        Optional<Long> only = Optional.ofNullable(Long.getLong("merge.seed"));
        for (long seed = only.orElse(1L); seed <= only.orElse((long) seeds()); seed++) {
            for (int order = 0; order < ORDERS; order++) {
                Random content = new Random(seed);
                Map<String, Expected> records = new TreeMap<>();
                for (int i = 0; i < RECORDS; i++) {
                    String name = seed + "." + order + "." + i;
                    records.put(name, expected(name, i, content));
                }
                arrive(records, seed + "." + order, new Random(seed * 31 + order));
                check(records, "seed " + seed + ", order " + order);
            }
        }
        followed();
    }

    private void arrive(Map<String, Expected> records, String message, Random random) throws Exception {
        List<Entry> all = new ArrayList<>();
        records.values().forEach(each -> all.addAll(each.arrivals()));
        Collections.shuffle(all, random);
        List<CompletableFuture<?>> taken = new ArrayList<>();
        int number = 0;
        for (int at = 0; at < all.size(); number++) {
            int end = Math.min(all.size(), at + 1 + random.nextInt(MOST_IN_BATCH));
            String source = random.nextBoolean() ? "a" : "b";
            Entry[] entries = all.subList(at, end).toArray(Entry[]::new);
            int cut = random.nextInt(entries.length + 1);
            var ref = Sample.message(source, message + "/" + number);
            taken.add(store.records().submit(Sample.part(ref, 0, false, java.util.Arrays.copyOf(entries, cut))));
            taken.add(store.records()
                    .submit(Sample.part(ref, cut, true, java.util.Arrays.copyOfRange(entries, cut, entries.length))));
            at = end;
        }
        for (CompletableFuture<?> each : taken) {
            each.get(60, TimeUnit.SECONDS);
        }
    }

    private void check(Map<String, Expected> records, String which) {
        records.forEach((name, expected) -> {
            Optional<StoredVersion> current = store.reader().current("facility", Sample.id("facility", name));
            String json = current.filter(version -> version.record().op() == Operation.UPSERT)
                    .map(version -> new String(version.record().data(), StandardCharsets.UTF_8))
                    .orElse("");
            assertThat(json).as("%s, record %s", which, name).isEqualTo(expected.json());
        });
    }

    /** Who follows the feed from its beginning ends with what stands. */
    private void followed() {
        Map<String, String> state = new HashMap<>();
        for (LoggedRecord record : feed()) {
            state.put(record.id().value(), new String(record.data(), StandardCharsets.UTF_8));
        }
        state.forEach((id, json) -> assertThat(store.reader()
                        .current("facility", new org.iochub.model.RecordId(id))
                        .map(version -> new String(version.record().data(), StandardCharsets.UTF_8)))
                .contains(json));
        assertThat(state.size()).isGreaterThanOrEqualTo(RECORDS);
    }
}
