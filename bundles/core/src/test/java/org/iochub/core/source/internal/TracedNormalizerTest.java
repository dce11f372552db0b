package org.iochub.core.source.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.iochub.api.Change;
import org.iochub.api.Normalizer;
import org.iochub.api.RawMessage;
import org.iochub.api.RawPart;
import org.iochub.api.Step;
import org.iochub.api.read.Locations;
import org.iochub.model.VersionKey;
import org.iochub.model.area.AreaRef;
import org.iochub.model.code.CodeMap;
import org.iochub.model.code.FacilityKind;
import org.iochub.model.record.FacilityBuilder;
import org.iochub.model.record.RecordTypes;
import org.iochub.model.text.VietnameseText;
import org.junit.jupiter.api.Test;

/** Steps of a normaliser that knows nothing of explaining. */
class TracedNormalizerTest {
    private static final CodeMap<FacilityKind> KINDS =
            CodeMap.of("LOAI", Map.of("BV", FacilityKind.CLINIC, "TH", FacilityKind.SCHOOL));

    private static Stream<Change> read(RawMessage message) throws java.io.IOException {
        String[] lines = new String(message.open().readAllBytes(), StandardCharsets.UTF_8).split("\n");
        return Arrays.stream(lines).<Change>map(line -> {
            String[] cells = line.split(";");
            return new Change.Upsert<>(
                    RecordTypes.FACILITY,
                    FacilityBuilder.builder()
                            .facilityCode(cells[0])
                            .name(VietnameseText.require(cells[1]))
                            .kind(KINDS.require(cells[2]))
                            .location(Locations.read(
                                    Optional.of(cells[3]), "VD", Optional.of(cells[4]), "KD", new ArrayList<>()))
                            .updatedAt(message.receivedAt())
                            .build(),
                    Optional.of(new AreaRef("21439", java.time.LocalDate.of(2025, 7, 1))),
                    VersionKey.arrival(),
                    RawPart.of("line " + cells[0], line));
        });
    }

    private static RawMessage message(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new RawMessage() {
            @Override
            public String id() {
                return "m";
            }

            @Override
            public String name() {
                return "m";
            }

            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public OffsetDateTime receivedAt() {
                return OffsetDateTime.parse("2026-03-02T08:00:00+07:00");
            }

            @Override
            public Map<String, String> attributes() {
                return Map.of();
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }

    private static List<String> told(Normalizer normalizer, String text) throws Exception {
        List<String> told = new ArrayList<>();
        new TracedNormalizer(normalizer).explain(message(text), (change, steps) -> {
            for (Step step : steps) {
                told.add(change.raw().position() + ": " + step.field() + " " + step.from() + " -> " + step.to() + " ("
                        + step.why() + ")");
            }
            return true;
        });
        return told;
    }

    @Test
    void eachRecordHasTheStepsOfItsOwnValues() throws Exception {
        String decomposed = java.text.Normalizer.normalize("Bệnh viện Ba Tơ", java.text.Normalizer.Form.NFD);
        assertThat(told(TracedNormalizerTest::read, "1;" + decomposed + ";BV;14.77;108.73\n2;Truong;TH;0;0"))
                .containsExactlyInAnyOrder(
                        "line 1: name {=" + decomposed + "} -> Bệnh viện Ba Tơ (text [NFC_COMPOSED])",
                        "line 1: kind {LOAI=BV} -> clinic (code map of LOAI)",
                        "line 1: location {VD KD=14.77 108.73} -> {\"longitude\":108.73,\"latitude\":14.77}"
                                + " (coordinates WGS 84)",
                        "line 2: kind {LOAI=TH} -> school (code map of LOAI)");
    }

    @Test
    void anotherThreadsReadingIsNotHeard() throws Exception {
        Normalizer elsewhere = message -> {
            Thread other = new Thread(() -> KINDS.require("BV"));
            other.start();
            try {
                other.join(10_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return read(message);
        };
        assertThat(told(elsewhere, "1;A;TH;0;0"))
                .containsExactly("line 1: kind {LOAI=TH} -> school (code map of LOAI)");
    }
}
