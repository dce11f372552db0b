package org.iochub.shadow.internal;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.apache.camel.RoutesBuilder;
import org.iochub.api.AdapterDescriptor;
import org.iochub.api.Change;
import org.iochub.api.Normalizer;
import org.iochub.api.RawPart;
import org.iochub.api.Sector;
import org.iochub.api.Settings;
import org.iochub.api.Source;
import org.iochub.api.SourceAdapter;
import org.iochub.api.Transport;
import org.iochub.model.Fault;
import org.iochub.model.Text;
import org.iochub.model.VersionKey;
import org.iochub.model.code.FacilityKind;
import org.iochub.model.record.FacilityBuilder;
import org.iochub.model.record.RecordTypes;

/** Reads {@code A=name,B=name}; «?» as a name is refused. What a candidate does otherwise is its way. */
record Stations(String way) implements SourceAdapter<Stations.Settled> {
    record Settled() {}

    @Override
    public AdapterDescriptor<Settled> descriptor() {
        return new AdapterDescriptor<>(
                "stations",
                Sector.ENVIRONMENT,
                Text.of("Trạm", "Stations"),
                Text.of("Trạm.", "Stations."),
                List.of(RecordTypes.FACILITY),
                Transport.PUSH,
                Settings.of(Settled.class),
                Text.of("Thứ tự đến", "Order of arrival"),
                false);
    }

    @Override
    public Normalizer normalizer(Source<Settled> source) {
        return normalizer();
    }

    Normalizer normalizer() {
        return message -> {
            String body = new String(message.open().readAllBytes(), StandardCharsets.UTF_8);
            switch (way) {
                case "throws" -> throw new IllegalStateException("a mistake with " + body);
                case "waits" -> awaitForEver();
                case "spins" -> spin();
                default -> {}
            }
            return Arrays.stream(body.split(",")).flatMap(this::change);
        };
    }

    private Stream<Change> change(String pair) {
        String[] parts = pair.split("=");
        RawPart raw = RawPart.of("station " + parts[0], pair);
        if (parts[1].equals("?") && !way.equals("mends")) {
            return Stream.of(new Change.Refusal(Fault.of("missing", "name", "Thiếu tên.", "No name."), raw));
        }
        if (way.equals("forgets") && parts[0].equals("B")) {
            return Stream.of();
        }
        return Stream.of(new Change.Upsert<>(
                RecordTypes.FACILITY,
                FacilityBuilder.builder()
                        .facilityCode(parts[0])
                        .kind(FacilityKind.values()[0])
                        .name(way.equals("shouts") ? parts[1].toUpperCase(java.util.Locale.ROOT) : parts[1])
                        .updatedAt(OffsetDateTime.parse("2026-03-01T08:00:00+07:00"))
                        .build(),
                Optional.empty(),
                VersionKey.arrival(),
                raw));
    }

    private static void awaitForEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Until the test ends it. */
    static volatile boolean spinning = true;

    private static void spin() {
        while (spinning) {
            Thread.onSpinWait();
        }
    }

    @Override
    public RoutesBuilder routes(Source<Settled> source) {
        throw new UnsupportedOperationException();
    }
}
