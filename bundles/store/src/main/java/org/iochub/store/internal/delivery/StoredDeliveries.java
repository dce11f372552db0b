package org.iochub.store.internal.delivery;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.iochub.core.delivery.DeliveryPlace;
import org.iochub.core.delivery.DeliveryStore;
import org.iochub.core.delivery.Progress;
import org.iochub.core.delivery.Subscription;
import org.iochub.core.delivery.TapProgress;
import org.iochub.store.internal.jdbc.Database;
import org.iochub.store.internal.jdbc.Sql;
import org.iochub.store.internal.jdbc.Texts;
import org.iochub.store.internal.write.Job;
import org.iochub.store.internal.write.WriteLane;

/** Subscriptions and taps in tables. */
public final class StoredDeliveries implements DeliveryStore {
    private final Supplier<Database> database;
    private final WriteLane lane;

    public StoredDeliveries(Supplier<Database> database, WriteLane lane) {
        this.database = database;
        this.lane = lane;
    }

    @Override
    public List<Subscription> subscriptions() {
        return database.get()
                .read(c -> Sql.list(
                        c,
                        SubscriptionRows::read,
                        "SELECT " + SubscriptionRows.COLUMNS + " FROM subscription ORDER BY created_at, id"));
    }

    @Override
    public Optional<Subscription> subscription(String id) {
        return database.get()
                .read(c -> Sql.first(
                        c,
                        SubscriptionRows::read,
                        "SELECT " + SubscriptionRows.COLUMNS + " FROM subscription WHERE id = ?",
                        id));
    }

    @Override
    public void add(Subscription s) {
        Progress p = s.progress();
        write(c -> Sql.update(
                c,
                "INSERT INTO subscription (" + SubscriptionRows.COLUMNS + ") VALUES"
                        + " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                s.id(),
                s.owner(),
                Texts.clean(s.name(), 200),
                s.address().toString(),
                FilterJson.write(s.filter()),
                s.batch(),
                s.state().name(),
                Sql.micros(s.created()),
                s.secret(),
                s.previousSecret().map(Subscription.Previous::secret).orElse(null),
                s.previousSecret().map(before -> Sql.micros(before.until())).orElse(null),
                boxed(s.ratePerMinute()),
                s.grantToken(),
                s.revision(),
                p.place().epoch(),
                p.place().position(),
                boxed(p.underWay()),
                p.attempts(),
                p.lastSuccess().map(Sql::micros).orElse(null),
                p.trouble().map(why -> Sql.micros(why.at())).orElse(null),
                p.trouble().map(why -> sentence(why.text().vi())).orElse(null),
                p.trouble().map(why -> sentence(why.text().en())).orElse(null),
                p.nextAttempt().map(Sql::micros).orElse(null)));
    }

    @Override
    public boolean change(Subscription s) {
        return write(c -> {
                    int changed = Sql.update(
                            c,
                            "UPDATE subscription SET revision = revision + 1, owner = ?, name = ?, address = ?, filter = ?, batch = ?,"
                                    + " secret = ?, previous_secret = ?, previous_until = ?, grant_token = ?"
                                    + " WHERE id = ? AND revision = ?",
                            s.owner(),
                            Texts.clean(s.name(), 200),
                            s.address().toString(),
                            FilterJson.write(s.filter()),
                            s.batch(),
                            s.secret(),
                            s.previousSecret()
                                    .map(Subscription.Previous::secret)
                                    .orElse(null),
                            s.previousSecret()
                                    .map(before -> Sql.micros(before.until()))
                                    .orElse(null),
                            s.grantToken(),
                            s.id(),
                            s.revision());
                    return changed == 0 ? 0 : progress(c, s, s.revision() + 1);
                })
                > 0;
    }

    @Override
    public boolean progress(Subscription s) {
        return write(c -> progress(c, s, s.revision())) > 0;
    }

    private static int progress(Connection c, Subscription s, long revision) throws SQLException {
        Progress p = s.progress();
        return Sql.update(
                c,
                "UPDATE subscription SET state = ?, rate = ?, epoch = ?, position = ?, under_way = ?, attempts = ?,"
                        + " last_success = ?, trouble_at = ?, trouble_vi = ?, trouble_en = ?, next_attempt = ?"
                        + " WHERE id = ? AND revision = ?",
                s.state().name(),
                boxed(s.ratePerMinute()),
                p.place().epoch(),
                p.place().position(),
                boxed(p.underWay()),
                p.attempts(),
                p.lastSuccess().map(Sql::micros).orElse(null),
                p.trouble().map(why -> Sql.micros(why.at())).orElse(null),
                p.trouble().map(why -> sentence(why.text().vi())).orElse(null),
                p.trouble().map(why -> sentence(why.text().en())).orElse(null),
                p.nextAttempt().map(Sql::micros).orElse(null),
                s.id(),
                revision);
    }

    @Override
    public boolean remove(String id) {
        return write(c -> Sql.update(c, "DELETE FROM subscription WHERE id = ?", id)) > 0;
    }

    @Override
    public Optional<TapProgress> tap(String name) {
        return database.get()
                .read(c -> Sql.first(
                        c,
                        row -> new TapProgress(new DeliveryPlace(row.getString(1), row.getLong(2)), row.getBoolean(3)),
                        "SELECT epoch, position, paused FROM tap_progress WHERE name = ?",
                        name));
    }

    @Override
    public void tap(String name, TapProgress progress) {
        write(c -> {
            Object[] values = {progress.place().epoch(), progress.place().position(), progress.paused(), name};
            int changed =
                    Sql.update(c, "UPDATE tap_progress SET epoch = ?, position = ?, paused = ? WHERE name = ?", values);
            return changed > 0
                    ? changed
                    : Sql.update(
                            c, "INSERT INTO tap_progress (epoch, position, paused, name) VALUES (?, ?, ?, ?)", values);
        });
    }

    private int write(Database.Work<Integer> work) {
        return lane.call("", context -> new Job.Done<>(context.database().transaction(work), 0));
    }

    private static String sentence(String text) {
        return Texts.clean(text, 2_000);
    }

    private static Integer boxed(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : null;
    }

    private static Long boxed(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }
}
