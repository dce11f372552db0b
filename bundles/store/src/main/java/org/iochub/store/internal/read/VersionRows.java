package org.iochub.store.internal.read;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import org.iochub.core.log.LoggedRecord;
import org.iochub.core.log.Operation;
import org.iochub.core.records.StoredVersion;
import org.iochub.model.RecordId;
import org.iochub.model.VersionKey;
import org.iochub.store.internal.jdbc.Dictionary;
import org.iochub.store.internal.jdbc.FaultsJson;
import org.iochub.store.internal.jdbc.Payload;
import org.iochub.store.internal.jdbc.Sql;

/** Turns rows of {@code version} into what readers get. */
final class VersionRows {
    static final String COLUMNS =
            "v.vid, v.ref, v.major, v.sender, v.area, v.previous_area, v.time_second, v.time_nano, v.time_offset, v.op,"
                    + " v.reason, v.data";
    static final String MORE = ", v.late_at, v.version_key, v.notes, v.raw_position, o.message, o.name, o.adapter,"
            + " o.adapter_version, v.previous, o.received_at, o.checkpoint";

    private VersionRows() {}

    /** A row read, before its dictionary numbers are looked up, which must not happen under an open result. */
    record Row(
            long vid,
            String ref,
            int major,
            int sender,
            int area,
            int previousArea,
            OffsetDateTime time,
            int op,
            String reason,
            byte[] data) {
        LoggedRecord record(Connection c, Dictionary dictionary, long position, long recordedAt) throws SQLException {
            int slash = ref.indexOf('/');
            return new LoggedRecord(
                    position,
                    Long.toString(vid),
                    ref.substring(0, slash),
                    major,
                    new RecordId(ref.substring(slash + 1)),
                    dictionary.source(c, sender),
                    dictionary.tenant(c, sender),
                    dictionary.area(c, area),
                    dictionary.area(c, previousArea),
                    time,
                    Sql.utc(recordedAt),
                    op == 0 ? Operation.UPSERT : Operation.DELETE,
                    Optional.ofNullable(reason),
                    data);
        }
    }

    /** A row with where it came from. */
    record FullRow(
            Row row,
            OptionalLong lateAt,
            VersionKey key,
            String notes,
            String rawPosition,
            String message,
            String messageName,
            String adapter,
            String adapterVersion,
            long previous,
            long receivedAt,
            String checkpoint) {
        StoredVersion version(Connection c, Dictionary dictionary, long position, long recordedAt) throws SQLException {
            return new StoredVersion(
                    row.record(c, dictionary, position, lateAt.orElse(recordedAt)),
                    lateAt.isPresent(),
                    key,
                    FaultsJson.read(notes),
                    message,
                    messageName,
                    rawPosition,
                    adapter,
                    adapterVersion,
                    Optional.of(Sql.utc(receivedAt)),
                    Optional.ofNullable(checkpoint),
                    Optional.of(Long.toString(row.vid() >> 20)));
        }
    }

    static Row row(ResultSet r) throws SQLException {
        return new Row(
                r.getLong(1),
                r.getString(2),
                r.getInt(3),
                r.getInt(4),
                r.getInt(5),
                r.getInt(6),
                OffsetDateTime.ofInstant(
                        Instant.ofEpochSecond(r.getLong(7), r.getInt(8)), ZoneOffset.ofTotalSeconds(r.getInt(9))),
                r.getInt(10),
                r.getString(11),
                Payload.unpack(r.getBytes(12)));
    }

    static FullRow fullRow(ResultSet r) throws SQLException {
        return new FullRow(
                row(r),
                optional(r, 13),
                new VersionKey(optional(r, 14)),
                r.getString(15),
                r.getString(16),
                r.getString(17),
                r.getString(18),
                r.getString(19),
                r.getString(20),
                r.getLong(21),
                r.getLong(22),
                r.getString(23));
    }

    private static OptionalLong optional(ResultSet r, int column) throws SQLException {
        long value = r.getLong(column);
        return r.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
