package org.iochub.declarative.internal.fetch.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.iochub.model.FaultException;

/**
 * The databases that can be asked. Drivers are made by class name: the bundle imports their packages when they are first
 * wanted, so that a driver dropped into a running hub is found, and no driver needs to be there. {@code DriverManager}
 * would not see them, and {@code DataSourceFactory} services say nothing of time limits.
 */
enum Driver {
    POSTGRESQL("org.postgresql.Driver", "org.postgresql:postgresql") {
        @Override
        void limit(Properties properties, Duration timeout) {
            String seconds = Long.toString(Math.max(1, timeout.toSeconds()));
            properties.setProperty("loginTimeout", "15");
            properties.setProperty("connectTimeout", "10");
            // Beyond the query's own limit, which tells more.
            properties.setProperty("socketTimeout", Long.toString(Long.parseLong(seconds) + 10));
            properties.setProperty("ApplicationName", "iochub");
        }

        @Override
        Optional<String> session(ZoneId zone) {
            return Optional.of("SET TIME ZONE '" + zone.getId() + "'");
        }
    },
    H2("org.h2.Driver", "com.h2database:h2") {
        @Override
        Optional<String> session(ZoneId zone) {
            return Optional.of("SET TIME ZONE '" + zone.getId() + "'");
        }
    },
    MYSQL("com.mysql.cj.jdbc.Driver", "com.mysql:mysql-connector-j") {
        @Override
        void limit(Properties properties, Duration timeout) {
            limitMySql(properties, timeout);
            properties.setProperty("zeroDateTimeBehavior", "CONVERT_TO_NULL");
            properties.setProperty("useCursorFetch", "true");
        }
    },
    MARIADB("org.mariadb.jdbc.Driver", "org.mariadb.jdbc:mariadb-java-client") {
        @Override
        void limit(Properties properties, Duration timeout) {
            limitMySql(properties, timeout);
        }
    },
    ORACLE("oracle.jdbc.OracleDriver", "com.oracle.database.jdbc:ojdbc11") {
        @Override
        void limit(Properties properties, Duration timeout) {
            properties.setProperty("oracle.net.CONNECT_TIMEOUT", "10000");
            properties.setProperty(
                    "oracle.jdbc.ReadTimeout",
                    Long.toString(timeout.plusSeconds(10).toMillis()));
        }

        @Override
        Optional<String> session(ZoneId zone) {
            return Optional.of("ALTER SESSION SET TIME_ZONE = '" + zone.getId() + "'");
        }
    },
    SQLSERVER("com.microsoft.sqlserver.jdbc.SQLServerDriver", "com.microsoft.sqlserver:mssql-jdbc") {
        @Override
        void limit(Properties properties, Duration timeout) {
            properties.setProperty("loginTimeout", "15");
            properties.setProperty(
                    "socketTimeout", Long.toString(timeout.plusSeconds(10).toMillis()));
        }
    };

    private static final Executor SAME_THREAD = Runnable::run;

    private final String type;
    private final String artifact;

    Driver(String type, String artifact) {
        this.type = type;
        this.artifact = artifact;
    }

    /** The one whose name follows {@code jdbc:}. */
    static Driver of(String url) {
        return Arrays.stream(values())
                .filter(driver -> url.toLowerCase(Locale.ROOT).startsWith("jdbc:" + driver.code() + ":"))
                .findFirst()
                .orElseThrow(() -> FaultException.of(
                        "bad-setting",
                        "url",
                        "Địa chỉ cơ sở dữ liệu phải bắt đầu bằng một trong: " + known() + ".",
                        "The database's address has to start with one of: " + known() + "."));
    }

    static String known() {
        return Arrays.stream(values())
                .map(driver -> "jdbc:" + driver.code() + ":")
                .collect(Collectors.joining(", "));
    }

    private String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A connection that only reads; it waits for nothing longer than it is told. */
    Connection connect(String url, Properties properties, Duration timeout, ZoneId zone) throws SQLException {
        limit(properties, timeout);
        Connection connection = driver().connect(url, properties);
        if (connection == null) {
            throw new SQLException("the driver does not know the address", "08001");
        }
        try {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            if (this != H2) {
                connection.setNetworkTimeout(
                        SAME_THREAD, Math.toIntExact(timeout.plusSeconds(10).toMillis()));
            }
            Optional<String> session = session(zone);
            if (session.isPresent()) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(session.get());
                }
            }
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private java.sql.Driver driver() throws SQLException {
        try {
            return (java.sql.Driver) Class.forName(type, true, Driver.class.getClassLoader())
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            throw FaultException.of(
                    "missing-driver",
                    "url",
                    "Hub chưa có trình điều khiển của cơ sở dữ liệu này; hãy chép gói OSGi " + artifact
                            + " vào hub, nguồn sẽ tự chạy tiếp.",
                    "The hub has no driver for this database; add the OSGi bundle " + artifact
                            + " to the hub, and the source goes on by itself.");
        }
    }

    void limit(Properties properties, Duration timeout) {}

    /** What makes the server read times without zone as the source means them. */
    Optional<String> session(ZoneId zone) {
        return Optional.empty();
    }

    private static void limitMySql(Properties properties, Duration timeout) {
        properties.setProperty("connectTimeout", "10000");
        properties.setProperty(
                "socketTimeout", Long.toString(timeout.plusSeconds(10).toMillis()));
    }
}
