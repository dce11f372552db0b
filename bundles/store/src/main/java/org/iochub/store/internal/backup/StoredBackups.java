package org.iochub.store.internal.backup;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.iochub.core.backup.BackupReport;
import org.iochub.core.backup.Backups;
import org.iochub.model.FaultException;
import org.iochub.store.internal.jdbc.Database;
import org.iochub.store.internal.jdbc.Sql;
import org.iochub.store.internal.write.Job;
import org.iochub.store.internal.write.WriteLane;

/** Backups of this hub. */
public final class StoredBackups implements Backups {
    /**
     * Whose backups they are.
     *
     * @param data the instance's folder
     */
    public record Instance(Path data, String hubId, String version) {}

    private final Instance instance;
    private final Supplier<Database> database;
    private final WriteLane lane;
    private final Clock clock;
    private final ReentrantLock one = new ReentrantLock();

    public StoredBackups(Instance instance, Supplier<Database> database, WriteLane lane, Clock clock) {
        this.instance = instance;
        this.database = database;
        this.lane = lane;
        this.clock = clock;
    }

    @Override
    public BackupReport write(Path file) {
        if (!one.tryLock()) {
            throw FaultException.of(
                    "backup-running",
                    file.toString(),
                    "Một bản sao lưu khác đang được ghi; hãy chờ nó xong.",
                    "Another backup is being written; wait until it is done.");
        }
        try {
            return begin(file.toAbsolutePath().normalize());
        } finally {
            one.unlock();
        }
    }

    private BackupReport begin(Path file) {
        if (Files.exists(file)) {
            throw exists(file);
        }
        if (file.getParent() == null || !Files.isDirectory(file.getParent())) {
            throw FaultException.of(
                    "backup-place",
                    file.toString(),
                    "Không có thư mục " + file.getParent() + "; hãy tạo trước.",
                    "There is no folder " + file.getParent() + "; make it first.");
        }
        if (HubFiles.ROOTS.stream()
                .anyMatch(
                        root -> file.startsWith(instance.data().toAbsolutePath().resolve(root)))) {
            throw FaultException.of(
                    "backup-place",
                    file.toString(),
                    "Bản sao lưu không được nằm trong phần được sao lưu; hãy chọn thư mục khác.",
                    "A backup cannot lie within what it saves; choose another folder.");
        }
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                BackupReport report = fill(file, part);
                publish(part, file);
                return report;
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (FileAlreadyExistsException e) {
            throw exists(file);
        } catch (IOException e) {
            FaultException fault = FaultException.of(
                    "backup-failed",
                    file.toString(),
                    "Không ghi được bản sao lưu " + file + ": " + e.getMessage() + ".",
                    "The backup " + file + " could not be written: " + e.getMessage() + ".");
            fault.initCause(e);
            throw fault;
        }
    }

    private static FaultException exists(Path file) {
        return FaultException.of(
                "backup-exists",
                file.toString(),
                "Đã có tệp " + file + "; bản sao lưu không ghi đè, hãy chọn tên khác.",
                "There is a file " + file + " already; a backup overwrites nothing, choose another name.");
    }

    /** A link fails where something stands; a move would take its place. */
    private static void publish(Path part, Path file) throws IOException {
        try {
            Files.createLink(file, part);
        } catch (UnsupportedOperationException e) {
            Files.move(part, file);
        }
    }

    private BackupReport fill(Path file, Path part) throws IOException {
        AtomicBoolean given = new AtomicBoolean();
        Database db = database.get();
        Instant at = clock.instant();
        try (Package out = new Package(part)) {
            Saved saved;
            try {
                // On a thread that nobody can interrupt; who waits may go, and then it ends by itself.
                saved = db.read(c -> save(db, c, out, given));
            } catch (RuntimeException e) {
                given.set(true);
                if (e.getCause() instanceof SQLException sql && sql.getCause() instanceof IOException io) {
                    throw io;
                }
                throw e;
            }
            long files = 0;
            for (String name : HubFiles.list(instance.data())) {
                try {
                    out.part(
                            Manifest.FILES + name,
                            to -> HubFiles.copy(instance.data().resolve(name), to));
                    files++;
                } catch (IOException e) {
                    if (!HubFiles.gone(e)) {
                        throw e;
                    }
                }
            }
            Manifest manifest = new Manifest(
                    instance.version(),
                    saved.schema(),
                    db.dialect().name().toLowerCase(Locale.ROOT),
                    instance.hubId(),
                    saved.epoch(),
                    saved.position(),
                    at,
                    saved.sequences(),
                    out.parts());
            out.finish(manifest.write());
            return new BackupReport(
                    file, instance.hubId(), saved.epoch(), saved.position(), at, saved.rows(), files, Files.size(part));
        }
    }

    private record Saved(int schema, String epoch, long position, long rows, Map<String, Long> sequences) {}

    private Saved save(Database db, Connection c, Package out, AtomicBoolean given) throws SQLException {
        Dump.begin(c, db.dialect());
        try {
            record Head(String epoch, long position) {}
            Head head = Sql.first(
                            c,
                            row -> new Head(row.getString(1), row.getLong(2)),
                            "SELECT epoch, position FROM feed_head WHERE one = 1")
                    .orElseThrow();
            int schema = Tables.schema(c);
            // What this moment shows must not be lost by a crash: a later transaction that is on disk says that it is
            // too.
            Map<String, Long> sequences = sequences(Tables.sequences(c));
            Dump dump = new Dump(c, () -> {
                if (given.get()) {
                    throw new IOException("given up");
                }
            });
            long rows = 0;
            for (Tables.Table table : Tables.all(c)) {
                long[] count = {0};
                out.<SQLException>part(Manifest.STORE + table.name(), to -> {
                    DataOutputStream data = new DataOutputStream(new BufferedOutputStream(to, 1 << 16));
                    count[0] = dump.write(table, data);
                    data.flush();
                });
                rows += count[0];
            }
            return new Saved(schema, head.epoch(), head.position(), rows, sequences);
        } catch (IOException e) {
            throw new SQLException("the backup cannot be written", e);
        } finally {
            Dump.end(c, db.dialect());
        }
    }

    /** Numbers greater than any that this moment shows. */
    private Map<String, Long> sequences(Iterable<String> names) {
        return lane.call(
                "",
                context -> new Job.Done<>(
                        context.database().transaction(c -> {
                            Map<String, Long> next = new TreeMap<>();
                            for (String name : names) {
                                next.put(
                                        name,
                                        Sql.first(
                                                        c,
                                                        row -> row.getLong(1),
                                                        context.database()
                                                                .dialect()
                                                                .nextValues(name, 1))
                                                .orElseThrow());
                            }
                            return next;
                        }),
                        0));
    }
}
