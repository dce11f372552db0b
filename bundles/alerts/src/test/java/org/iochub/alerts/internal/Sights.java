package org.iochub.alerts.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.iochub.alerts.internal.rule.World;
import org.iochub.alerts.internal.rule.World.Certificate;
import org.iochub.alerts.internal.rule.World.Disk;
import org.iochub.alerts.internal.rule.World.Watched;
import org.iochub.api.Delivered;
import org.iochub.core.source.BatchTimes;
import org.iochub.core.source.SourceAgreement;
import org.iochub.core.source.SourceState;
import org.iochub.core.source.SourceStatus;
import org.iochub.model.Text;

/** What tests let the hub look like. */
public final class Sights {
    public static final Instant NOON = Instant.parse("2026-03-02T05:00:00Z");

    private Sights() {}

    public static SourceStatus status(String id, SourceState state, Instant since, Optional<Instant> last) {
        return new SourceStatus(
                id,
                "environment-stations",
                "1.0.0",
                "quang-ngai",
                state,
                "",
                Text.of("Câu giải thích.", "The sentence."),
                since,
                last,
                new Delivered(0, 0, 0, 0, 0),
                Optional.empty(),
                BatchTimes.NONE,
                Optional.empty(),
                List.of("observation"),
                List.of());
    }

    public static SourceAgreement agreement(Duration freshness, String... muted) {
        return new SourceAgreement(
                "environment", Optional.of(freshness), OptionalLong.empty(), OptionalLong.empty(), Set.of(muted));
    }

    public static Watched watched(SourceStatus status) {
        return new Watched(status, agreement(Duration.ofMinutes(15)), OptionalDouble.empty());
    }

    public static World sources(Instant now, Watched... sources) {
        return world(now, Optional.of(List.of(sources)), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static World disk(Instant now, long freePercent) {
        return world(
                now,
                Optional.empty(),
                Optional.of(List.of(new Disk("store", "/srv/hub", freePercent, 100))),
                Optional.empty(),
                Optional.empty());
    }

    public static World certificate(Instant now, Optional<Instant> expires) {
        return world(
                now,
                Optional.empty(),
                Optional.empty(),
                Optional.of(List.of(new Certificate("ioc.example.vn:443", expires))),
                Optional.empty());
    }

    public static World quarantine(Instant now, Watched source, long count) {
        return new World(
                now,
                Optional.of(List.of(source)),
                Optional.of(Map.of(source.status().id(), count)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public static World store(Instant now, Optional<Text> trouble) {
        return world(now, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(trouble));
    }

    private static World world(
            Instant now,
            Optional<List<Watched>> sources,
            Optional<List<Disk>> disks,
            Optional<List<Certificate>> certificates,
            Optional<Optional<Text>> store) {
        return new World(
                now,
                sources,
                Optional.empty(),
                disks,
                certificates,
                store,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
