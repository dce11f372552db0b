package org.iochub.declarative.internal.fetch.jdbc;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.iochub.api.Source;
import org.iochub.declarative.internal.DeclaredSettings;
import org.iochub.declarative.internal.fetch.inbox.Spool;
import org.iochub.declarative.internal.fetch.jdbc.JdbcOptions.Key;
import org.iochub.declarative.internal.fetch.jdbc.JdbcOptions.Watermark;
import org.iochub.model.FaultException;

/**
 * The rows from a watermark on, in chunks. Rows of equal watermark that a chunk's end parts are met again: the next one,
 * and a reading after a restart, begin at that watermark, not behind it, unless a key tells them apart.
 */
final class MarkedReading implements JdbcInbox.Reading {
    private static final long MOST_BYTES = 1L << 30;
    /** How far a chunk grows to get past rows of one watermark. */
    private static final int MOST_DOUBLINGS = 6;

    private final Rows rows;
    private final Watermark watermark;
    private final Source<DeclaredSettings> source;
    private final ZoneId zone;
    private final AtomicReference<Optional<Progress>> kept;

    private final Progress begun;
    /** What the reading before had come to, when some of it is read again. */
    private Optional<Object> reached = Optional.empty();

    private Object from;
    private Optional<Object> fromKey;
    private Optional<Object> last;
    private Optional<Object> lastKey;
    private boolean asked;
    private boolean done;

    MarkedReading(
            Rows rows,
            Watermark watermark,
            Source<DeclaredSettings> source,
            ZoneId zone,
            Progress progress,
            AtomicReference<Optional<Progress>> kept) {
        this.rows = rows;
        this.watermark = watermark;
        this.source = source;
        this.zone = zone;
        this.kept = kept;
        this.begun = progress;
        begin(progress);
    }

    private void begin(Progress progress) {
        Optional<Object> mark = progress.mark().flatMap(this::readable);
        last = mark;
        lastKey = watermark.key().flatMap(key -> progress.key().flatMap(text -> readable(key, text)));
        String overlap = watermark.overlap().fill(source.settings());
        boolean again =
                mark.isPresent() && !progress.within() && !watermark.kind().isNone(overlap);
        reached = mark.filter(value -> again);
        from = mark.map(value -> again ? before(value, overlap) : value).orElseGet(this::start);
        fromKey = watermark
                .key()
                .map(key ->
                        again ? key.kind().least() : lastKey.orElse(key.kind().least()));
    }

    /** Not before what was wanted first; a start that moves on with the time never cuts what is still to be read. */
    private Object before(Object mark, String overlap) {
        Object earlier = watermark.kind().minus(mark, overlap);
        Object start = start();
        if (watermark.kind().isBefore(mark, start)) {
            return mark;
        }
        return watermark.kind().isBefore(earlier, start) ? start : earlier;
    }

