package org.iochub.declarative.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.iochub.api.Change;
import org.iochub.api.ExplainingNormalizer;
import org.iochub.api.Normalizer;
import org.iochub.api.SourceAdapter;
import org.iochub.api.Step;
import org.iochub.model.Fault;
import org.iochub.model.VersionKey;
import org.iochub.model.area.AreaRef;
import org.iochub.model.area.AreaRegistry;
import org.iochub.model.code.ReportKind;
import org.iochub.model.code.ReportStatus;
import org.iochub.model.record.CitizenReport;
import org.iochub.model.record.CitizenReportBuilder;
import org.iochub.model.record.Dossier;
import org.iochub.model.record.Facility;
import org.iochub.model.record.Indicator;
import org.iochub.model.record.Location;
import org.iochub.model.record.RecordTypes;
import org.iochub.testkit.TestMessage;
import org.iochub.testkit.TestSource;
import org.junit.jupiter.api.Test;

class DeclaredNormalizerTest {
    private static final LocalDate REFORM = LocalDate.of(2025, 7, 1);

    private static List<Change> changes(String yaml, String message) throws Exception {
        @SuppressWarnings("unchecked")
        SourceAdapter<DeclaredSettings> adapter =
                (SourceAdapter<DeclaredSettings>) Sources.good(yaml).adapter();
        DeclaredSettings settings = new DeclaredSettings(Map.of("ward", "21439", "pageSize", 50L));
        Normalizer normalizer = adapter.normalizer(TestSource.of(settings, AreaRegistry.builtIn()));
        try (Stream<Change> changes = normalizer.normalize(TestMessage.of("reports.ndjson", message))) {
            return changes.toList();
        }
    }

    private static Fault fault(Change change) {
        assertThat(change).isInstanceOf(Change.Refusal.class);
        return ((Change.Refusal) change).fault();
    }

    @Test
    void rowsBecomeTheRecordsThatAPersonWouldWrite() throws Exception {
        List<Change> changes = changes(Sources.reports(), Sources.resource("reports.ndjson"));
        assertThat(changes).hasSize(7);

        CitizenReport first = CitizenReportBuilder.builder()
                .reportCode("PA-1")
                .kind(ReportKind.FIELD)
                .serviceCode("GT")
                .serviceName("Giao thông")
                .text("Ổ gà trước chợ")
                .status(ReportStatus.RECEIVED)
                .sourceStatus("1")
                .location(new Location(108.96, 14.81))
                .address("12, Hùng Vương")
                .requestedAt(OffsetDateTime.parse("2026-03-01T07:30:00+07:00"))
                .updatedAt(OffsetDateTime.parse("2026-03-02T08:00:00+07:00"))
                .rating(OptionalInt.of(4))
                .mediaRefs(List.of("http://a/1.jpg", "http://a/2.jpg"))
                .reporterRef("hmac-" + Integer.toHexString("079300000001".hashCode()))
                .build();
        Change.Upsert<?> upsert = (Change.Upsert<?>) changes.get(0);
        assertThat(upsert.type()).isSameAs(RecordTypes.CITIZEN_REPORT);
        assertThat(upsert.data()).isEqualTo(first);
        assertThat(upsert.area()).contains(new AreaRef("21439", REFORM));
        assertThat(upsert.version())
                .isEqualTo(VersionKey.at(
                        OffsetDateTime.parse("2026-03-02T08:00:00+07:00").toInstant()));
        assertThat(upsert.notes()).isEmpty();
        assertThat(upsert.raw().position()).isEqualTo("line 1");

        CitizenReport second = CitizenReportBuilder.builder()
                .reportCode("PA-2")
                .kind(ReportKind.FIELD)
                .serviceCode("KHAC")
                .status(ReportStatus.IN_PROCESS)
                .sourceStatus("2")
                .requestedAt(OffsetDateTime.parse("2026-03-01T09:00:00+07:00"))
                .mediaRefs(List.of())
                .build();
        Change.Upsert<?> bare = (Change.Upsert<?>) changes.get(1);
        assertThat(bare.data()).isEqualTo(second);
        assertThat(bare.area()).contains(new AreaRef("21451", REFORM));
    }

