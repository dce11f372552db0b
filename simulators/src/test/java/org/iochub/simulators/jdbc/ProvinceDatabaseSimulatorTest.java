package org.iochub.simulators.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProvinceDatabaseSimulatorTest {
    @Test
    void readersSeeTheViewsAndChangeNothing() throws Exception {
        try (ProvinceDatabaseSimulator simulator = new ProvinceDatabaseSimulator(3);
                Connection land = reader(simulator.instances().get("land-quang-nam"));
                Connection investment = reader(simulator.instances().get("investment-quang-ngai"));
                Statement statement = land.createStatement()) {
            assertThat(count(land, "v_thua_dat")).isEqualTo(300);
            assertThat(count(investment, "v_disbursement")).isEqualTo(281);
            assertThatThrownBy(() -> statement.execute("DELETE FROM v_thua_dat"))
                    .isInstanceOf(SQLException.class);
        }
    }

    private static Connection reader(Map<String, String> settings) throws Exception {
        String password = Files.readString(Path.of(settings.get("password").substring("file:".length())));
        return DriverManager.getConnection(settings.get("url"), settings.get("user"), password);
    }

    private static int count(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
