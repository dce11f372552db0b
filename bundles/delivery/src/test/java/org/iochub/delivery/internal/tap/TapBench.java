package org.iochub.delivery.internal.tap;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.core.cluster.Leases;
import org.iochub.core.delivery.TapStatus;
import org.iochub.delivery.internal.testing.CutLog;
import org.iochub.delivery.internal.testing.Reports;
import org.iochub.delivery.internal.testing.TestBell;
import org.iochub.delivery.internal.testing.TestHub;
import org.iochub.delivery.internal.testing.TestTypes;
import org.iochub.model.Text;
import org.iochub.model.area.AreaRegistry;
import org.iochub.reading.cursor.Cursors;
import org.iochub.reading.scope.Scoping;
import org.iochub.reading.scope.internal.PersonalFieldsView;
import org.iochub.store.internal.open.Store;

/** Taps on a real store. */
final class TapBench implements AutoCloseable {
    final Cursors cursors = Cursors.of("a secret of the tests");
    final TestBell bell = new TestBell();
    Store store;
    CutLog log;
    TapBoard board;
    private final Path folder;
    private final Reports reports = new Reports();

    TapBench(Path folder) {
        this.folder = folder;
        start();
    }

    private void start() {
        store = new Store(Store.Settings.embedded(folder), new Reports.NoParts(), bell::ring).opened();
        log = new CutLog(store.feed());
        board = new TapBoard(
                new TestHub(folder),
                store.deliveries(),
                log,
                bell,
                store.audit(),
                new Scoping(new TestTypes(), AreaRegistry.builtIn(), new PersonalFieldsView()),
                cursors,
                new Alone());
    }

    void restart() {
        close();
        start();
    }

    void append(String... codes) throws Exception {
        reports.append(store.records(), codes);
    }

    void kafka(String address, String... more) {
        put(Map.of("kind", "kafka", "servers", address, "topic", "iochub.{type}"), more);
    }

    void mqtt(String address, String... more) {
        put(Map.of("kind", "mqtt", "url", address, "topic", "iochub/{tenant}/{type}"), more);
    }

    private void put(Map<String, String> usual, String... more) {
        Map<String, String> values = new java.util.HashMap<>(usual);
        for (int i = 0; i < more.length; i += 2) {
            values.put(more[i], more[i + 1]);
        }
        board.put("platform", values);
    }

    TapStatus status() {
        List<TapStatus> all = board.list();
        return all.get(0);
    }

    Optional<String> waiting() {
        return status().waiting().map(Text::en);
    }

    @Override
    public void close() {
        board.stop();
        store.close();
    }

    /** The one node there is. */
    private static final class Alone implements Leases {
        @Override
        public String node() {
            return "one";
        }

        @Override
        public void request(String source, Runnable granted, Runnable lost) {
            granted.run();
        }

        @Override
        public void release(String source) {
            // Nobody else wants it.
        }
    }
}