    /** Empty for what another version of the file kept: then it starts anew. */
    private Optional<Object> readable(String mark) {
        try {
            return Optional.of(watermark.kind().parse(mark));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Object> readable(Key key, String text) {
        try {
            return Optional.of(key.kind().parse(text));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Object start() {
        String text = watermark.start().fill(source.settings());
        try {
            return text.isEmpty()
                    ? watermark.kind().least()
                    : watermark.kind().parse(text, source.clock().instant(), zone);
        } catch (DateTimeException | NumberFormatException e) {
            throw FaultException.of(
                    "bad-setting",
                    "watermark.start",
                    "«" + text + "» không phải giá trị đầu của mốc loại " + watermark.kind() + ".",
                    "«" + text + "» is no first value for a watermark of the kind " + watermark.kind() + ".");
        }
    }

    @Override
    public Optional<Chunk> next() throws SQLException, IOException {
        for (int doublings = 0; !done; doublings++) {
            long most = (long) rows.limit() << doublings;
            if (rows.limited() || !asked) {
                ask(most);
            }
            Object before = from;
            Spool spool = new Spool(MOST_BYTES);
            try {
                long count = rows.write(most, spool, this::see);
                if (count == 0) {
                    spool.close();
                    return end();
                }
                boolean full = rows.limited() ? count >= most : rows.more();
                if (full && rows.limited() && watermark.key().isEmpty() && last.equals(Optional.of(before))) {
                    // All of one watermark: the same question would give the same rows for ever.
                    spool.close();
                    tooMany(doublings);
                    continue;
                }
                return Optional.of(chunk(before, spool, full));
            } catch (SQLException | IOException | RuntimeException e) {
                spool.close();
                throw e;
            }
        }
        return end();
    }

    private void ask(long most) throws SQLException {
        asked = true;
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("watermark", MarkKind.bound(from));
        fromKey.ifPresent(key -> parameters.put("key", MarkKind.bound(key)));
        parameters.put("limit", most);
        rows.ask(parameters);
    }

    private void see(ResultSet row, Columns columns) throws SQLException {
        Optional<Object> mark = watermark.kind().read(row, columns.at(watermark.column()));
        if (mark.isEmpty()) {
            return;
        }
        if (watermark.kind().isBefore(mark.get(), from)) {
            throw unordered();
        }
        from = mark.get();
        last = mark;
        if (watermark.key().isPresent()) {
            Key key = watermark.key().get();
            lastKey = key.kind().read(row, columns.at(key.column()));
            fromKey = Optional.of(lastKey.orElse(key.kind().least()));
        }
    }

    private Chunk chunk(Object before, Spool spool, boolean full) throws IOException {
        String digest = spool.finish();
        Progress progress = full ? under() : ended();
        done = !full;
        String mark = MarkKind.text(before);
        return new Chunk(mark + "/" + digest, "jdbc: " + mark, spool, progress, () -> kept.set(Optional.of(progress)));
    }

    private Optional<Chunk> end() {
        if (!done) {
            done = true;
            kept.set(Optional.of(ended()));
        }
        return Optional.empty();
    }

    /** Never behind what was reached: a message met again is skipped, and its checkpoint with it. */
    private Progress under() {
        boolean again =
                reached.isPresent() && last.isPresent() && !watermark.kind().isBefore(reached.get(), last.get());
        return again ? begun : progress(last, true);
    }

    private Progress ended() {
        if (reached.isPresent() && last.isPresent() && watermark.kind().isBefore(last.get(), reached.get())) {
            return begun;
        }
        return progress(
                last.map(mark -> watermark.kind().notAfter(mark, source.clock().instant(), zone)), false);
    }

    private Progress progress(Optional<Object> mark, boolean within) {
        // A mark that was held back is before its row, and so is every key.
        Optional<Object> key = mark.equals(last) ? lastKey : Optional.empty();
        return new Progress(mark.map(MarkKind::text), key.map(MarkKind::text), within, Optional.empty());
    }

    private FaultException unordered() {
        return FaultException.of(
                "unordered",
                watermark.column(),
                "Kết quả truy vấn không xếp theo mốc «" + watermark.column() + "» từ :watermark trở đi; hãy thêm WHERE "
                        + watermark.column() + " >= :watermark ORDER BY " + watermark.column() + ".",
                "The result is not in the order of the watermark «" + watermark.column()
                        + "» from :watermark on; add WHERE " + watermark.column() + " >= :watermark ORDER BY "
                        + watermark.column() + ".");
    }

    private void tooMany(int doublings) {
        if (doublings >= MOST_DOUBLINGS) {
            throw FaultException.of(
                    "too-many-ties",
                    watermark.column(),
                    "Hơn " + ((long) rows.limit() << doublings) + " dòng có cùng mốc «" + watermark.column()
                            + "»; hãy bỏ :limit, nâng limit, hoặc khai báo watermark.key.",
                    "More than " + ((long) rows.limit() << doublings) + " rows have one watermark «"
                            + watermark.column() + "»; leave :limit out, raise limit, or declare watermark.key.");
        }
    }
}
