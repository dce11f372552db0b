package org.iochub.core.pipeline.internal;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.iochub.api.RawMessage;
import org.iochub.core.difference.Content;
import org.iochub.core.difference.DifferenceReport;
import org.iochub.core.difference.FieldChange;
import org.iochub.core.difference.RecordComparison;
import org.iochub.core.log.Operation;
import org.iochub.core.records.MessageRecords;
import org.iochub.core.records.RecordReader;
import org.iochub.core.records.StoredVersion;
import org.iochub.core.replay.Outcome;
import org.iochub.core.replay.Refusals;
import org.iochub.core.store.Correction;
import org.iochub.core.store.Entry;
import org.iochub.core.store.PartMerger;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.RecordId;
import org.iochub.model.RecordType;

/**
 * What {@link CorrectionPipeline} would do with a message, counted and compared, by the same rules; writes nothing. Used by
 * one thread.
 */
public final class CorrectionPreview {
    /** Of a record that a newer arrival holds. */
    public static final String SUPERSEDED = "superseded";
    /** Versions that consumers would get, by type behind it. */
    public static final String FEED = "feed:";

    private static final int PAGE = 500;
    private static final int MOST_REFUSALS = 10_000;
    private static final int HASH = 16;

    private final RecordReader records;
    private final MessageRecords messages;
    private final PartMerger merger;
    private final BiFunction<Long, Set<Long>, Map<Long, byte[]>> madeBefore;
    private final EntryPreparer preparer = new EntryPreparer(new Codecs());
    private final Map<String, RecordComparison> comparisons = new ConcurrentHashMap<>();
    private final BiFunction<String, Integer, Optional<RecordType<?>>> types;

    /** @param madeBefore what the job made of records before, by job and number of the record */
    public CorrectionPreview(
            RecordReader records,
            MessageRecords messages,
            PartMerger merger,
            BiFunction<String, Integer, Optional<RecordType<?>>> types,
            BiFunction<Long, Set<Long>, Map<Long, byte[]>> madeBefore) {
        this.records = records;
        this.messages = messages;
        this.merger = merger;
        this.types = types;
        this.madeBefore = madeBefore;
    }

    /** What came of a message. */
    public record Result(Outcome outcome, Optional<Fault> fault) {}

    /**
     * Adds a message to the report.
     *
     * @param made what records became, to be kept with the report; those of messages that are not kept yet are in it
     * @throws IOException when the message cannot be read as it came; nothing is added then
     */
    public Result add(
            long job,
            Origin origin,
            RawMessage raw,
            Optional<String> type,
            DifferenceReport report,
            Map<Long, byte[]> made)
            throws IOException, InterruptedException {
        MessageReading reading = MessageReading.of(preparer, origin, raw, type);
        Run run = new Run(job, origin, raw, report, made);
        reading.each((ordinal, entry) -> run.take(entry));
        run.rest(reading, type);
        return run.result();
    }

    private final class Run {
        private final long job;
        private final Origin origin;
        private final RawMessage raw;
        private final DifferenceReport report;
        private final Map<Long, byte[]> made;
        private final Map<String, Fault> refused = new HashMap<>();
        private Optional<Fault> first = Optional.empty();
        private long wouldChange;
        private long superseded;

        Run(long job, Origin origin, RawMessage raw, DifferenceReport report, Map<Long, byte[]> made) {
            this.job = job;
            this.origin = origin;
            this.raw = raw;
            this.report = report;
            this.made = made;
        }

        void take(Entry entry) {
            if (entry instanceof Entry.Put put) {
                put(put, put.version().order());
            } else if (entry instanceof Entry.Remove remove) {
                remove(remove);
            } else if (entry instanceof Entry.PatchPart patch) {
                patch(patch);
            } else if (entry instanceof Entry.Refused refusal) {
                refuse(refusal.fault(), refusal.raw().position());
            }
        }

        private void refuse(Fault fault, String position) {
            if (first.isEmpty()) {
                first = Optional.of(Refusals.told(fault, position));
            }
            if (refused.size() >= MOST_REFUSALS || refused.putIfAbsent(position, fault) != null) {
                report.refusedBoth(fault, where(position));
            }
        }

        private void put(Entry.Put put, OptionalLong key) {
            Optional<StoredVersion> current = records.current(put.type(), put.id());
            byte[] hash = Arrays.copyOf(put.hash(), HASH);
            boolean there = current.filter(CorrectionPreview::isThere).isPresent();
            long number = MessageReading.number(put);
            Optional<byte[]> before = before(number);
            boolean same = before.map(had -> Arrays.equals(had, hash))
                    .orElseGet(() -> there
                            && Arrays.equals(
                                    ContentHash.of(
                                            current.get().record().data(),
                                            current.get().record().area()),
                                    put.hash()));
            if (same) {
                report.same();
                return;
            }
            if (current.isPresent() && !mayStand(current.get(), key)) {
                supersede();
                return;
            }
            feed(put.type(), number, hash);
            if (there) {
                report.changed(put.type(), put.id().value(), changes(put, current.get()));
            } else if (before.isEmpty()) {
                report.onlyAfter(put.type(), put.id().value());
            }
        }

