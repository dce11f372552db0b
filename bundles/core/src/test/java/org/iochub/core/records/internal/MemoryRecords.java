package org.iochub.core.records.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.core.log.FeedFilter;
import org.iochub.core.log.FeedHead;
import org.iochub.core.log.FeedLog;
import org.iochub.core.log.FeedSlice;
import org.iochub.core.log.LoggedRecord;
import org.iochub.core.records.RecordReader;
import org.iochub.core.records.StoredVersion;
import org.iochub.model.RecordId;

/** Records in a list, each its own version: position is place in the list, from 1. Looks at two positions at a time. */
public final class MemoryRecords implements RecordReader, FeedLog {
    private static final int PATIENCE = 2;

    private final List<LoggedRecord> records = new ArrayList<>();
    private final List<Integer> pages = new ArrayList<>();

    void add(LoggedRecord record) {
        records.add(record);
    }

    /** How many records each page had that was asked for. */
    List<Integer> pages() {
        return pages;
    }

    @Override
    public FeedHead head() {
        return new FeedHead("first", records.size(), 1);
    }

    @Override
    public Map<String, Long> positions() {
        return Map.of();
    }

    @Override
    public FeedSlice read(FeedFilter filter, long after, int limit, long maxBytes) {
        int to = (int) Math.min(records.size(), after + PATIENCE);
        List<LoggedRecord> found = records.subList((int) Math.min(after, to), to).stream()
                .filter(record -> passes(record, filter))
                .limit(limit)
                .toList();
        return new FeedSlice(found, to, to < records.size());
    }

    @Override
    public List<LoggedRecord> page(String type, FeedFilter filter, Optional<RecordId> after, int limit) {
        List<LoggedRecord> found = records.stream()
                .filter(record -> record.type().equals(type) && passes(record, filter))
                .filter(record -> after.map(last -> record.id().value().compareTo(last.value()) > 0)
                        .orElse(true))
                .limit(limit)
                .toList();
        pages.add(found.size());
        return found;
    }

    private static boolean passes(LoggedRecord record, FeedFilter filter) {
        return filter.types().map(types -> types.contains(record.type())).orElse(true)
                && filter.tenants()
                        .map(tenants -> tenants.contains(record.tenant()))
                        .orElse(true)
                && filter.sources()
                        .map(sources -> sources.contains(record.source()))
                        .orElse(true);
    }

    @Override
    public Optional<StoredVersion> current(String type, RecordId id) {
        return Optional.empty();
    }

    @Override
    public List<StoredVersion> history(String type, RecordId id, int limit) {
        return List.of();
    }
}
