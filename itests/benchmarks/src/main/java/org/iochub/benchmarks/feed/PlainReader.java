package org.iochub.benchmarks.feed;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.h2.jdbc.JdbcConnection;
import org.iochub.store.internal.jdbc.Database;

/**
 * What somebody would write who may read the hub's database: one JDBC cursor over the versions in their order, which H2
 * fills while it is read; places, sources and pieces of the log, a few hundred rows, looked up in maps; every row as the
 * same CloudEvent, one a line, with Jackson, its data copied as it is; to a loopback connection, at whose other end as
 * little is done as behind the hub's. No keys, filters, pages or cursors, nobody's rights. Of the two fair baselines
 * (data parsed and written anew, or copied) this is the quicker one.
 */
final class PlainReader {
    private static final SerializableString LINE = new SerializedString("\n");
    private static final String ROWS = "SELECT vid, ref, major, sender, area, time_second, time_nano, time_offset, op,"
            + " reason, data FROM version ORDER BY vid";

    private final JsonFactory json = new JsonFactory();
    private final Map<Integer, String[]> senders = new HashMap<>();
    private final Map<Integer, String[]> areas = new HashMap<>();

    private record Piece(long firstPosition, long firstVid, int length, long recordedAt) {}

    /** @return the rows that came out at the other end */
    int read(Path folder, String schema) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Database database = new Database(Database.Place.embedded(folder.resolve("data")));
                Connection pooled = database.connection()) {
            Connection c = pooled.unwrap(JdbcConnection.class);
            CompletableFuture<Integer> rows = CompletableFuture.supplyAsync(() -> drain(server.getLocalPort()));
            try (Socket socket = server.accept();
                    OutputStream out = socket.getOutputStream()) {
                write(c, out, schema);
            }
            return rows.get(1, TimeUnit.MINUTES);
        }
    }

    private static int drain(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return Drained.of(socket.getInputStream(), new byte[64 * 1024]).lines();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(Connection c, OutputStream out, String schema) throws SQLException, IOException {
        Map<Long, Piece> pieces = new HashMap<>();
        try (Statement statement = c.createStatement()) {
            statement.execute("SET LAZY_QUERY_EXECUTION 1");
            pairs(statement, "SELECT no, source, tenant FROM sender", senders);
            pairs(statement, "SELECT no, code, valid_from FROM area_ref", areas);
            try (ResultSet r = statement.executeQuery(
                    "SELECT first_position, first_vid, length, recorded_at, batch FROM feed_segment")) {
                while (r.next()) {
                    pieces.put(r.getLong(5), new Piece(r.getLong(1), r.getLong(2), r.getInt(3), r.getLong(4)));
                }
            }
            try (JsonGenerator generator = json.createGenerator(out, JsonEncoding.UTF8)) {
                generator.setRootValueSeparator(LINE);
                try (ResultSet r = statement.executeQuery(ROWS)) {
                    while (r.next()) {
                        row(r, pieces.get(r.getLong(1) >> 20), generator, schema);
                    }
                }
                generator.writeRaw('\n');
            } finally {
                statement.execute("SET LAZY_QUERY_EXECUTION 0");
            }
        }
    }

    private static void pairs(Statement statement, String sql, Map<Integer, String[]> into) throws SQLException {
        try (ResultSet r = statement.executeQuery(sql)) {
            while (r.next()) {
                into.put(r.getInt(1), new String[] {r.getString(2), r.getString(3)});
            }
        }
    }

    private void row(ResultSet r, Piece piece, JsonGenerator out, String schema) throws SQLException, IOException {
        long vid = r.getLong(1);
        String ref = r.getString(2);
        int slash = ref.indexOf('/');
        String[] sender = senders.get(r.getInt(4));
        String[] area = areas.get(r.getInt(5));
        out.writeStartObject();
        out.writeStringField("specversion", "1.0");
        out.writeStringField("id", Long.toString(vid));
        out.writeStringField("source", "urn:iochub:bench:source:" + sender[0]);
        out.writeStringField("type", "org.iochub." + ref.substring(0, slash) + ".v" + r.getInt(3));
        out.writeStringField("subject", ref.substring(slash + 1));
        out.writeStringField(
                "time",
                OffsetDateTime.ofInstant(
                                Instant.ofEpochSecond(r.getLong(6), r.getInt(7)),
                                ZoneOffset.ofTotalSeconds(r.getInt(8)))
                        .toString());
        out.writeStringField("datacontenttype", "application/json");
        out.writeStringField("dataschema", schema);
        out.writeStringField("sequence", "%020d".formatted(piece.firstPosition() + vid - piece.firstVid()));
        out.writeStringField(
                "recordedtime",
                Instant.ofEpochSecond(0, piece.recordedAt() * 1_000)
                        .atOffset(ZoneOffset.UTC)
                        .toString());
        out.writeStringField("op", r.getInt(9) == 0 ? "upsert" : "delete");
        String reason = r.getString(10);
        if (reason != null) {
            out.writeStringField("opreason", reason);
        }
        out.writeStringField("tenant", sender[1]);
        if (area != null) {
            out.writeStringField("area", area[0]);
            out.writeStringField("areafrom", area[1]);
        }
        out.writeFieldName("data");
        out.writeRawValue(new String(r.getBytes(11), StandardCharsets.UTF_8));
        out.writeEndObject();
    }
}
