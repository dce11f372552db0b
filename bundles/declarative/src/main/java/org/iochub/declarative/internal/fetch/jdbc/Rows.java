package org.iochub.declarative.internal.fetch.jdbc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Map;
import org.iochub.declarative.internal.fetch.inbox.Spool;
import org.iochub.model.FaultException;

/** The rows of one query, read as they come. Used by one thread. */
final class Rows {
    private static final int MOST_FETCHED = 1_000;
    private static final JsonFactory JSON = JsonFactory.builder().build();

    /** Sees each row while it is read. */
    @FunctionalInterface
    interface Visitor {
        void row(ResultSet row, Columns columns) throws SQLException;
    }

    private final PreparedStatement statement;
    private final NamedQuery query;
    private final JdbcOptions options;
    private final ZoneId zone;
    private ResultSet result;
    private Columns columns;
    private boolean ahead;

    Rows(PreparedStatement statement, NamedQuery query, JdbcOptions options, ZoneId zone) {
        this.statement = statement;
        this.query = query;
        this.options = options;
        this.zone = zone;
    }

    int limit() {
        return options.limit();
    }

    /** Whether the query limits itself: then it is asked again for each chunk. */
    boolean limited() {
        return query.has("limit");
    }

    /** Asks anew. */
    void ask(Map<String, Object> parameters) throws SQLException {
        int i = 1;
        for (String name : query.parameters()) {
            statement.setObject(i++, parameters.get(name));
        }
        // A cursor of the server's: a result of millions of rows is never here as a whole.
        statement.setFetchSize(Math.min(limit(), MOST_FETCHED));
        result = statement.executeQuery();
        columns = new Columns(result.getMetaData(), zone);
        ahead = result.next();
    }

    boolean more() {
        return ahead;
    }

    /** Writes up to so many rows. @return how many */
    long write(long most, Spool to, Visitor visitor) throws SQLException, IOException {
        long count = 0;
        try (JsonGenerator json = JSON.createGenerator(to)) {
            json.configure(JsonGenerator.Feature.AUTO_CLOSE_TARGET, false);
            json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
            while (ahead && count < most) {
                stopWhenInterrupted();
                visitor.row(result, columns);
                columns.write(result, json);
                count++;
                ahead = result.next();
            }
        }
        return count;
    }

    private static void stopWhenInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw FaultException.of("source-stopped", "", "Nguồn đang được dừng.", "The source is being stopped.");
        }
    }
}
