package org.iochub.model.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.iochub.model.Fault;
import org.iochub.model.PersonalData;
import org.iochub.model.RandomRecords;
import org.iochub.model.code.DossierStatus;
import org.iochub.model.record.Dossier;
import org.iochub.model.record.DossierBuilder;
import org.iochub.model.record.RecordTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordValidatorTest {
    private final RecordValidator<Dossier> validator = RecordValidator.of(RecordTypes.DOSSIER);
    private final Dossier good = new RandomRecords(1).record(Dossier.class);

    private List<String> faults(Dossier dossier) {
        return validator.validate(dossier).stream()
                .map(fault -> fault.code() + " " + fault.where())
                .toList();
    }

    private static Dossier.Step step(OffsetDateTime at, Optional<String> org) {
        return new Dossier.Step(OptionalInt.empty(), at, DossierStatus.ACCEPTED, "2", org, Optional.empty());
    }

    @Test
    void namesThePlaceWithinLists() {
        OffsetDateTime now = OffsetDateTime.parse("2026-01-05T08:00:00+07:00");
        Dossier dossier = DossierBuilder.builder(good)
                .steps(List.of(
                        step(now, Optional.empty()),
                        step(now, Optional.of("x".repeat(501))),
                        step(OffsetDateTime.parse("0026-01-05T08:00:00+07:00"), Optional.empty())))
                .build();
        assertThat(faults(dossier)).containsExactly("too-long steps[1].org", "impossible-date steps[2].at");
    }

    @Test
    void anUnfilledRecordHasFaultsAndNoNullPointer() {
        Object[] nothing = new Object[Dossier.class.getRecordComponents().length];
        Dossier empty = RandomRecords.construct(Dossier.class, nothing);
        assertThat(validator.validate(empty))
                .hasSize(nothing.length)
                .extracting(Fault::code)
                .containsOnly("required");
    }

    @Test
    void aNullWithinAListIsAFault() {
        Object[] values = Arrays.stream(Dossier.class.getRecordComponents())
                .map(component -> {
                    if (component.getName().equals("steps")) {
                        return new ArrayList<>(Arrays.asList((Object) null));
                    }
                    try {
                        return component.getAccessor().invoke(good);
                    } catch (ReflectiveOperationException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toArray();
        assertThat(faults(RandomRecords.construct(Dossier.class, values))).containsExactly("required steps[0]");
    }

    @ParameterizedTest
    @CsvSource({
        "1899-12-31T23:59:59Z, false",
        "1900-01-01T00:00:00Z, true",
        "2200-12-31T00:00:00Z, true",
        "2201-01-01T00:00:00Z, false"
    })
    void datesMustBePossible(OffsetDateTime at, boolean possible) {
        Dossier dossier = DossierBuilder.builder(good).receivedAt(at).build();
        assertThat(faults(dossier).isEmpty()).isEqualTo(possible);
    }

    @Test
    void anOffsetWithSecondsIsNone() {
        OffsetDateTime at = OffsetDateTime.of(2026, 1, 5, 8, 0, 0, 0, ZoneOffset.ofTotalSeconds(25_201));
        assertThat(faults(DossierBuilder.builder(good).receivedAt(at).build()))
                .containsExactly("impossible-date receivedAt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\uD83D", "\uDE00b"})
    void textMustBeStorable(String text) {
        assertThat(faults(DossierBuilder.builder(good).dossierCode(text).build()))
                .containsExactly("bad-text dossierCode");
    }

    @Test
    void lengthsCountCharactersNotHalves() {
        assertThat(faults(DossierBuilder.builder(good)
                        .dossierCode("🙂".repeat(64))
                        .build()))
                .isEmpty();
        assertThat(faults(DossierBuilder.builder(good)
                        .dossierCode("🙂".repeat(65))
                        .build()))
                .containsExactly("too-long dossierCode");
    }

    /** A personal number out of range. */
    public record Ages(
            @Field(vi = "Tuổi", en = "Age", max = 150, personal = PersonalData.BASIC)
            OptionalInt age,

            @Field(vi = "Sinh", en = "Born") Optional<LocalDate> born) {}

    @Test
    void faultsDoNotTellPersonalValues() {
        List<Fault> faults = RecordValidator.of(Ages.class)
                .validate(new Ages(OptionalInt.of(923), Optional.of(LocalDate.of(3026, 1, 1))));
        assertThat(faults).extracting(Fault::code).containsExactly("out-of-range", "impossible-date");
        assertThat(faults.get(0).message().toString()).doesNotContain("923").contains("150");
    }
}
