package org.iochub.store.internal.source;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.iochub.core.source.SourceStateStore;
import org.iochub.store.internal.jdbc.Database;
import org.iochub.store.internal.jdbc.Sql;
import org.iochub.store.internal.write.Job;
import org.iochub.store.internal.write.Upkeep;
import org.iochub.store.internal.write.WriteLane;

/** What is remembered of a source over restarts. */
public final class StoredSourceState implements SourceStateStore {
    private final Supplier<Database> database;
    private final WriteLane lane;
    private final Upkeep upkeep;

    public StoredSourceState(Supplier<Database> database, WriteLane lane, Upkeep upkeep) {
        this.database = database;
        this.lane = lane;
        this.upkeep = upkeep;
    }

    @Override
    public Optional<String> checkpoint(String source) {
        return database.get()
                .read(c -> Sql.first(
                                c,
                                row -> Optional.ofNullable(row.getString(1)),
                                "SELECT checkpoint FROM source_state WHERE source = ?",
                                source)
                        .flatMap(checkpoint -> checkpoint));
    }

    @Override
    public boolean stopped(String source) {
        return database.get()
                .read(c -> Sql.first(
                                c,
                                row -> row.getBoolean(1),
                                "SELECT stopped FROM source_state WHERE source = ?",
                                source)
                        .orElse(false));
    }

    @Override
    public void stopped(String source, boolean value) {
        lane.call(
                source,
                context -> new Job.Done<>(
                        context.database().transaction(c -> {
                            if (Sql.update(c, "UPDATE source_state SET stopped = ? WHERE source = ?", value, source)
                                    == 0) {
                                Sql.update(
                                        c, "INSERT INTO source_state (source, stopped) VALUES (?, ?)", source, value);
                            }
                            return value;
                        }),
                        0));
    }

    @Override
    public void startOver(String source) {
        lane.call(
                source,
                context -> new Job.Done<>(
                        context.database().transaction(c -> {
                            Sql.update(
                                    c,
                                    "UPDATE source_state SET checkpoint = NULL, last_message = NULL WHERE source = ?",
                                    source);
                            Sql.update(c, "DELETE FROM list_member WHERE source = ?", source);
                            return Sql.update(c, "DELETE FROM message WHERE source = ?", source);
                        }),
                        0));
    }

    @Override
    public List<String> confirmations(String source) {
        return database.get().read(c -> Upkeep.confirmations(c, source));
    }

    @Override
    public long confirm(String source, String type) {
        return upkeep.confirm(source, type);
    }
}
