package org.iochub.store.internal.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.iochub.api.Delivered;
import org.iochub.core.log.FeedFilter;
import org.iochub.core.log.FeedSlice;
import org.iochub.core.log.LoggedRecord;
import org.iochub.core.store.Batch;
import org.iochub.core.store.Entry;
import org.iochub.store.internal.jdbc.Database;
import org.iochub.store.internal.open.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A store of its own for every test, on the database that the subclass names. */
public abstract class StoreTest {
    @TempDir
    protected Path folder;

    protected Database.Place place;
    protected Store store;
    private int messages;

    protected abstract Databases databases();

    protected Store.Settings settings() {
        return Store.Settings.of(folder, place);
    }

    @BeforeEach
    void open() {
        place = databases().fresh(folder);
        store = new Store(settings(), new Merger(), position -> {}).opened();
    }

    @AfterEach
    void close() {
        store.close();
    }

    protected void reopen() {
        store.close();
        store = new Store(settings(), new Merger(), position -> {}).opened();
    }

    protected Delivered submit(Batch batch) throws Exception {
        return store.records().submit(batch).get(60, TimeUnit.SECONDS);
    }

    /** As a message of its own of the source {@code a}. */
    protected Delivered take(Entry... entries) throws Exception {
        return submit(Sample.whole(Sample.message("a", "m" + ++messages), entries));
    }

    protected List<LoggedRecord> feed() {
        return feed(FeedFilter.all());
    }

    /** Everything that passes, read in small steps; fails when a position is missing or comes twice. */
    protected List<LoggedRecord> feed(FeedFilter filter) {
        List<LoggedRecord> all = new ArrayList<>();
        long at = 0;
        FeedSlice slice;
        do {
            slice = store.feed().read(filter, at, 7, 100_000);
            all.addAll(slice.records());
            if (slice.scannedTo() == at && slice.more()) {
                throw new AssertionError("the reader does not get on at " + at);
            }
            at = slice.scannedTo();
        } while (slice.more());
        return all;
    }

    protected List<String> values(List<LoggedRecord> records) {
        return records.stream().map(StoreTest::value).toList();
    }

    protected static String value(LoggedRecord record) {
        if (record.data().length == 0) {
            return "-";
        }
        String json = new String(record.data(), java.nio.charset.StandardCharsets.UTF_8);
        String from = json.substring(json.indexOf("\"value\":\"") + 9);
        return from.substring(0, from.indexOf('"'));
    }

    protected String current(String name) {
        return store.reader()
                .current("facility", Sample.id("facility", name))
                .map(v -> value(v.record()))
                .orElse("none");
    }
}