    @Test
    void everyValueThatChangedCanBeExplained() throws Exception {
        @SuppressWarnings("unchecked")
        SourceAdapter<DeclaredSettings> adapter = (SourceAdapter<DeclaredSettings>)
                Sources.good(Sources.reports()).adapter();
        DeclaredSettings settings = new DeclaredSettings(Map.of("ward", "21439", "pageSize", 50L));
        ExplainingNormalizer normalizer =
                (ExplainingNormalizer) adapter.normalizer(TestSource.of(settings, AreaRegistry.builtIn()));
        List<Change> explained = new ArrayList<>();
        Map<String, Step> first = new TreeMap<>();
        normalizer.explain(TestMessage.of("reports.ndjson", Sources.resource("reports.ndjson")), (change, steps) -> {
            explained.add(change);
            steps.stream().filter(step -> explained.size() == 1).forEach(step -> first.put(step.field(), step));
            return explained.size() < 2;
        });

        assertThat(explained)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("raw")
                .isEqualTo(changes(Sources.reports(), Sources.resource("reports.ndjson"))
                        .subList(0, 2));
        Step status = first.get("status");
        assertThat(status.from()).containsValue("1");
        assertThat(status.to()).isEqualTo("received");
        assertThat(status.why()).contains("code(");
        assertThat(first.get("requestedAt").to()).startsWith("2026-03-01T07:30");
        assertThat(first.get("area").to()).isEqualTo("21439 (2025-07-01)");
        assertThat(first).doesNotContainKey("reportCode");
    }

