package org.iochub.core.source.internal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.iochub.api.Change;
import org.iochub.api.Step;
import org.iochub.core.archive.Archive;
import org.iochub.core.archive.ArchivedMessage;
import org.iochub.core.pipeline.internal.Origin;
import org.iochub.core.records.Explanations;
import org.iochub.core.records.StoredVersion;
import org.iochub.model.RecordData;
import org.iochub.model.RecordType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a version's raw message again, with the instance that runs now, if it is still of the adapter's same version. */
final class Explainer implements Explanations {
    private static final Logger LOG = LoggerFactory.getLogger(Explainer.class);
    /** Somebody waits for the answer. */
    private static final long LARGEST = 64L << 20;

    private final Archive archive;
    private final Function<String, Optional<Origin>> running;

    /** @param running the instance of a name, while it runs */
    Explainer(Archive archive, Function<String, Optional<Origin>> running) {
        this.archive = archive;
        this.running = running;
    }

    @Override
    public Optional<List<Step>> of(StoredVersion version) {
        Optional<Origin> origin = running.apply(version.record().source())
                .filter(now -> now.adapter().equals(version.adapter())
                        && now.adapterVersion().equals(version.adapterVersion()));
        if (origin.isEmpty()) {
            return Optional.empty();
        }
        // The store counts in microseconds; a message that was tried again is archived once, at its first try.
        var latest = version.receivedAt().orElse(version.record().recordedAt()).plusNanos(1_000);
        return archive.find(version.record().source(), version.message()).stream()
                .filter(message -> !message.receivedAt().isAfter(latest) && message.size() <= LARGEST)
                .findFirst()
                .flatMap(message -> explain(message, origin.get(), version));
    }

    private Optional<List<Step>> explain(ArchivedMessage message, Origin origin, StoredVersion version) {
        AtomicReference<List<Step>> found = new AtomicReference<>();
        try {
            new TracedNormalizer(origin.normalizer()).explain(archive.raw(message), (change, steps) -> {
                if (change instanceof Change.Upsert<?> upsert && same(upsert, origin, version)) {
                    found.set(List.copyOf(steps));
                }
                return found.get() == null;
            });
        } catch (IOException | RuntimeException e) {
            // Also what is wrong with the adapter: lineage is told without steps then.
            LOG.info(
                    "Message {} of source {} cannot be read again: {}", message.place(), origin.source(), e.toString());
        }
        return Optional.ofNullable(found.get());
    }

    private static <T extends RecordData> boolean same(Change.Upsert<T> upsert, Origin origin, StoredVersion version) {
        RecordType<T> type = upsert.type();
        return type.name().equals(version.record().type())
                && upsert.raw().position().equals(version.rawPosition())
                && type.id(origin.tenant(), origin.source(), type.identity(upsert.data()))
                        .equals(version.record().id());
    }
}
