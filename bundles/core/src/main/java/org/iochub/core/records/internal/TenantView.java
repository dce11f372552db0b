package org.iochub.core.records.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.iochub.api.AdapterDescriptor;
import org.iochub.api.LogPlace;
import org.iochub.api.Recorded;
import org.iochub.api.RecordedView;
import org.iochub.core.log.FeedFilter;
import org.iochub.core.log.FeedHead;
import org.iochub.core.log.FeedLog;
import org.iochub.core.log.FeedSlice;
import org.iochub.core.log.LoggedRecord;
import org.iochub.core.records.RecordReader;
import org.iochub.model.FaultException;
import org.iochub.model.RecordData;
import org.iochub.model.RecordType;
import org.iochub.model.json.ModelJson;
import org.iochub.model.json.RecordCodec;

/**
 * The records of one authority for one run of an instance. Each page is a reading of its own, so that a long computation
 * holds neither a connection nor an old state of the database, and the writer never waits for it.
 */
public final class TenantView implements RecordedView, AutoCloseable {
    /** Records held at a time. */
    private static final int PAGE = 200;

    private final RecordReader reader;
    private final FeedLog log;
    private final ModelJson json = new ModelJson();
    private final AdapterDescriptor<?> adapter;
    private final String tenant;
    private final String source;
    private volatile boolean closed;

    /** @param source the instance */
    public TenantView(RecordReader reader, FeedLog log, AdapterDescriptor<?> adapter, String tenant, String source) {
        this.reader = reader;
        this.log = log;
        this.adapter = adapter;
        this.tenant = tenant;
        this.source = source;
    }

    @Override
    public LogPlace head() {
        refuseWhenClosed();
        FeedHead head = log.head();
        return new LogPlace(head.epoch(), head.position());
    }

    @Override
    public boolean changedSince(LogPlace place) {
        refuseWhenClosed();
        FeedFilter news = filter(adapter.reads(), Optional.empty());
        FeedHead head = log.head();
        if (!head.knows(place.epoch(), place.position()) || place.position() + 1 < head.oldest(news.types())) {
            return true;
        }
        long at = place.position();
        while (true) {
            refuseWhenClosed();
            FeedSlice slice = log.read(news, at, 1, 1);
            if (!slice.records().isEmpty()) {
                return true;
            }
            if (!slice.more()) {
                return false;
            }
            at = slice.scannedTo();
        }
    }

    @Override
    public <T extends RecordData> void each(RecordType<T> type, Consumer<Recorded<T>> each) {
        require(adapter.reads(), type, "reads");
        all(type, filter(List.of(type), Optional.empty()), each);
    }

    @Override
    public <T extends RecordData> void eachOwn(RecordType<T> type, Consumer<Recorded<T>> each) {
        require(adapter.recordTypes(), type, "delivers");
        all(type, filter(List.of(type), Optional.of(Set.of(source))), each);
    }

    private void require(List<RecordType<?>> types, RecordType<?> type, String verb) {
        if (!types.contains(type)) {
            throw new IllegalArgumentException(
                    "the descriptor of " + adapter.id() + " does not say that it " + verb + " " + type.name());
        }
    }

    private FeedFilter filter(List<RecordType<?>> types, Optional<Set<String>> sources) {
        return new FeedFilter(
                Optional.of(types.stream().map(RecordType::name).collect(Collectors.toSet())),
                sources,
                Optional.of(Set.of(tenant)),
                Optional.empty(),
                Optional.empty());
    }

    private <T extends RecordData> void all(RecordType<T> type, FeedFilter filter, Consumer<Recorded<T>> each) {
        RecordCodec<T> codec = json.codec(type);
        List<LoggedRecord> page = page(type, filter, List.of());
        while (!page.isEmpty()) {
            page.forEach(record -> each.accept(new Recorded<>(codec.read(record.data()), record.area())));
            page = page.size() < PAGE ? List.of() : page(type, filter, page);
        }
    }

    private List<LoggedRecord> page(RecordType<?> type, FeedFilter filter, List<LoggedRecord> before) {
        refuseWhenClosed();
        return reader.page(
                type.name(),
                filter,
                before.isEmpty()
                        ? Optional.empty()
                        : Optional.of(before.get(before.size() - 1).id()),
                PAGE);
    }

    private void refuseWhenClosed() {
        if (closed) {
            throw FaultException.of(
                    "source-stopped",
                    source,
                    "Nguồn «" + source + "» đang dừng; phép tính sẽ làm lại khi nguồn chạy.",
                    "The source «" + source + "» is being stopped; it computes again when it runs.");
        }
    }

    /** The instance is being stopped. */
    @Override
    public void close() {
        closed = true;
    }
}
