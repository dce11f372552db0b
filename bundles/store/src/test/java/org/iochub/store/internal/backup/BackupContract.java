package org.iochub.store.internal.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iochub.store.internal.testing.Sample.put;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.iochub.core.access.AccessKeys;
import org.iochub.core.access.Grants;
import org.iochub.core.audit.AuditEvent;
import org.iochub.core.audit.AuditFilter;
import org.iochub.core.backup.BackupReport;
import org.iochub.core.log.FeedFilter;
import org.iochub.core.log.FeedHead;
import org.iochub.core.log.LoggedRecord;
import org.iochub.core.store.Entry;
import org.iochub.model.FaultException;
import org.iochub.store.internal.jdbc.Database;
import org.iochub.store.internal.open.Store;
import org.iochub.store.internal.testing.Databases;
import org.iochub.store.internal.testing.Merger;
import org.iochub.store.internal.testing.Sample;
import org.iochub.store.internal.testing.StoreTest;
import org.junit.jupiter.api.Test;

/** A backup of a working store is one moment of it, and comes up elsewhere as it was. */
public abstract class BackupContract extends StoreTest {
    /** Where backups of this database can be brought up too. */
    protected abstract Databases others();

    private Path data() throws IOException {
        Path data = folder.resolve("instance");
        Files.createDirectories(data.resolve("etc/areas"));
        Files.createDirectories(data.resolve("archive/one-stop"));
        Files.writeString(data.resolve("etc/areas/a.csv"), "mã,tên\n");
        Files.writeString(data.resolve("archive/one-stop/2026-03-01.seg"), "raw");
        return data;
    }

    private BackupReport backup(String name) throws IOException {
        return store.backups(new StoredBackups.Instance(data(), "hub-test", "0.1.0"))
                .write(folder.resolve(name));
    }

    private record Elsewhere(Path data, Database.Place place) {}

    private Elsewhere elsewhere(Databases databases, String name) {
        Path data = folder.resolve(name);
        return new Elsewhere(data, databases.fresh(data));
    }

    private static Restore.Restored restore(Path file, Elsewhere to, boolean confirmed) throws Exception {
        Optional<Database.Place> outside =
                Optional.of(to.place()).filter(place -> place.url().isPresent());
        return new Restore(to.data(), outside, Clock.systemUTC(), "tester").run(file, confirmed);
    }

    private static Store open(Elsewhere where) {
        return new Store(Store.Settings.of(where.data(), where.place()), new Merger(), position -> {}).opened();
    }

    private static List<LoggedRecord> all(Store store) {
        return store.feed()
                .read(FeedFilter.all(), 0, 1_000_000, Long.MAX_VALUE / 2)
                .records();
    }

