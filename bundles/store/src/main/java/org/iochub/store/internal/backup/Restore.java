package org.iochub.store.internal.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.core.audit.AuditEvent;
import org.iochub.model.FaultException;
import org.iochub.store.internal.current.CurrentRecords;
import org.iochub.store.internal.jdbc.Database;
import org.iochub.store.internal.jdbc.Dialect;
import org.iochub.store.internal.open.Store;
import org.iochub.store.internal.schema.Migrations;

/**
 * Brings a backup up in an instance's folder, whose hub must not run. Everything is built beside what is there and then put
 * in its place; what was there is kept.
 */
public final class Restore {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    /** What of an instance makes it one; logs and caches do not count. */
    private static final List<String> STATE =
            List.of("hub.id", "admin.key", "etc", "keys", "deploy", "data", "archive");

    private final Path data;
    private final Optional<Database.Place> outside;
    private final Clock clock;
    private final String who;

    /**
     * Where to.
     *
     * @param outside the database, when it is not the embedded one
     * @param who does it, for the audit trail
     */
    public Restore(Path data, Optional<Database.Place> outside, Clock clock, String who) {
        this.data = data;
        this.outside = outside;
        this.clock = clock;
        this.who = who;
    }

    /**
     * What came of it.
     *
     * @param aside where what was replaced is kept
     */
    public record Restored(
            String hubId, String fromEpoch, String epoch, long position, Instant at, long rows, Optional<Path> aside) {}

    /**
     * Restores.
     *
     * @param confirmed what is there may be replaced
     * @throws FaultException what is wrong with the file or the place; then everything is as it was
     */
    public Restored run(Path file, boolean confirmed) throws IOException, SQLException {
        try (PackageReader backup = PackageReader.open(file)) {
            Manifest manifest = backup.manifest();
            if (manifest.schema() > Migrations.latest()) {
                throw FaultException.of(
                        "backup-newer",
                        file.toString(),
                        "Bản sao lưu do hub phiên bản " + manifest.hubVersion() + " ghi, kho của nó ("
                                + manifest.schema() + ") mới hơn bản cài này (" + Migrations.latest()
                                + "); hãy dùng bản cài mới hơn.",
                        "The backup is of a hub of version " + manifest.hubVersion() + ", whose store ("
                                + manifest.schema() + ") is newer than this installation's (" + Migrations.latest()
                                + "); use a newer installation.");
            }
            boolean folderUsed = used(data);
            boolean databaseUsed = outside.isPresent() && OutsideTables.used(outside.get());
            if ((folderUsed || databaseUsed) && !confirmed) {
                throw FaultException.of(
                        "restore-over-data",
                        data.toString(),
                        "Đã có dữ liệu ở " + (folderUsed ? data : "cơ sở dữ liệu")
                                + "; thêm --confirm để thay (dữ liệu cũ được giữ lại bên cạnh).",
                        "There is data in " + (folderUsed ? data : "the database")
                                + " already; add --confirm to replace it (what is there is kept beside).");
            }
            return build(file, backup, folderUsed, databaseUsed);
        }
    }

    private static boolean used(Path data) {
        return STATE.stream().anyMatch(name -> Files.exists(data.resolve(name)));
    }

