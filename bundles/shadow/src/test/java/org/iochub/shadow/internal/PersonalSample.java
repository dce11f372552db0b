package org.iochub.shadow.internal;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.iochub.api.Change;
import org.iochub.api.RawPart;
import org.iochub.model.VersionKey;
import org.iochub.model.code.ReportKind;
import org.iochub.model.code.ReportStatus;
import org.iochub.model.record.CitizenReportBuilder;
import org.iochub.model.record.Location;
import org.iochub.model.record.RecordTypes;

/** A made-up report with a telephone number in what the person wrote, and where it is. */
final class PersonalSample {
    private PersonalSample() {}

    static Change report(String text, String phone) {
        return new Change.Upsert<>(
                RecordTypes.CITIZEN_REPORT,
                CitizenReportBuilder.builder()
                        .reportCode("PA-1")
                        .kind(ReportKind.FIELD)
                        .serviceCode("GT")
                        .text(text + ", gọi " + phone)
                        .status(ReportStatus.RECEIVED)
                        .sourceStatus("1")
                        .location(new Location(108.96, Double.parseDouble("14." + phone.substring(8))))
                        .address(phone.substring(7) + " Hùng Vương")
                        .requestedAt(OffsetDateTime.parse("2026-03-01T07:30:00+07:00"))
                        .build(),
                Optional.empty(),
                VersionKey.arrival(),
                RawPart.of("line 1", "x"));
    }
}