        private List<FieldChange> changes(Entry.Put put, StoredVersion current) {
            RecordComparison comparison = comparisons.computeIfAbsent(
                    put.type() + " " + put.major(),
                    k -> RecordComparison.of(
                            types.apply(put.type(), put.major()).orElseThrow()));
            return comparison.compare(
                    new Content(current.record().data(), current.record().area()), new Content(put.data(), put.area()));
        }

        private void remove(Entry.Remove remove) {
            Optional<StoredVersion> current =
                    records.current(remove.type(), remove.id()).filter(CorrectionPreview::isThere);
            long number = Winners.number(remove.type(), remove.id().value());
            if (current.isEmpty()
                    || before(number).filter(had -> had.length == 0).isPresent()) {
                report.same();
            } else if (!mayStand(current.get(), remove.version().order())) {
                supersede();
            } else {
                feed(remove.type(), number, new byte[0]);
                report.onlyBefore(remove.type(), remove.id().value());
            }
        }

        private void patch(Entry.PatchPart patch) {
            Optional<StoredVersion> current =
                    records.current(patch.type(), patch.id()).filter(CorrectionPreview::isThere);
            if (current.isEmpty() || !mayStand(current.get(), OptionalLong.empty())) {
                supersede();
                return;
            }
            try {
                Entry.Put merged = merger.merge(
                        patch.type(),
                        patch.id(),
                        current.get().record().data(),
                        current.get().record().area(),
                        current.get().key(),
                        patch.part(),
                        patch.value(),
                        patch.raw());
                put(merged, OptionalLong.empty());
            } catch (FaultException e) {
                refuse(e.fault(), patch.raw().position());
            }
        }

        private Optional<byte[]> before(long number) {
            byte[] had = made.get(number);
            return had != null
                    ? Optional.of(had)
                    : Optional.ofNullable(madeBefore.apply(job, Set.of(number)).get(number));
        }

        private boolean mayStand(StoredVersion current, OptionalLong key) {
            return Correction.mayStand(
                    isOurs(current),
                    current.receivedAt().map(CorrectionPreview::micros).orElse(0L),
                    micros(raw.receivedAt()),
                    current.key().order(),
                    key);
        }

        private boolean isOurs(StoredVersion version) {
            return version.message().equals(raw.id())
                    && version.record().source().equals(origin.source());
        }

        private void supersede() {
            superseded++;
            report.tally(SUPERSEDED, 1);
        }

        private void feed(String type, long number, byte[] hash) {
            made.put(number, hash);
            wouldChange++;
            report.tally(FEED + type, 1);
        }

        /** What stands of this arrival and is not made any more, and what was refused before as well. */
        void rest(MessageReading reading, Optional<String> type) {
            Optional<String> after = Optional.empty();
            while (true) {
                List<StoredVersion> page = messages.of(origin.source(), raw.id(), after, PAGE);
                page.stream()
                        .filter(version -> version.record().op() == Operation.UPSERT
                                && !version.late()
                                && type.map(version.record().type()::equals).orElse(true)
                                && version.receivedAt()
                                                .map(CorrectionPreview::micros)
                                                .orElse(0L)
                                        == micros(raw.receivedAt())
                                && !reading.has(
                                        version.record().type(),
                                        version.record().id().value())
                                && stands(version))
                        .forEach(this::notMade);
                if (page.size() < PAGE) {
                    break;
                }
                after = Optional.of(page.get(page.size() - 1).record().version());
            }
            refused.forEach((position, fault) -> report.refusedBoth(fault, where(position)));
        }

        private boolean stands(StoredVersion version) {
            return records.current(version.record().type(), version.record().id())
                    .filter(now ->
                            now.record().version().equals(version.record().version()))
                    .isPresent();
        }

        private void notMade(StoredVersion version) {
            Fault fault = refused.remove(version.rawPosition());
            if (fault != null) {
                report.refusedAfter(fault, where(version.rawPosition()));
            } else {
                RecordId id = version.record().id();
                report.onlyBefore(version.record().type(), id.value());
            }
        }

        private String where(String position) {
            return position.isEmpty() ? raw.id() : raw.id() + " " + position;
        }

        Result result() {
            Outcome outcome = wouldChange > 0
                    ? Outcome.RECORDED
                    : first.isPresent() ? Outcome.REFUSED : superseded > 0 ? Outcome.OUTDATED : Outcome.UNCHANGED;
            return new Result(outcome, first);
        }
    }

    private static boolean isThere(StoredVersion version) {
        return version.record().op() == Operation.UPSERT;
    }

    private static long micros(OffsetDateTime time) {
        return ChronoUnit.MICROS.between(java.time.Instant.EPOCH, time.toInstant());
    }
}
