package org.iochub.feed.internal.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.iochub.api.Delivered;
import org.iochub.api.Sector;
import org.iochub.core.source.BatchTimes;
import org.iochub.core.source.Rates;
import org.iochub.core.source.SourceState;
import org.iochub.core.source.SourceStatus;
import org.iochub.core.source.Sources;
import org.iochub.model.FaultException;
import org.iochub.model.Text;

/** A push source that takes what it gets, and ones that fail as their names say. */
public final class FakeSources implements Sources {
    /** What was pushed last. */
    public record Pushed(String source, Optional<String> named, Map<String, String> attributes, long bytes) {}

    private static final Rates LATELY = new Rates(Instant.EPOCH, List.of(1, 2, 3), List.of(0, 0, 1));

    /** What was done to sources, in order: {@code stop reports}. */
    public final List<String> moves = new CopyOnWriteArrayList<>();

    private final AtomicReference<Optional<Pushed>> pushed = new AtomicReference<>(Optional.empty());

    public Optional<Pushed> pushed() {
        return pushed.get();
    }

    @Override
    public List<SourceStatus> list() {
        return List.of(
                status("reports", "vinhlong", "citizen-report").with(Sector.CITIZEN_REPORTS, LATELY),
                status("dossiers", "angiang", "dossier").with(Sector.PUBLIC_SERVICES, LATELY));
    }

    private static SourceStatus status(String id, String tenant, String type) {
        return new SourceStatus(
                id,
                "adapter-" + id,
                "1.0.0",
                tenant,
                SourceState.RUNNING,
                "",
                Text.of("Đang chạy.", "Running."),
                Instant.EPOCH,
                Optional.of(Instant.ofEpochSecond(1_700_000_000)),
                new Delivered(10, 3, 2, 1, 99),
                Optional.of(Duration.ofMillis(1_500)),
                BatchTimes.NONE.plus(Duration.ofMillis(7)),
                Optional.of("checkpoint"),
                List.of(type),
                List.of());
    }

    @Override
    public Optional<SourceStatus> get(String id) {
        return list().stream().filter(source -> source.id().equals(id)).findFirst();
    }

    @Override
    public void start(String id) {
        moves.add("start " + id);
    }

    @Override
    public void stop(String id) {
        moves.add("stop " + id);
    }

    @Override
    public void restart(String id) {
        moves.add("restart " + id);
    }

    @Override
    public void startOver(String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Delivered push(String id, Optional<String> named, Map<String, String> attributes, InputStream body) {
        if (!id.equals("reports")) {
            throw FaultException.of(id, "", "Không nhận: " + id + ".", "Not taken: " + id + ".");
        }
        try {
            pushed.set(Optional.of(
                    new Pushed(id, named, attributes, body.transferTo(java.io.OutputStream.nullOutputStream()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Delivered(2, 1, 0, 0, 42);
    }
}
