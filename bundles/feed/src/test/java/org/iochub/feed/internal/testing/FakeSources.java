package org.iochub.feed.internal.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.iochub.api.Delivered;
import org.iochub.core.source.BatchTimes;
import org.iochub.core.source.SourceState;
import org.iochub.core.source.SourceStatus;
import org.iochub.core.source.Sources;
import org.iochub.model.FaultException;
import org.iochub.model.Text;

/** A push source that takes what it gets, and ones that fail as their names say. */
public final class FakeSources implements Sources {
    /** What was pushed last. */
    public record Pushed(String source, Optional<String> named, Map<String, String> attributes, long bytes) {}

    private final AtomicReference<Optional<Pushed>> pushed = new AtomicReference<>(Optional.empty());

    public Optional<Pushed> pushed() {
        return pushed.get();
    }

    @Override
    public List<SourceStatus> list() {
        return List.of(status("reports", "vinhlong", "citizen-report"), status("dossiers", "angiang", "dossier"));
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
    public void start(String id) {}

    @Override
    public void stop(String id) {}

    @Override
    public void restart(String id) {}

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
