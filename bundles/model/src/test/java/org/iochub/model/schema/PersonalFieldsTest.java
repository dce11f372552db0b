package org.iochub.model.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.iochub.model.PersonalAccess;
import org.iochub.model.PersonalData;
import org.iochub.model.RandomRecords;
import org.iochub.model.RecordData;
import org.iochub.model.RecordType;
import org.iochub.model.code.ReportKind;
import org.iochub.model.code.ReportStatus;
import org.iochub.model.json.ModelJson;
import org.iochub.model.json.RecordCodec;
import org.iochub.model.record.CitizenReport;
import org.iochub.model.record.CitizenReportBuilder;
import org.iochub.model.record.Location;
import org.iochub.model.record.RecordTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PersonalFieldsTest {
    private final ModelJson json = new ModelJson();

    static List<RecordType<?>> types() {
        return RecordTypes.builtIn();
    }

    private static CitizenReport report() {
        return CitizenReportBuilder.builder()
                .reportCode("PA-1")
                .kind(ReportKind.values()[0])
                .serviceCode("GT")
                .text("Đèn hỏng, gọi 0912 345 678.")
                .status(ReportStatus.values()[0])
                .sourceStatus("1")
                .location(new Location(108.959_34, 14.800_81))
                .address("Số 12/3 Nguyễn Nghiêm, P. Đức Phổ")
                .requestedAt(OffsetDateTime.parse("2026-01-05T08:00:00+07:00"))
                .rating(5)
                .mediaRefs(List.of("anh-1.jpg"))
                .reporterRef("0a1b2c3d")
                .build();
    }

    private String show(PersonalAccess access) {
        byte[] bytes = json.codec(RecordTypes.CITIZEN_REPORT).write(report());
        return new String(PersonalFields.of(RecordTypes.CITIZEN_REPORT).show(bytes, access), StandardCharsets.UTF_8);
    }

    @Test
    void noneHidesEveryPersonalField() {
        assertThat(show(PersonalAccess.NONE))
                .contains("\"reportCode\":\"PA-1\"", "\"rating\":5", "+07:00")
                .doesNotContain("text", "location", "address", "mediaRefs", "reporterRef", "345");
    }

    @Test
    void maskedKeepsWhatDoesNotIdentify() {
        assertThat(show(PersonalAccess.MASKED))
                .contains(
                        "\"text\":\"Đèn hỏng, gọi **** *** 678.\"",
                        "\"location\":{\"longitude\":108.96,\"latitude\":14.8}",
                        "\"address\":\"Số … Nguyễn Nghiêm, P. Đức Phổ\"")
                .doesNotContain("mediaRefs", "reporterRef");
    }

    @Test
    void fullIsTheVeryBytes() {
        byte[] bytes = json.codec(RecordTypes.CITIZEN_REPORT).write(report());
        assertThat(PersonalFields.of(RecordTypes.CITIZEN_REPORT).show(bytes, PersonalAccess.FULL))
                .isSameAs(bytes);
    }

    @Test
    void typesWithoutPersonalDataCostNothing() {
        PersonalFields indicators = PersonalFields.of(RecordTypes.INDICATOR);
        byte[] bytes = "{}".getBytes(StandardCharsets.UTF_8);
        assertThat(indicators.changes(PersonalAccess.NONE)).isFalse();
        assertThat(indicators.show(bytes, PersonalAccess.NONE)).isSameAs(bytes);
    }

    @Test
    void fieldsItDoesNotKnowAreNotShown() {
        byte[] data =
                "{\"newField\":{\"cccd\":\"051203012345\"},\"reportCode\":\"PA-1\"}".getBytes(StandardCharsets.UTF_8);
        PersonalFields fields = PersonalFields.of(RecordTypes.CITIZEN_REPORT);
        for (PersonalAccess access : List.of(PersonalAccess.NONE, PersonalAccess.MASKED)) {
            assertThat(new String(fields.show(data, access), StandardCharsets.UTF_8))
                    .isEqualTo("{\"reportCode\":\"PA-1\"}");
        }
    }

    @Test
    void wantsAnObject() {
        PersonalFields fields = PersonalFields.of(RecordTypes.CITIZEN_REPORT);
        assertThatThrownBy(() -> fields.show("[]".getBytes(StandardCharsets.UTF_8), PersonalAccess.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @MethodSource("types")
    <T extends RecordData> void whatIsShownIsAValidRecord(RecordType<T> type) {
        RecordCodec<T> codec = json.codec(type);
        PersonalFields fields = PersonalFields.of(type);
        RecordValidator<T> validator = RecordValidator.of(type);
        RandomRecords random = new RandomRecords(11);
        for (int i = 0; i < 100; i++) {
            T record = random.record(type.dataClass());
            for (PersonalAccess access : PersonalAccess.values()) {
                T shown = codec.read(fields.show(codec.write(record), access));
                assertThat(validator.validate(shown)).isEmpty();
                if (!fields.changes(access)) {
                    assertThat(shown).isEqualTo(record);
                }
            }
        }
    }

    /** A type of a bundle, with every kind of personal field. */
    public record Patient(
            @Field(vi = "Tên", en = "Name", personal = PersonalData.BASIC, mask = Mask.INITIALS)
            Optional<String> name,

            @Field(vi = "CCCD", en = "Personal number", personal = PersonalData.BASIC)
            Optional<String> number,

            @Field(vi = "Ngày sinh", en = "Born", personal = PersonalData.BASIC)
            Optional<LocalDate> born,

            @Field(vi = "Tuổi", en = "Age", personal = PersonalData.SENSITIVE)
            OptionalInt age,

            @Field(vi = "Điện thoại", en = "Phones", personal = PersonalData.BASIC)
            List<String> phones,

            @Field(vi = "Nơi đã đến", en = "Places", personal = PersonalData.SENSITIVE)
            List<Location> places,

            @Field(vi = "Ghi chú", en = "Notes", freeText = true)
            List<String> notes,

            @Field(vi = "Người nhà", en = "Relatives") List<Relative> relatives)
            implements RecordData {
        public record Relative(
                @Field(vi = "Tên", en = "Name", personal = PersonalData.BASIC, mask = Mask.INITIALS)
                Optional<String> name,

                @Field(vi = "Quan hệ", en = "Relation") String relation) {}
    }

    @Test
    void masksEachKindInItsWay() {
        RecordType<Patient> type = RecordType.define("patient", 1, Patient.class)
                .title("Người bệnh", "Patient")
                .description("Thử", "Test")
                .identity(RecordType.Scope.SOURCE, p -> List.of(p.notes().toString()))
                .time("at", p -> OffsetDateTime.parse("2026-01-05T08:00:00+07:00"))
                .build();
        Patient patient = new Patient(
                Optional.of("nguyễn Văn Ẩn"),
                Optional.of("051203012345"),
                Optional.of(LocalDate.of(2003, 1, 1)),
                OptionalInt.of(23),
                List.of("0912345678", "123"),
                List.of(new Location(-0.001, 10.126), new Location(108, 15)),
                List.of("gọi 0912.345.678", "không"),
                List.of(new Patient.Relative(Optional.of("Trần Thị Bé"), "mẹ")));
        byte[] bytes = json.codec(type).write(patient);
        PersonalFields fields = PersonalFields.of(type);
        assertThat(new String(fields.show(bytes, PersonalAccess.MASKED), StandardCharsets.UTF_8))
                .isEqualTo("{\"name\":\"N. V. Ẩ.\",\"number\":\"*********345\",\"phones\":[\"*******678\",\"***\"],"
                        + "\"places\":[{\"longitude\":0,\"latitude\":10.13},{\"longitude\":108,\"latitude\":15}],"
                        + "\"notes\":[\"gọi ****.***.678\",\"không\"],"
                        + "\"relatives\":[{\"name\":\"T. T. B.\",\"relation\":\"mẹ\"}]}");
        assertThat(new String(fields.show(bytes, PersonalAccess.NONE), StandardCharsets.UTF_8))
                .isEqualTo("{\"notes\":[\"gọi ****.***.678\",\"không\"],\"relatives\":[{\"relation\":\"mẹ\"}]}");
    }
}