    private static void assertFault(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        FaultException.class, e -> assertThat(e.fault().code()).isEqualTo(code));
    }

    @Test
    void whileRecordsFlowItIsOneMomentAndComesUpElsewhere() throws Exception {
        AccessKeys.Created key = store.keys().create("reader", Grants.administrator(), Optional.empty());
        AtomicBoolean stop = new AtomicBoolean();
        ExecutorService writer = Executors.newSingleThreadExecutor();
        BackupReport report;
        try {
            Future<?> writing = writer.submit(() -> {
                for (int i = 0; !stop.get(); i++) {
                    Entry[] entries = new Entry[40];
                    for (int n = 0; n < entries.length; n++) {
                        entries[n] = put("r" + (i * 7 + n) % 900, i + 1L, "v" + i + "." + n);
                    }
                    take(entries);
                }
                return null;
            });
            while (store.feed().head().position() < 2_000) {
                Thread.onSpinWait();
            }
            report = backup("a.zip");
            long then = store.feed().head().position();
            while (store.feed().head().position() <= then) {
                Thread.onSpinWait();
            }
            stop.set(true);
            writing.get(60, TimeUnit.SECONDS);
        } finally {
            stop.set(true);
            writer.shutdown();
        }
        List<LoggedRecord> before = all(store).stream()
                .filter(record -> record.position() <= report.position())
                .toList();
        assertThat(report.position()).isBetween(2_000L, store.feed().head().position() - 1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(report.file())))
                .isEqualTo("rw-------");

        for (Databases databases : List.of(databases(), others())) {
            Elsewhere place = elsewhere(databases, "to-" + UUID.randomUUID());
            Restore.Restored done = restore(report.file(), place, false);
            assertThat(done.position()).isEqualTo(report.position());
            try (Store restored = open(place)) {
                assertThat(all(restored)).usingRecursiveComparison().isEqualTo(before);
                assertCurrentIsTheLastOfEach(restored, before);
                FeedHead head = restored.feed().head();
                assertThat(head.position()).isEqualTo(report.position());
                assertThat(head.epoch()).isNotEqualTo(report.epoch()).isEqualTo(done.epoch());
                assertThat(head.knows(report.epoch(), report.position())).isTrue();
                assertThat(head.knows(report.epoch(), report.position() + 1)).isFalse();
                assertThat(restored.keys().find(key.value())).isPresent();
                assertThat(restored.audit()
                                .list(AuditFilter.all(), Long.MAX_VALUE, 1)
                                .get(0)
                                .event())
                        .extracting(AuditEvent::action, AuditEvent::target)
                        .containsExactly("restore", "hub-test");
                assertThat(restored.audit().verify().broken()).isEmpty();
                restored.records()
                        .submit(Sample.whole(Sample.message("a", "after"), put("r1", 1_000_000, "after")))
                        .get(60, TimeUnit.SECONDS);
                LoggedRecord last = restored.feed()
                        .read(FeedFilter.all(), report.position(), 10, 10_000)
                        .records()
                        .get(0);
                assertThat(value(last)).isEqualTo("after");
                assertThat(all(store)).extracting(LoggedRecord::version).doesNotContain(last.version());
                assertThat(restored.reader().history("facility", Sample.id("facility", "r1"), 10_000))
                        .hasSizeGreaterThan(1);
            }
            assertThat(Files.readString(place.data().resolve("etc/areas/a.csv")))
                    .isEqualTo("mã,tên\n");
            assertThat(Files.readString(place.data().resolve("archive/one-stop/2026-03-01.seg")))
                    .isEqualTo("raw");
            assertThat(Files.readString(place.data().resolve("hub.id")).strip()).isEqualTo("hub-test");
        }
    }

    private static void assertCurrentIsTheLastOfEach(Store restored, List<LoggedRecord> log) {
        Map<String, String> last = new LinkedHashMap<>();
        log.forEach(record -> last.put(record.id().value(), record.version()));
        Map<String, String> now = new LinkedHashMap<>();
        restored.reader()
                .page("facility", FeedFilter.all(), Optional.empty(), 100_000)
                .forEach(record -> now.put(record.id().value(), record.version()));
        assertThat(now).isEqualTo(last);
    }

    @Test
    void aRestoreOfARestoreKnowsBothFormerEpochs() throws Exception {
        take(put("x", 1, "a"));
        take(put("x", 2, "b"));
        BackupReport first = backup("a.zip");
        Elsewhere second = elsewhere(databases(), "second");
        restore(first.file(), second, false);
        BackupReport again;
        try (Store restored = open(second)) {
            restored.records()
                    .submit(Sample.whole(Sample.message("a", "more"), put("x", 3, "c")))
                    .get(60, TimeUnit.SECONDS);
            again = restored.backups(new StoredBackups.Instance(second.data(), "hub-test", "0.1.0"))
                    .write(folder.resolve("b.zip"));
        }
        Elsewhere third = elsewhere(databases(), "third");
        restore(again.file(), third, false);
        try (Store restored = open(third)) {
            FeedHead head = restored.feed().head();
            assertThat(head.formerEpochs()).isEqualTo(Map.of(first.epoch(), 2L, again.epoch(), 3L));
            assertThat(values(all(restored))).containsExactly("a", "b", "c");
        }
    }

    @Test
    void nothingIsOverwrittenAndNothingHalfIsLeft() throws Exception {
        take(put("x", 1, "a"));
        BackupReport report = backup("a.zip");
        byte[] written = Files.readAllBytes(report.file());

        assertFault("backup-exists", () -> backup("a.zip"));
        assertFault("backup-place", () -> backup("no/such/folder.zip"));
        assertFault("backup-place", () -> backup("instance/etc/inside.zip"));

        assertThat(Files.readAllBytes(report.file())).isEqualTo(written);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".part")))
                    .isEmpty();
        }
    }

    @Test
    void anAlteredOrTornFileIsRefused() throws Exception {
        take(put("x", 1, "a"), put("y", 1, "b"));
        byte[] good = Files.readAllBytes(backup("a.zip").file());
        Elsewhere to = elsewhere(databases(), "to");
        Random random = new Random(6);
        List<byte[]> bad = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            byte[] flipped = good.clone();
            flipped[random.nextInt(good.length)] ^= (byte) (1 << random.nextInt(8));
            bad.add(flipped);
        }
        for (int i = 0; i < 20; i++) {
            bad.add(java.util.Arrays.copyOf(good, random.nextInt(good.length)));
        }
        Path file = folder.resolve("bad.zip");
        for (byte[] bytes : bad) {
            Files.write(file, bytes);
            assertThatThrownBy(() -> restore(file, to, false))
                    .isInstanceOfSatisfying(
                            FaultException.class,
                            e -> assertThat(e.fault().code()).isIn("backup-torn", "backup-altered"));
        }
        assertFault("backup-missing", () -> restore(folder.resolve("none.zip"), to, false));
        assertThat(to.data().resolve("etc")).doesNotExist();
    }

    @Test
    void dataThatIsThereIsReplacedOnlyWhenConfirmedAndKept() throws Exception {
        take(put("x", 1, "a"));
        BackupReport report = backup("a.zip");
        Elsewhere to = elsewhere(databases(), "to");
        Files.createDirectories(to.data().resolve("etc"));
        Files.writeString(to.data().resolve("etc/mine.cfg"), "x");
        try (Store other = open(to)) {
            other.records()
                    .submit(Sample.whole(Sample.message("a", "m"), put("x", 9, "other")))
                    .get(60, TimeUnit.SECONDS);
        }

        assertFault("restore-over-data", () -> restore(report.file(), to, false));
        Restore.Restored done = restore(report.file(), to, true);

        try (Store restored = open(to)) {
            assertThat(values(all(restored))).containsExactly("a");
        }
        assertThat(done.aside().orElseThrow().resolve("etc/mine.cfg")).exists();
        assertThat(to.data().resolve("etc/mine.cfg")).doesNotExist();
    }

    @Test
    void whatDoesNotFitLeavesEverythingAsItWas() throws Exception {
        Elsewhere to = elsewhere(databases(), "to");
        try (Store other = open(to)) {
            other.records()
                    .submit(Sample.whole(Sample.message("a", "m"), put("x", 9, "mine")))
                    .get(60, TimeUnit.SECONDS);
        }
        assertFault("backup-newer", () -> restore(made("newer.zip", 9_999), to, true));
        assertThatThrownBy(
                        () -> restore(made("odd.zip", org.iochub.store.internal.schema.Migrations.latest()), to, true))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not those of its schema");

        try (Store still = open(to)) {
            assertThat(values(all(still))).containsExactly("mine");
        }
        try (Stream<Path> files = Files.list(to.data())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.startsWith(".restoring") || name.startsWith("before"));
        }
    }

    /** A whole file of one made-up table. */
    private Path made(String name, int schema) throws IOException {
        Path file = Files.createFile(folder.resolve(name));
        try (Package out = new Package(file)) {
            out.part(Manifest.STORE + "made_up", to -> to.write(1));
            out.finish(new Manifest("9.0.0", schema, "h2", "hub-other", "e", 1, Instant.EPOCH, Map.of(), out.parts())
                    .write());
        }
        return file;
    }
}
