package org.iochub.store.internal.delivery;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.iochub.core.delivery.DeliveryPlace;
import org.iochub.core.delivery.DeliveryState;
import org.iochub.core.delivery.Progress;
import org.iochub.core.delivery.Subscription;
import org.iochub.core.delivery.Trouble;
import org.iochub.model.Text;
import org.iochub.store.internal.jdbc.Sql;

/** Turns rows of {@code subscription} into what the port describes. */
final class SubscriptionRows {
    static final String COLUMNS = "id, owner, name, address, filter, batch, state, created_at, secret, previous_secret,"
            + " previous_until, rate, grant_token, revision, epoch, position, under_way, attempts, last_success,"
            + " trouble_at, trouble_vi, trouble_en, next_attempt";

    private SubscriptionRows() {}

    static Subscription read(ResultSet row) throws SQLException {
        return new Subscription(
                row.getString("id"),
                row.getString("owner"),
                row.getString("name"),
                URI.create(row.getString("address")),
                FilterJson.read(row.getString("filter")),
                row.getInt("batch"),
                DeliveryState.valueOf(row.getString("state")),
                Sql.instant(row.getLong("created_at")),
                row.getString("secret"),
                previous(row),
                rate(row),
                row.getString("grant_token"),
                row.getLong("revision"),
                progress(row));
    }

    private static Optional<Subscription.Previous> previous(ResultSet row) throws SQLException {
        Optional<String> secret = Optional.ofNullable(row.getString("previous_secret"));
        Optional<Instant> until = instant(row, "previous_until");
        return secret.flatMap(before -> until.map(end -> new Subscription.Previous(before, end)));
    }

    private static OptionalInt rate(ResultSet row) throws SQLException {
        int rate = row.getInt("rate");
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(rate);
    }

    private static Progress progress(ResultSet row) throws SQLException {
        long to = row.getLong("under_way");
        OptionalLong underWay = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(to);
        Text why = Text.of(text(row, "trouble_vi"), text(row, "trouble_en"));
        return new Progress(
                new DeliveryPlace(row.getString("epoch"), row.getLong("position")),
                underWay,
                row.getInt("attempts"),
                instant(row, "last_success"),
                instant(row, "trouble_at").map(at -> new Trouble(at, why)),
                instant(row, "next_attempt"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).orElse("");
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        long micros = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Sql.instant(micros));
    }
}
