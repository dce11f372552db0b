package org.iochub.store.internal.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.iochub.api.Change;
import org.iochub.api.Normalizer;
import org.iochub.api.RawMessage;
import org.iochub.api.RawPart;
import org.iochub.core.archive.ArchivePolicy;
import org.iochub.core.pipeline.internal.Origin;
import org.iochub.core.replay.internal.Adapters;
import org.iochub.model.Fault;
import org.iochub.model.VersionKey;
import org.iochub.model.code.TaskStatus;
import org.iochub.model.record.RecordTypes;
import org.iochub.model.record.TaskBuilder;

/**
 * An adapter in two versions: a task a line, its code and its title. The second writes the organisation in full. Codes with
 * {@code n} are refused by the first, {@code r} by the second; of {@code d} the second makes nothing.
 */
record Plans(boolean second) implements Normalizer {
    private static final OffsetDateTime DAY = OffsetDateTime.parse("2026-03-02T08:00:00+07:00");

    String version() {
        return second ? "2.0.0" : "1.0.0";
    }

    Origin origin(long fence, ArchivePolicy.Mode mode) {
        return new Origin(
                "a",
                "quang-ngai",
                "plans",
                version(),
                false,
                this,
                fence,
                new ArchivePolicy(mode, Duration.ofDays(1), 1 << 20));
    }

    Adapters adapters(ArchivePolicy.Mode mode) {
        return (source, fence) -> new Adapters.Use() {
            @Override
            public Origin origin() {
                return Plans.this.origin(fence, mode);
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public Stream<Change> normalize(RawMessage message) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(message.open(), StandardCharsets.UTF_8));
        AtomicInteger number = new AtomicInteger();
        return lines.lines().flatMap(line -> change(line, "line " + number.incrementAndGet()).stream());
    }

    private Optional<Change> change(String line, String position) {
        String[] words = line.split(" ", 2);
        RawPart raw = RawPart.of(position, line);
        if (words[0].contains(second ? "r" : "n")) {
            return Optional.of(new Change.Refusal(Fault.of("bad-code", "", "Hỏng.", "Broken."), raw));
        }
        if (second && words[0].contains("d")) {
            return Optional.empty();
        }
        return Optional.of(new Change.Upsert<>(
                RecordTypes.TASK,
                TaskBuilder.builder()
                        .taskCode(words[0])
                        .title(words[1])
                        .assigningOrg("UBND")
                        .assigneeOrg(second ? "Sở Tài chính" : "STC")
                        .assignedAt(DAY)
                        .status(TaskStatus.ASSIGNED)
                        .build(),
                Optional.empty(),
                VersionKey.arrival(),
                raw));
    }
}
