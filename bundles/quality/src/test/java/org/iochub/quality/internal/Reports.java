package org.iochub.quality.internal;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.iochub.api.Change;
import org.iochub.model.Fault;
import org.iochub.model.VersionKey;
import org.iochub.model.area.AreaRef;
import org.iochub.model.area.AreaRegistry;
import org.iochub.model.code.ReportKind;
import org.iochub.model.code.ReportStatus;
import org.iochub.model.record.CitizenReport;
import org.iochub.model.record.CitizenReportBuilder;
import org.iochub.model.record.Location;
import org.iochub.model.record.RecordTypes;

/** Made-up reports, with dirt of every kind. */
final class Reports {
    static final Optional<AreaRef> DUC_PHO = area("21439");
    static final Optional<AreaRef> CAM_THANH = area("21025");

    private Reports() {}

    static Optional<AreaRef> area(String code) {
        return Optional.of(AreaRegistry.builtIn().require(code, LocalDate.parse("2026-03-02")));
    }

    /** With every wished-for field. */
    static CitizenReportBuilder full(String code, String text, String at) {
        return bare(code, at)
                .serviceName("Chiếu sáng")
                .text(text)
                .location(new Location(108.9, 14.8))
                .address("Đường thử nghiệm")
                .channel("app")
                .expectedAt(OffsetDateTime.parse(at).plusDays(3))
                .agency("Đội quản lý đô thị");
    }

    /** Without any. */
    static CitizenReportBuilder bare(String code, String at) {
        return CitizenReportBuilder.builder()
                .reportCode(code)
                .kind(ReportKind.FIELD)
                .serviceCode("lighting")
                .status(ReportStatus.RECEIVED)
                .sourceStatus("moi")
                .requestedAt(OffsetDateTime.parse(at));
    }

    static Change taken(CitizenReportBuilder report, Optional<AreaRef> area, long version, String... notes) {
        CitizenReport data = report.build();
        return new Change.Upsert<>(
                RecordTypes.CITIZEN_REPORT,
                data,
                area,
                VersionKey.revision(version),
                List.of(notes).stream().map(Reports::fault).toList(),
                RealHub.raw(data.reportCode() + version));
    }

    static Change refused(String code, String raw) {
        return new Change.Refusal(fault(code), RealHub.raw(raw));
    }

    static Change deleted(String code, String at, long version) {
        return new Change.Delete(
                RecordTypes.CITIZEN_REPORT,
                List.of(code),
                OffsetDateTime.parse(at),
                VersionKey.revision(version),
                RealHub.raw("delete " + code));
    }

    private static Fault fault(String code) {
        return Fault.of(code, "field", "Một lỗi thử nghiệm.", "A fault of the test.");
    }
}
