package org.iochub.chaos.load;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.h2.tools.Server;
import org.iochub.chaos.Ledger;
import org.iochub.chaos.Report;
import org.iochub.chaos.line.Line;
import org.iochub.chaos.line.Trouble;

/**
 * Rows of a table on a database server. Nobody tells the source how far the hub has read: whatever was committed must
 * arrive in its last state.
 */
public final class JdbcLoad extends Load {
    private final Server server;
    private final Connection own;
    private final Line line;
    private final String database;

    public JdbcLoad(String id, Ledger ledger, String password, Random random) throws SQLException {
        super(id, ledger);
        server = Server.createTcpServer("-tcpPort", "0", "-tcpDaemon").start();
        database = id + "-" + server.getPort();
        own = DriverManager.getConnection("jdbc:h2:mem:" + database, "SA", password);
        own.setAutoCommit(false);
        try (Statement statement = own.createStatement()) {
            statement.execute("CREATE TABLE PHAN_ANH (MA VARCHAR(40) PRIMARY KEY, LAN INT NOT NULL,"
                    + " LUC TIMESTAMP(3) WITH TIME ZONE NOT NULL)");
            statement.execute("CREATE INDEX PHAN_ANH_LUC ON PHAN_ANH (LUC)");
            statement.execute("CREATE USER IOC PASSWORD '" + password + "'");
            statement.execute("GRANT SELECT ON SCHEMA PUBLIC TO IOC");
        }
        own.commit();
        line = new Line(server.getPort(), random);
    }

    @Override
    public String source() {
        return Declared.source(id, """
                jdbc:
                  url: jdbc:h2:tcp://127.0.0.1:%d/mem:%s
                  user: IOC
                  password: "{{password}}"
                  query: |
                    SELECT MA AS "ma", LAN AS "lan", LUC AS "luc", MA AS "noiDung" FROM PHAN_ANH
                    WHERE LUC >= :watermark ORDER BY LUC
                  every: 1s
                  timeout: 4s
                  watermark: { column: luc, overlap: 5s }
                """.formatted(line.port(), database), "");
    }

    @Override
    public Set<Trouble> troubles() {
        return EnumSet.of(Trouble.DOWN, Trouble.SLOW, Trouble.HANGING, Trouble.RESETTING, Trouble.HALF);
    }

    @Override
    public boolean lastStateOnly() {
        return true;
    }

    @Override
    public void trouble(Trouble next) {
        super.trouble(next);
        line.trouble(next);
    }

    @Override
    protected void send(String name, List<Report> reports) throws IOException {
        OffsetDateTime now = Instant.now().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
        try (PreparedStatement row = own.prepareStatement("MERGE INTO PHAN_ANH (MA, LAN, LUC) VALUES (?, ?, ?)")) {
            for (Report report : reports) {
                row.setString(1, report.code());
                row.setInt(2, report.revision());
                row.setObject(3, now);
                row.addBatch();
            }
            row.executeBatch();
            own.commit();
        } catch (SQLException e) {
            throw new IOException("the source's own database failed", e);
        }
        ledger.acknowledge(reports);
    }

    @Override
    protected int collect() {
        return 0;
    }

    @Override
    protected void shut() throws IOException {
        line.close();
        try {
            own.close();
        } catch (SQLException e) {
            throw new IOException(e);
        }
        server.stop();
    }
}
