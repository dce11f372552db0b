package org.iochub.store.internal.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.iochub.api.Change;
import org.iochub.api.Normalizer;
import org.iochub.api.RawMessage;
import org.iochub.api.RawPart;
import org.iochub.core.cluster.Leases;
import org.iochub.core.pipeline.internal.Origin;
import org.iochub.core.replay.internal.Adapters;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.VersionKey;
import org.iochub.model.code.TaskStatus;
import org.iochub.model.record.RecordTypes;
import org.iochub.model.record.TaskBuilder;

/**
 * An adapter in several versions: a task a line; {@code !} in front is refused by the first and taken by the mended one,
 * {@code !!} by none; {@code #} breaks the message for the first.
 */
record Tasks(String version, boolean mended, boolean alone) implements Normalizer {
    private static final OffsetDateTime DAY = OffsetDateTime.parse("2026-03-02T08:00:00+07:00");

    static Tasks broken() {
        return new Tasks("1.0.0", false, true);
    }

    static Tasks repaired() {
        return new Tasks("2.0.0", true, true);
    }

    /** Reads no line without its message. */
    Tasks bound() {
        return new Tasks(version, mended, false);
    }

    Origin origin(String source, long fence) {
        return new Origin(source, "quang-ngai", "tasks", version, false, this, fence);
    }

    /** Every source has this adapter; others are not ready. */
    Adapters adapters() {
        return (source, fence) -> {
            if (source.equals("gone")) {
                throw FaultException.of("source-not-ready", source, "Không còn.", "It is gone.");
            }
            Origin origin = origin(source, fence);
            return new Adapters.Use() {
                @Override
                public Origin origin() {
                    return origin;
                }

                @Override
                public void close() {}
            };
        };
    }

    @Override
    public Stream<Change> normalize(RawMessage message) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(message.open(), StandardCharsets.UTF_8));
        AtomicInteger number = new AtomicInteger();
        return lines.lines().map(line -> change(line, "line " + number.incrementAndGet()));
    }

    @Override
    public Optional<Stream<Change>> normalizePart(RawMessage part, String position) throws IOException {
        if (!alone) {
            return Optional.empty();
        }
        try (var in = part.open()) {
            return Optional.of(Stream.of(change(new String(in.readAllBytes(), StandardCharsets.UTF_8), position)));
        }
    }

    private Change change(String line, String position) {
        RawPart raw = RawPart.of(position, line);
        if (line.startsWith("#") && !mended) {
            throw FaultException.of("truncated", "", "Bị cắt.", "Cut off.");
        }
        if (line.startsWith("!!")) {
            return new Change.Refusal(Fault.of(mended ? "worse" : "bad", "", "Hỏng.", "Broken."), raw);
        }
        if (line.startsWith("!") && !mended) {
            return new Change.Refusal(Fault.of("bad", "", "Hỏng.", "Broken."), raw);
        }
        String code = line.replaceAll("[!#]", "");
        return new Change.Upsert<>(
                RecordTypes.TASK,
                TaskBuilder.builder()
                        .taskCode(code)
                        .title(code)
                        .assigningOrg("UBND")
                        .assigneeOrg("STC")
                        .assignedAt(DAY)
                        .status(TaskStatus.ASSIGNED)
                        .build(),
                Optional.empty(),
                VersionKey.arrival(),
                raw);
    }

    /** Grants at once. */
    static Leases leases() {
        return new Leases() {
            @Override
            public String node() {
                return "here";
            }

            @Override
            public void request(String source, Runnable granted, Runnable lost) {
                granted.run();
            }

            @Override
            public void release(String source) {}
        };
    }
}