    private Restored build(Path file, PackageReader backup, boolean folderUsed, boolean databaseUsed)
            throws IOException, SQLException {
        String time = NAME.format(clock.instant());
        Files.createDirectories(data);
        Path fresh = Files.createTempDirectory(
                data,
                ".restoring-",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        OutsideTables moved = null;
        boolean done = false;
        try {
            files(backup, fresh);
            if (!Files.exists(fresh.resolve("hub.id"))
                    && !backup.manifest().hubId().isBlank()) {
                Files.writeString(fresh.resolve("hub.id"), backup.manifest().hubId() + "\n");
            }
            if (databaseUsed) {
                moved = OutsideTables.moveAside(outside.get(), "hub_before_" + time.replace('-', '_'));
            }
            Database.Place place = outside.orElse(Database.Place.embedded(fresh.resolve("data")));
            Loaded loaded = load(backup, place);
            audit(file, backup.manifest(), loaded, fresh, place);
            Optional<Path> aside = folderUsed ? Optional.of(putAside(time)) : Optional.empty();
            for (String name : STATE) {
                if (Files.exists(fresh.resolve(name))) {
                    Files.move(fresh.resolve(name), data.resolve(name));
                }
            }
            done = true;
            Manifest manifest = backup.manifest();
            return new Restored(
                    manifest.hubId(),
                    manifest.epoch(),
                    loaded.epoch(),
                    manifest.position(),
                    manifest.at(),
                    loaded.rows(),
                    aside);
        } finally {
            if (!done && outside.isPresent()) {
                OutsideTables.giveBack(outside.get(), moved);
            }
            deleteAll(fresh);
        }
    }

    private void files(PackageReader backup, Path fresh) throws IOException {
        for (String part : backup.manifest().parts().keySet()) {
            if (!part.startsWith(Manifest.FILES)) {
                continue;
            }
            Path to = fresh.resolve(part.substring(Manifest.FILES.length())).normalize();
            if (!to.startsWith(fresh) || to.equals(fresh)) {
                throw new IOException("a name that leads out of the folder: " + part);
            }
            Files.createDirectories(
                    to.getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.createFile(to, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (InputStream in = backup.part(part);
                    var out = Files.newOutputStream(to)) {
                in.transferTo(out);
            }
        }
    }

    private record Loaded(String epoch, long rows) {}

    private Loaded load(PackageReader backup, Database.Place place) throws IOException, SQLException {
        if (place.url().isEmpty()) {
            Files.createDirectories(place.folder().resolve("store"));
        }
        Manifest manifest = backup.manifest();
        try (Database database = new Database(place)) {
            // The tables as they were then; the way to this version's form is the usual one.
            Migrations.run(database, manifest.schema());
            long rows;
            Map<String, Long> next = new HashMap<>(manifest.sequences());
            next.compute(
                    "batch_seq",
                    (name, used) ->
                            NewEpoch.batchAfter(Optional.ofNullable(used).orElse(1L), clock.instant()));
            try (Connection c = database.connection()) {
                c.setAutoCommit(false);
                Load load = new Load(c);
                rows = load.tables(backup);
                load.sequences(next);
                c.setAutoCommit(true);
            }
            Migrations.run(database);
            String epoch = database.transaction(c -> {
                if (database.dialect() != Dialect.H2) {
                    CurrentRecords.withoutJournal(database, c);
                }
                return NewEpoch.begin(c, clock.instant());
            });
            return new Loaded(epoch, rows);
        }
    }

    /** Opens the store as a hub would, which shows that it can be, and writes down what was done. */
    private void audit(Path file, Manifest manifest, Loaded loaded, Path fresh, Database.Place place) {
        try (Store store =
                new Store(Store.Settings.of(fresh, place).withClock(clock), new NoMerging(), position -> {}).opened()) {
            store.audit()
                    .append(List.of(new AuditEvent(
                            "user:" + who,
                            who,
                            "restore",
                            manifest.hubId(),
                            Map.of(
                                    "file", file.getFileName().toString(),
                                    "of", manifest.at().toString(),
                                    "position", Long.toString(manifest.position()),
                                    "former-epoch", manifest.epoch(),
                                    "epoch", loaded.epoch()))));
        }
    }

    private Path putAside(String time) throws IOException {
        Path aside = Files.createDirectory(
                data.resolve("before-restore-" + time),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        List<String> moved = new ArrayList<>();
        for (String name : STATE) {
            if (Files.exists(data.resolve(name))) {
                Files.move(data.resolve(name), aside.resolve(name));
                moved.add(name);
            }
        }
        return aside;
    }

    private static void deleteAll(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException e) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
