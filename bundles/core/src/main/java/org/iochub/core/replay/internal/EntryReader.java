package org.iochub.core.replay.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.iochub.api.Change;
import org.iochub.api.Normalizer;
import org.iochub.api.RawMessage;
import org.iochub.core.archive.Archive;
import org.iochub.core.archive.ArchivedMessage;
import org.iochub.core.pipeline.internal.ReplayPipeline;
import org.iochub.core.quarantine.Quarantine;
import org.iochub.core.quarantine.Quarantined;
import org.iochub.core.replay.EntryOrigin;
import org.iochub.core.replay.Mend;
import org.iochub.core.replay.ReplayStore;
import org.iochub.model.Fault;
import org.iochub.model.RecordData;

/**
 * Finds a way to read an entry again. First the mended form, where there is one; then the raw form that is kept, by itself
 * when the adapter can read it so; then the whole message, from the archive, of which the entry's place is taken.
 */
final class EntryReader {
    /** What is read, and how. */
    record Reading(ReplayPipeline.Changes changes, RawMessage raw, OffsetDateTime receivedAt, boolean whole) {}

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Quarantine quarantine;
    private final ReplayStore store;
    private final Supplier<Optional<Archive>> archive;

    EntryReader(Quarantine quarantine, ReplayStore store, Supplier<Optional<Archive>> archive) {
        this.quarantine = quarantine;
        this.store = store;
        this.archive = archive;
    }

    /**
     * @throws org.iochub.model.FaultException when there is no way, with the reason
     * @throws IOException when it could not be read this time
     */
    Reading read(Quarantined entry, Normalizer normalizer) throws IOException {
        EntryOrigin origin = store.origin(entry.id()).orElse(new EntryOrigin(entry.at(), Map.of()));
        Optional<byte[]> mended = store.mended(entry.id());
        if (mended.isPresent()) {
            byte[] bytes = mended.get();
            RawMessage part = part(entry, origin, bytes.length, () -> new ByteArrayInputStream(bytes));
            Reading reading = alone(entry, part, normalizer).orElseThrow(() -> Impossible.mendedNeedsMessage(entry));
            Fault said = byHand(entry, store.mends(entry.id()));
            return new Reading(
                    () -> reading.changes().open().map(change -> noted(change, said)),
                    reading.raw(),
                    reading.receivedAt(),
                    reading.whole());
        }
        if (entry.rawKept()) {
            Optional<Reading> alone = alone(entry, part(entry, origin, entry.rawSize(), () -> raw(entry)), normalizer);
            if (alone.isPresent()) {
                return alone.get();
            }
        }
        Optional<RawMessage> message = archived(entry);
        if (message.isPresent()) {
            return within(entry, message.get(), normalizer);
        }
        throw entry.rawKept() ? Impossible.needsMessage(entry) : Impossible.rawNotKept(entry);
    }

    /** What a version says of itself that no longer is what its source sent. */
    private static Fault byHand(Quarantined entry, List<Mend> mends) {
        Mend last = mends.get(mends.size() - 1);
        String day = last.at().atZone(VIETNAM).toLocalDate().toString();
        return Fault.of(
                "mended-by-hand",
                "raw",
                "Bản gốc được " + last.by() + " sửa bằng tay ngày " + day + "; bản nguồn gửi còn ở bản ghi cách ly "
                        + entry.id() + ".",
                "The raw form was mended by hand by " + last.by() + " on " + day
                        + "; what the source sent is in the quarantine's entry " + entry.id() + ".");
    }

    private static Change noted(Change change, Fault note) {
        return change instanceof Change.Upsert<?> upsert ? noted(upsert, note) : change;
    }

    private static <T extends RecordData> Change noted(Change.Upsert<T> upsert, Fault note) {
        List<Fault> notes =
                Stream.concat(Stream.of(note), upsert.notes().stream()).toList();
        return new Change.Upsert<>(upsert.type(), upsert.data(), upsert.area(), upsert.version(), notes, upsert.raw());
    }

    /** Without a position the raw form is the message itself. */
    private static Optional<Reading> alone(Quarantined entry, RawMessage part, Normalizer normalizer)
            throws IOException {
        if (entry.position().isEmpty()) {
            return Optional.of(new Reading(() -> normalizer.normalize(part), part, part.receivedAt(), true));
        }
        // Asked once to know whether it can be; opened again when it is read.
        Optional<Stream<Change>> asked = normalizer.normalizePart(part, entry.position());
        asked.ifPresent(Stream::close);
        return asked.map(can -> new Reading(
                () -> normalizer.normalizePart(part, entry.position()).orElseThrow(), part, part.receivedAt(), false));
    }

    private static Reading within(Quarantined entry, RawMessage message, Normalizer normalizer) {
        boolean whole = entry.position().isEmpty();
        ReplayPipeline.Changes changes = whole
                ? () -> normalizer.normalize(message)
                : () -> normalizer
                        .normalize(message)
                        .filter(change -> change.raw().position().equals(entry.position()));
        return new Reading(changes, message, message.receivedAt(), whole);
    }

    /** The arrival that was refused: the last one that was received before the entry was made. */
    private Optional<RawMessage> archived(Quarantined entry) {
        if (archive.get().isEmpty()) {
            return Optional.empty();
        }
        List<ArchivedMessage> arrivals = archive.get().get().find(entry.source(), entry.message());
        return arrivals.stream()
                .filter(arrival -> !arrival.receivedAt().isAfter(entry.at()))
                .max(Comparator.comparing(ArchivedMessage::receivedAt))
                .map(archive.get().get()::raw);
    }

    private InputStream raw(Quarantined entry) throws IOException {
        return quarantine
                .raw(entry.id())
                .orElseThrow(() -> new UncheckedIOException(
                        new IOException("the raw form of entry " + entry.id() + " is not there any more")));
    }

    private static RawMessage part(Quarantined entry, EntryOrigin origin, long size, PartMessage.Opening body) {
        return new PartMessage(
                entry.message(), entry.messageName(), size, origin.receivedAt(), origin.attributes(), body);
    }
}