    @Test
    void aFaultRefusesItsRecordAlone() throws Exception {
        List<Change> changes = changes(Sources.reports(), Sources.resource("reports.ndjson"));

        assertThat(fault(changes.get(2))).satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("unknown-code");
            assertThat(fault.where()).isEqualTo("status");
            assertThat(fault.message().en()).contains("«9»", "codes.status");
        });
        assertThat(fault(changes.get(3))).satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("bad-date");
            assertThat(fault.where()).isEqualTo("requestedAt");
            assertThat(fault.message().vi()).contains("31/02/2026 09:00", "dd/MM/yyyy HH:mm");
        });
        assertThat(fault(changes.get(4)).code()).isEqualTo("unreadable-json");
    }

    @Test
    void aDeletionNeedsNoMoreThanTheIdentity() throws Exception {
        Change.Delete deletion = (Change.Delete)
                changes(Sources.reports(), Sources.resource("reports.ndjson")).get(5);
        assertThat(deletion.naturalKey()).containsExactly("PA-5");
        assertThat(deletion.at()).isEqualTo(OffsetDateTime.parse("2026-03-03T10:00:00+07:00"));
        assertThat(deletion.version())
                .isEqualTo(VersionKey.at(
                        OffsetDateTime.parse("2026-03-03T10:00:00+07:00").toInstant()));
    }

    @Test
    void aPersonalValueIsNotRepeated() throws Exception {
        Fault fault = fault(
                changes(Sources.reports(), Sources.resource("reports.ndjson")).get(6));
        assertThat(fault.where()).isEqualTo("reporterRef");
        assertThat(fault.message().vi() + fault.message().en()).doesNotContain("0793");
    }

    @Test
    void textIsMendedAndTheNoteSaysSo() throws Exception {
        List<Change> changes = changes(
                Sources.reports(),
                "{\"MaPhanAnh\":\"PA-6\",\"TrangThai\":\"1\",\"NoiDung\":\"Ä\\u0090Æ°á»\\u009dng hÆ° há»\\u008fng\","
                        + "\"NgayGui\":\"01/03/2026 09:00\"}");
        Change.Upsert<?> upsert = (Change.Upsert<?>) changes.get(0);
        assertThat(((CitizenReport) upsert.data()).text()).contains("Đường hư hỏng");
        assertThat(upsert.notes()).extracting(Fault::code).containsExactly("text-repaired");
    }

    @Test
    void aRequiredFieldWithoutAValueIsNamed() throws Exception {
        Fault fault = fault(changes(Sources.reports(), "{\"MaPhanAnh\":\"PA-1\",\"TrangThai\":\"1\"}")
                .get(0));
        assertThat(fault.code()).isEqualTo("missing-field");
        assertThat(fault.where()).isEqualTo("requestedAt");
    }

    @Test
    void halfAPlaceIsAFaultAndNoPlaceIsNone() throws Exception {
        Fault fault = fault(changes(
                        Sources.reports(),
                        "{\"MaPhanAnh\":\"PA-1\",\"TrangThai\":\"1\",\"NgayGui\":\"01/03/2026 09:00\",\"ViDo\":14.8}")
                .get(0));
        assertThat(fault.code()).isEqualTo("missing-field");
        assertThat(fault.where()).startsWith("location");
    }

    private static final String STATIONS = """
            source: schools
            version: 1.0.0
            sector: education
            title: { vi: Trường học, en: Schools }
            description: { vi: Danh sách trường học., en: The list of schools. }
            versionKey: { vi: Thứ tự đến, en: Order of arrival }
            from: { push: }
            format: { ndjson: }
            map:
              - type: facility
                when: loai == 'truong'
                fields:
                  facilityCode: ma
                  kind: { constant: school }
                  name: ten
                  capacity: hocSinh
                  updatedAt: { constant: "2026-01-01T00:00:00+07:00" }
              - type: dossier
                when: loai == 'ho-so'
                fields:
                  dossierCode: ma
                  procedureCode: { constant: "01" }
                  receivingOrg: { constant: H48.53 }
                  level: { constant: commune }
                  status: trangThai
                  sourceStatus: trangThai
                  receivedAt: date(ngay)
                  feeVnd: convert(lePhi, 'nghìn đồng', 'VND')
                  steps:
                    each: buoc
                    as: { seq: so, at: date(luc), status: ma, sourceStatus: ma, org: outer.ma }
                version: phienBan
              - type: indicator
                when: loai == 'chi-tieu'
                fields:
                  indicatorCode: ma
                  area: text(areaByCode(xa, '2026-01-01'))
                  period: period(ky).interval
                  periodEnd: period(ky).end
                  frequency: period(ky).frequency
                  value: giaTri
                  unit: { constant: "%" }
                  measure: { constant: actual }
                  breakdown: { gioiTinh: gioi, nhom: { constant: "01" } }
                  revision: 0
            complete: [facility]
            """;

    @Test
    void aListThatIsWholeIsSaidToBeWhole() throws Exception {
        List<Change> changes = changes(STATIONS, "{\"loai\":\"truong\",\"ma\":\"T1\",\"ten\":\"A\",\"hocSinh\":12.5}");
        assertThat(changes).hasSize(2);
        assertThat(changes.get(1)).isInstanceOf(Change.ListComplete.class);
        assertThat(((Change.ListComplete) changes.get(1)).type()).isSameAs(RecordTypes.FACILITY);
    }

    @Test
    void aListWithARefusedRecordIsNotWhole() throws Exception {
        List<Change> changes = changes(
                STATIONS, "{\"loai\":\"truong\",\"ma\":\"T1\",\"ten\":\"A\"}\n{\"loai\":\"truong\",\"ma\":\"T2\"}\n");
        assertThat(changes).hasSize(2).noneMatch(Change.ListComplete.class::isInstance);
    }

    @Test
    void listsOfNestedRecordsAndNumericCodesAreFilled() throws Exception {
        Change.Upsert<?> upsert = (Change.Upsert<?>) changes(
                        STATIONS,
                        "{\"loai\":\"ho-so\",\"ma\":\"HS1\",\"trangThai\":4,\"ngay\":\"2026-03-01\",\"lePhi\":15,"
                                + "\"phienBan\":3,\"buoc\":[{\"so\":1,\"luc\":\"2026-03-01T08:00:00+07:00\",\"ma\":2},"
                                + "{\"luc\":\"2026-03-02T08:00:00Z\",\"ma\":\"4\"}]}")
                .get(0);
        assertThat(upsert.version()).isEqualTo(VersionKey.revision(3));
        assertThat(upsert.data()).hasToString(upsert.data().toString()).satisfies(data -> {
            Dossier dossier = (Dossier) data;
            assertThat(dossier.status().number()).isEqualTo(4);
            assertThat(dossier.sourceStatus()).isEqualTo("4");
            assertThat(dossier.procedureCode()).isEqualTo("01");
            assertThat(dossier.feeVnd()).hasValue(15_000);
            assertThat(dossier.steps()).hasSize(2);
            assertThat(dossier.steps().get(0).seq()).hasValue(1);
            assertThat(dossier.steps().get(1).org()).isEqualTo(Optional.of("HS1"));
            assertThat(dossier.steps().get(1).at()).isEqualTo(OffsetDateTime.parse("2026-03-02T08:00:00Z"));
        });
    }

    @Test
    void stepsOfListElementsPlacesAndPeriodsAreToldByTheirPath() throws Exception {
        Map<String, Step> dossier = steps(
                STATIONS,
                "{\"loai\":\"ho-so\",\"ma\":\"HS1\",\"trangThai\":4,\"ngay\":\"2026-03-01\",\"lePhi\":15,"
                        + "\"phienBan\":3,\"buoc\":[{\"luc\":\"2026-03-01T08:00:00Z\",\"ma\":2},"
                        + "{\"luc\":\"2026-03-02\",\"ma\":\"4\"}]}");
        assertThat(dossier.get("feeVnd").from()).isEqualTo(Map.of("lePhi", "15"));
        assertThat(dossier.get("feeVnd").to()).isEqualTo("15000");
        assertThat(dossier.get("steps[1].at").from()).isEqualTo(Map.of("luc", "2026-03-02"));
        assertThat(dossier.get("steps[1].at").to()).startsWith("2026-03-02T00:00");
        assertThat(dossier).doesNotContainKeys("at", "status", "org");

        Map<String, Step> indicator = steps(
                STATIONS,
                "{\"loai\":\"chi-tieu\",\"ma\":\"CT\",\"xa\":\"21439\",\"ky\":\"Quý I năm 2026\",\"giaTri\":1.25}");
        assertThat(indicator.get("period").from()).isEqualTo(Map.of("ky", "Quý I năm 2026"));
        assertThat(indicator.get("period").to()).isEqualTo("2026-01-01/2026-03-31");

        Map<String, Step> facility = steps(
                STATIONS.replace(
                        "      capacity: hocSinh\n",
                        "      location: { latitude: \"wgs84(bac, dong, '108-00').latitude\", longitude: \"wgs84(bac,"
                                + " dong, '108-00').longitude\" }\n"),
                "{\"loai\":\"truong\",\"ma\":\"T1\",\"ten\":\"A\",\"bac\":1640000,\"dong\":590000}");
        assertThat(facility.get("location.latitude").from()).isEqualTo(Map.of("bac", "1640000", "dong", "590000"));
        assertThat(facility.get("location.latitude").to()).startsWith("14.8");
        assertThat(facility.get("location.latitude").why()).contains("wgs84(", "108-00");
    }

    /** What is told of the first record, by field. */
    private static Map<String, Step> steps(String yaml, String text) throws Exception {
        @SuppressWarnings("unchecked")
        SourceAdapter<DeclaredSettings> adapter =
                (SourceAdapter<DeclaredSettings>) Sources.good(yaml).adapter();
        ExplainingNormalizer normalizer = (ExplainingNormalizer)
                adapter.normalizer(TestSource.of(new DeclaredSettings(Map.of()), AreaRegistry.builtIn()));
        Map<String, Step> first = new TreeMap<>();
        normalizer.explain(TestMessage.of("m.ndjson", text), (change, steps) -> {
            steps.forEach(step -> first.put(step.field(), step));
            return false;
        });
        return first;
    }

    @Test
    void anElementAtFaultIsNamedByItsPlace() throws Exception {
        Fault fault = fault(changes(
                        STATIONS,
                        "{\"loai\":\"ho-so\",\"ma\":\"HS1\",\"trangThai\":4,\"ngay\":\"2026-03-01\",\"phienBan\":3,"
                                + "\"buoc\":[{\"luc\":\"2026-03-01T08:00:00+07:00\",\"ma\":2},"
                                + "{\"luc\":\"2026-03-02T08:00:00Z\",\"ma\":\"99\"}]}")
                .get(0));
        assertThat(fault.where()).isEqualTo("steps[1].status");
        assertThat(fault.code()).isEqualTo("unknown-code");
    }

    @Test
    void mapsAndPeriodsAreFilled() throws Exception {
        Change.Upsert<?> upsert = (Change.Upsert<?>) changes(
                        STATIONS,
                        "{\"loai\":\"chi-tieu\",\"ma\":\"CT\",\"xa\":\"21439\",\"ky\":\"Quý I năm 2026\","
                                + "\"giaTri\":1.25,\"gioi\":\"nu\"}")
                .get(0);
        Indicator indicator = (Indicator) upsert.data();
        assertThat(indicator.area()).isEqualTo("21439");
        assertThat(indicator.period()).isEqualTo("2026-01-01/2026-03-31");
        assertThat(indicator.value()).isEqualTo(1.25);
        assertThat(indicator.breakdown()).isEqualTo(Map.of("gioiTinh", "nu", "nhom", "01"));
        assertThat(upsert.version()).isEqualTo(VersionKey.arrival());
    }

    @Test
    void aPlaceThatIsAlwaysTheSameIsThere() throws Exception {
        String yaml = STATIONS.replace(
                "      capacity: hocSinh\n", "      location: { latitude: 14.81, longitude: 108.96 }\n");
        Change.Upsert<?> upsert = (Change.Upsert<?>) changes(yaml, "{\"loai\":\"truong\",\"ma\":\"T1\",\"ten\":\"A\"}")
                .get(0);
        assertThat(((Facility) upsert.data()).location()).contains(new Location(108.96, 14.81));
    }

    @Test
    void aSensitiveSourceShowsUnknownCodesAndNoOtherValue() throws Exception {
        String yaml = Sources.reports().replace("sensitive: false", "sensitive: true");
        List<Change> changes = changes(
                yaml,
                "{\"MaPhanAnh\":\"PA-3\",\"TrangThai\":\"9\",\"NgayGui\":\"01/03/2026 09:00\"}\n"
                        + "{\"MaPhanAnh\":\"PA-4\",\"TrangThai\":\"1\",\"NgayGui\":\"31/02/2026 09:00\"}");
        assertThat(fault(changes.get(0)).message().en()).contains("«9»");
        assertThat(fault(changes.get(1)).where()).isEqualTo("requestedAt");
        assertThat(fault(changes.get(1)).message().toString()).doesNotContain("31/02");
    }

    @Test
    void aNameInTheColumnOfAreasIsNoPlaceOfAFault() throws Exception {
        String yaml = Sources.reports().replace("sensitive: false", "sensitive: true");
        String report = "{\"MaPhanAnh\":\"PA-3\",\"TrangThai\":\"1\",\"NgayGui\":\"01/03/2026 09:00\",\"MaXa\":\"%s\"}";
        Fault unknown = fault(changes(yaml, report.formatted("Trần Văn Mẫu")).get(0));
        assertThat(unknown.code()).isEqualTo("unknown-area");
        assertThat(unknown.where()).isEqualTo("area");
        assertThat(unknown.message().toString()).doesNotContain("Trần");
        assertThat(fault(changes(yaml, report.formatted("534")).get(0)).where()).isEqualTo("534");
    }

    @Test
    void anEndlessValueMakesNoEndlessSentence() throws Exception {
        Fault fault = fault(changes(
                        STATIONS,
                        "{\"loai\":\"chi-tieu\",\"ma\":\"CT\",\"xa\":\"21439\",\"ky\":\"" + "quý ".repeat(5_000)
                                + "\"}")
                .get(0));
        assertThat(fault.message().vi()).hasSizeLessThan(700);
    }
}
