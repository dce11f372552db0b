package org.iochub.core.pipeline.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.iochub.api.Delivered;
import org.iochub.core.store.Batch;
import org.iochub.core.store.Entry;
import org.iochub.core.store.MessageRef;
import org.iochub.core.store.RecordStore;

/** Remembers what it is given; can be told to fail at a batch. Reads raw forms as they come, as a real store does. */
public final class RecordingStore implements RecordStore {
    public final List<Batch> batches = new ArrayList<>();
    public final List<Entry> entries = new ArrayList<>();
    public final List<String> refusedRaw = new ArrayList<>();
    private final Map<String, Long> progress = new HashMap<>();
    private int failAt = -1;

    /** Batch number {@code number} (from 0) and those after it fail. */
    public void failAt(int number) {
        failAt = number;
    }

    public void recover() {
        failAt = -1;
    }

    @Override
    public synchronized long resume(MessageRef message) {
        return progress.getOrDefault(message.id(), 0L);
    }

    @Override
    public synchronized CompletableFuture<Delivered> submit(Batch batch) {
        if (failAt >= 0 && batches.size() >= failAt) {
            return CompletableFuture.failedFuture(new IllegalStateException("disk full"));
        }
        batches.add(batch);
        entries.addAll(batch.entries());
        batch.entries().stream().filter(Entry.Refused.class::isInstance).forEach(entry -> refusedRaw.add(read(entry)));
        progress.put(batch.message().id(), batch.last() && batch.message().named() ? TAKEN : batch.to());
        long refused =
                batch.entries().stream().filter(Entry.Refused.class::isInstance).count();
        return CompletableFuture.completedFuture(
                new Delivered(batch.entries().size() - refused, 0, refused, 0, batches.size()));
    }

    private static String read(Entry entry) {
        try (var in = entry.raw().content().open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long takeOver(String source, String owner) {
        return 1;
    }
}
