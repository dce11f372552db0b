package org.iochub.shadow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.iochub.api.Change;
import org.iochub.api.RawPart;
import org.iochub.core.shadow.DifferenceKind;
import org.iochub.core.shadow.ShadowDifference.Field;
import org.iochub.model.Fault;
import org.iochub.model.VersionKey;
import org.iochub.model.code.FacilityKind;
import org.iochub.model.record.Facility;
import org.iochub.model.record.FacilityBuilder;
import org.iochub.model.record.RecordTypes;
import org.junit.jupiter.api.Test;

/** Two versions' changes of one message, record by record. */
class ComparisonTest {
    private final TypeForms forms = new TypeForms();

    private static Facility station(String code, String name) {
        return FacilityBuilder.builder()
                .facilityCode(code)
                .kind(FacilityKind.values()[0])
                .name(name)
                .updatedAt(OffsetDateTime.parse("2026-03-01T08:00:00+07:00"))
                .build();
    }

    private static Change upsert(String code, String name, String position) {
        return new Change.Upsert<>(
                RecordTypes.FACILITY,
                station(code, name),
                Optional.empty(),
                VersionKey.revision(1),
                RawPart.of(position, code));
    }

    private static Change refusal(String code, String where, String position) {
        return new Change.Refusal(Fault.of(code, where, "Sai 0912345678.", "Wrong."), RawPart.of(position, "x"));
    }

    private Comparison.Result compare(List<Change> old, List<Change> next) {
        return compare(old, next, false);
    }

    private Comparison.Result compare(List<Change> old, List<Change> next, boolean sensitive) {
        return Comparison.of(
                new Items(forms, "quang-ngai", "s").of(old), new Items(forms, "quang-ngai", "s").of(next), sensitive);
    }

    @Test
    void equalChangesInAnotherOrderAreTheSame() {
        Comparison.Result result = compare(
                List.of(upsert("A", "a", "line 1"), upsert("B", "b", "line 2")),
                List.of(upsert("B", "b", "line 2"), upsert("A", "a", "line 1")));
        assertThat(result.same()).isEqualTo(2);
        assertThat(result.found()).isEmpty();
    }

    @Test
    void aChangedRecordIsToldFieldByField() {
        Change moved = new Change.Upsert<>(
                RecordTypes.FACILITY,
                station("A", "b"),
                Optional.empty(),
                VersionKey.revision(2),
                List.of(Fault.of("guessed", "name", "Đoán.", "Guessed.")),
                RawPart.of("line 1", "A"));
        Found found = compare(List.of(upsert("A", "a", "line 1")), List.of(moved))
                .found()
                .get(0);
        assertThat(found.kind()).isEqualTo(DifferenceKind.CHANGED);
        assertThat(found.type()).isEqualTo("facility");
        assertThat(found.record()).hasSize(32);
        assertThat(found.fields())
                .containsExactlyInAnyOrder(
                        new Field("name", "/name", Optional.of("a"), Optional.of("b"), false),
                        new Field("@version", "", Optional.of("1"), Optional.of("2"), false),
                        new Field("@notes", "", Optional.empty(), Optional.of("guessed name"), false));
    }

    @Test
    void whatOnlyOneSaysIsToldOnce() {
        Comparison.Result result = compare(
                List.of(upsert("A", "a", "line 1"), upsert("B", "b", "line 2")),
                List.of(upsert("A", "a", "line 1"), upsert("C", "c", "line 3")));
        assertThat(result.same()).isEqualTo(1);
        assertThat(result.found())
                .extracting(Found::kind)
                .containsExactlyInAnyOrder(DifferenceKind.ONLY_OLD, DifferenceKind.ONLY_NEW);
    }

    @Test
    void aRecordThatOneRefusesIsOneDifferenceAndNotTwo() {
        Comparison.Result mended =
                compare(List.of(refusal("unknown-code", "kind", "line 1")), List.of(upsert("A", "a", "line 1")));
        assertThat(mended.found()).singleElement().satisfies(found -> {
            assertThat(found.kind()).isEqualTo(DifferenceKind.REFUSED_OLD);
            assertThat(found.type()).isEqualTo("facility");
            assertThat(found.fault()).map(Fault::code).contains("unknown-code");
            assertThat(found.fault().orElseThrow().message().vi()).doesNotContain("0912345678");
        });
        Comparison.Result broken = compare(
                List.of(upsert("A", "a", "line 1"), upsert("B", "b", "line 2")),
                List.of(refusal("unknown-code", "kind", "line 1"), upsert("B", "b", "line 2")));
        assertThat(broken.same()).isEqualTo(1);
        assertThat(broken.found()).extracting(Found::kind).containsExactly(DifferenceKind.REFUSED_NEW);
    }

    @Test
    void whatTheHubWouldRefuseIsARefusal() {
        Comparison.Result result =
                compare(List.of(upsert("A", "a", "line 1")), List.of(upsert("A", "x".repeat(600), "line 1")));
        assertThat(result.found()).singleElement().satisfies(found -> {
            assertThat(found.kind()).isEqualTo(DifferenceKind.REFUSED_NEW);
            assertThat(found.fault()).map(Fault::where).contains("name");
        });
    }

    @Test
    void bothRefuseForOneReasonOrForAnother() {
        Change refused = refusal("unknown-code", "kind", "line 1");
        assertThat(compare(List.of(refused), List.of(refused)).same()).isEqualTo(1);
        Found other = compare(List.of(refused), List.of(refusal("missing", "name", "line 1")))
                .found()
                .get(0);
        assertThat(other.fields())
                .containsExactly(
                        new Field("@reason", "", Optional.of("unknown-code kind"), Optional.of("missing name"), false));
    }

    @Test
    void aDeletionInsteadOfARecordIsAChange() {
        Change deletion = new Change.Delete(
                RecordTypes.FACILITY,
                RecordTypes.FACILITY.identity(station("A", "a")),
                OffsetDateTime.parse("2026-03-01T08:00:00+07:00"),
                VersionKey.revision(1),
                RawPart.of("line 1", "A"));
        Found found = compare(List.of(upsert("A", "a", "line 1")), List.of(deletion))
                .found()
                .get(0);
        assertThat(found.fields()).extracting(Field::path).contains("@operation", "@at");
    }

    @Test
    void valuesOfPersonalFieldsAndOfSensitiveSourcesAreNotShown() {
        Change old = PersonalSample.report("Ổ gà lớn", "0912345678");
        Change next = PersonalSample.report("Ổ gà lớn", "0987654321");
        List<Field> fields = compare(List.of(old), List.of(next)).found().get(0).fields();
        assertThat(fields).isNotEmpty().allSatisfy(field -> {
            assertThat(field.hidden()).isTrue();
            assertThat(field.before()).isEmpty();
            assertThat(field.after()).isEmpty();
        });
        List<Field> sensitive = compare(List.of(upsert("A", "a", "line 1")), List.of(upsert("A", "b", "line 1")), true)
                .found()
                .get(0)
                .fields();
        assertThat(sensitive).singleElement().satisfies(field -> {
            assertThat(field.path()).isEqualTo("name");
            assertThat(field.hidden()).isTrue();
            assertThat(field.after()).isEmpty();
        });
    }
}
