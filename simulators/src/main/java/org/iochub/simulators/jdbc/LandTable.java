package org.iochub.simulators.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Random;
import java.util.StringJoiner;

/** Square parcels around Tam Kỳ in VN-2000, some without coordinates, some with theirs the wrong way round. */
final class LandTable {
    private static final int PARCELS = 300;
    private static final double NORTH = 1_722_000;
    private static final double EAST = 578_000;
    private static final OffsetDateTime FIRST = OffsetDateTime.of(2025, 1, 6, 8, 0, 0, 0, ZoneOffset.ofHours(7));

    private LandTable() {}

    static void fill(Connection connection, Random random) throws SQLException {
        try (var statement = connection.createStatement()) {
            // The register has owners; the view that readers see has none.
            statement.execute("CREATE TABLE v_thua_dat (ma_thua VARCHAR(12), ma_xa VARCHAR(5), so_to VARCHAR(10),"
                    + " so_thua VARCHAR(10), dien_tich DOUBLE PRECISION, loai_dat VARCHAR(10), x DOUBLE PRECISION,"
                    + " y DOUBLE PRECISION, mui VARCHAR(10), ranh JSON, trang_thai VARCHAR(5),"
                    + " bien_dong TIMESTAMP WITH TIME ZONE)");
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO v_thua_dat VALUES (NULL, '20341', ?, ?, ?, ?, ?, ?, '107-45', ? FORMAT JSON, ?, ?)")) {
            for (int parcel = 0; parcel < PARCELS; parcel++) {
                add(insert, parcel, random);
            }
            insert.executeBatch();
        }
    }

    private static void add(PreparedStatement insert, int parcel, Random random) throws SQLException {
        double half = 4 + random.nextInt(12) / 2.0;
        double north = NORTH + 40 * (parcel / 20);
        double east = EAST + 40 * (parcel % 20);
        boolean turned = parcel == 17;
        boolean nowhere = parcel % 50 == 49;
        insert.setString(1, Integer.toString(1 + parcel / 100));
        insert.setString(2, Integer.toString(1 + parcel % 100));
        insert.setDouble(3, 4 * half * half);
        insert.setString(4, parcel % 4 == 0 ? "CLN" : "odt");
        insert.setObject(5, nowhere ? null : turned ? (Double) east : (Double) north);
        insert.setObject(6, nowhere ? null : turned ? (Double) north : (Double) east);
        insert.setBytes(7, nowhere ? null : square(north, east, half).getBytes(StandardCharsets.UTF_8));
        insert.setString(8, parcel % 60 == 59 ? "CT" : "HL");
        // Days of many changes at one time: an import.
        insert.setObject(9, FIRST.plusDays(parcel / 60));
        insert.addBatch();
    }

    private static String square(double north, double east, double half) {
        int[][] corners = {{-1, -1}, {-1, 1}, {1, 1}, {1, -1}, {-1, -1}};
        StringJoiner points = new StringJoiner(",", "[", "]");
        for (int[] corner : corners) {
            points.add(String.format(
                    Locale.ROOT, "{\"x\":%.2f,\"y\":%.2f}", north + corner[0] * half, east + corner[1] * half));
        }
        return points.toString();
    }
}
