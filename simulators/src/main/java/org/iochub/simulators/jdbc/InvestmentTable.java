package org.iochub.simulators.jdbc;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Random;

/** Plan and disbursement of made-up projects; a nightly batch gives all rows of a month one time of change. */
final class InvestmentTable {
    private static final int PROJECTS = 40;
    private static final int MONTHS = 6;
    private static final OffsetDateTime FIRST = OffsetDateTime.of(2025, 1, 2, 23, 0, 0, 0, ZoneOffset.ofHours(7));

    private InvestmentTable() {}

    static void fill(Connection connection, String area, Random random) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE v_disbursement (id INT PRIMARY KEY, project_code VARCHAR(20),"
                    + " project_name VARCHAR(200), area_code VARCHAR(10), budget_year INT, month_no INT, kind VARCHAR(5),"
                    + " fund VARCHAR(10), amount DECIMAL(20, 3), unit VARCHAR(20), removed BOOLEAN,"
                    + " updated_at TIMESTAMP WITH TIME ZONE)");
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO v_disbursement VALUES (?, ?, ?, ?, 2025, ?, ?, ?, ?, ?, FALSE, ?)")) {
            int id = 0;
            for (int project = 1; project <= PROJECTS; project++) {
                BigDecimal plan = BigDecimal.valueOf(20_000 + random.nextInt(400_000));
                add(insert, ++id, project, area, 1, "KH", plan, FIRST);
                for (int month = 1; month <= MONTHS; month++) {
                    BigDecimal paid = plan.multiply(BigDecimal.valueOf(month * (5 + random.nextInt(5)), 2));
                    add(insert, ++id, project, area, month, "GN", paid, FIRST.plusMonths(month));
                }
            }
            // A kind that nobody told the hub about.
            add(insert, ++id, PROJECTS, area, 1, "TU", BigDecimal.TEN, FIRST);
            insert.executeBatch();
        }
    }

    private static void add(
            PreparedStatement insert,
            int id,
            int project,
            String area,
            int month,
            String kind,
            BigDecimal millions,
            OffsetDateTime updated)
            throws SQLException {
        boolean milliards = project % 5 == 0;
        insert.setInt(1, id);
        insert.setString(2, "DA-" + (100 + project));
        insert.setString(3, "Dự án mô phỏng số " + project);
        insert.setString(4, area);
        insert.setInt(5, month);
        insert.setString(6, kind);
        insert.setString(7, project % 3 == 0 ? "NSTW" : "NSDP");
        insert.setBigDecimal(8, milliards ? millions.movePointLeft(3) : millions);
        insert.setString(9, milliards ? "tỷ đồng" : "triệu đồng");
        insert.setObject(10, updated);
        insert.addBatch();
    }
}
