package org.iochub.feed.internal.testing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.iochub.core.log.FeedFilter;
import org.iochub.core.log.FeedHead;
import org.iochub.core.log.FeedLog;
import org.iochub.core.log.FeedSlice;
import org.iochub.core.log.LoggedRecord;
import org.iochub.core.log.Operation;
import org.iochub.core.records.MessageRecords;
import org.iochub.core.records.RecordReader;
import org.iochub.core.records.StoredVersion;
import org.iochub.model.Fault;
import org.iochub.model.RecordId;
import org.iochub.model.VersionKey;
import org.iochub.model.area.AreaRef;

/** A log in memory, as the port describes it; looks at few rows per read, so that readers meet empty stretches. */
public final class FakeLog implements FeedLog, RecordReader, MessageRecords {
    private static final int ROWS_PER_READ = 100;
    private final List<LoggedRecord> log = new ArrayList<>();
    private final FakeBell bell;
    private final Map<String, Long> formerEpochs = new LinkedHashMap<>();
    private String epoch = "e1";
    private long oldest = 1;
    private Optional<Runnable> beforePage = Optional.empty();

    public FakeLog(FakeBell bell) {
        this.bell = bell;
    }

    public LoggedRecord append(Sample sample) {
        LoggedRecord record;
        synchronized (this) {
            record = sample.at(log.size() + 1L);
            log.add(record);
        }
        bell.ring(record.position());
        return record;
    }

    public synchronized void restoredTo(long position, String newEpoch) {
        while (log.size() > position) {
            log.remove(log.size() - 1);
        }
        if (!newEpoch.equals(epoch)) {
            formerEpochs.put(epoch, position);
        }
        epoch = newEpoch;
    }

    public synchronized void keepsFrom(long position) {
        oldest = position;
    }

    /** Something that happens between two pages of a snapshot. */
    public synchronized void beforePage(Runnable work) {
        beforePage = Optional.of(work);
    }

    @Override
    public synchronized FeedHead head() {
        return new FeedHead(epoch, log.size(), oldest, Map.of(), formerEpochs);
    }

    @Override
    public synchronized Map<String, Long> positions() {
        Map<String, Long> ends = new LinkedHashMap<>();
        log.forEach(record -> ends.put(record.type(), record.position()));
        return ends;
    }

    @Override
    public synchronized FeedSlice read(FeedFilter filter, long after, int limit, long maxBytes) {
        List<LoggedRecord> found = new ArrayList<>();
        long position = Math.max(after, oldest - 1);
        long bytes = 0;
        int rows = 0;
        while (position < log.size() && found.size() < limit && bytes <= maxBytes && rows++ < ROWS_PER_READ) {
            LoggedRecord record = log.get((int) position++);
            if (passes(filter, record, true)) {
                found.add(record);
                bytes += record.data().length;
            }
        }
        return new FeedSlice(found, position, position < log.size());
    }

    private static boolean passes(FeedFilter filter, LoggedRecord record, boolean leaving) {
        return in(filter.types(), record.type())
                && in(filter.sources(), record.source())
                && in(filter.tenants(), record.tenant())
                && filter.since()
                        .map(since -> !record.recordedAt().isBefore(since))
                        .orElse(true)
                && (filter.areas().isEmpty()
                        || within(filter.areas().get(), record.area())
                        || leaving && within(filter.areas().get(), record.previousArea()));
    }

    private static boolean within(Set<AreaRef> areas, Optional<AreaRef> area) {
        return area.isPresent() && areas.contains(area.get());
    }

    private static boolean in(Optional<Set<String>> allowed, String value) {
        return allowed.isEmpty() || allowed.get().contains(value);
    }

    @Override
    public synchronized Optional<StoredVersion> current(String type, RecordId id) {
        return history(type, id, 1).stream().findFirst();
    }

    @Override
    public synchronized List<StoredVersion> history(String type, RecordId id, int limit) {
        return log.stream()
                .filter(record -> record.type().equals(type) && record.id().equals(id))
                .sorted(Comparator.comparingLong(LoggedRecord::position).reversed())
                .limit(limit)
                .map(record -> new StoredVersion(
                        record,
                        false,
                        new VersionKey(OptionalLong.of(record.position())),
                        List.of(Fault.of(
                                record.position() == oldest && oldest > 1 ? HISTORY_CUT : "unknown-code",
                                "text",
                                "Không hiểu 0912345678 trong nội dung.",
                                "Cannot read 0912345678 in the text.")),
                        "message-" + record.position(),
                        "file-" + record.position() + ".xml",
                        "line 7",
                        "field-reports",
                        "1.2.0"))
                .toList();
    }

    @Override
    public List<LoggedRecord> page(String type, FeedFilter filter, Optional<RecordId> after, int limit) {
        beforePage.ifPresent(Runnable::run);
        synchronized (this) {
            Map<RecordId, LoggedRecord> current = new LinkedHashMap<>();
            log.stream()
                    .filter(record -> record.type().equals(type))
                    .forEach(record -> current.put(record.id(), record));
            return current.values().stream()
                    .filter(record -> record.op() == Operation.UPSERT)
                    .filter(record -> passes(filter, record, false))
                    .filter(record -> after.isEmpty() || record.id().compareTo(after.get()) > 0)
                    .sorted(Comparator.comparing(LoggedRecord::id))
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public synchronized List<StoredVersion> of(String source, String message, Optional<String> after, int limit) {
        return log.stream()
                .filter(record -> record.source().equals(source))
                .flatMap(record -> history(record.type(), record.id(), 100).stream()
                        .filter(version -> version.record().position() == record.position()))
                .filter(version -> version.message().equals(message))
                .filter(version -> after.map(last -> version.record().version().compareTo(last) > 0)
                        .orElse(true))
                .limit(limit)
                .toList();
    }
}
