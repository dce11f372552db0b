package org.iochub.routes.citizenlink.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iochub.api.Change;
import org.iochub.api.RawPart;
import org.iochub.api.Source;
import org.iochub.api.read.AddressArea;
import org.iochub.api.read.IsoTimes;
import org.iochub.api.read.Locations;
import org.iochub.api.read.ReportStatuses;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.VersionKey;
import org.iochub.model.area.AreaRef;
import org.iochub.model.code.CodeMap;
import org.iochub.model.code.ReportStatus;
import org.iochub.model.record.CitizenReport;
import org.iochub.model.record.CitizenReportBuilder;
import org.iochub.model.record.RecordTypes;

/** Makes a citizen report of an event that tells of a report, new or changed. */
final class Reports {
    private static final String CHANNEL = "app";

    private final Source<CitizenLinkSettings> source;
    private final IsoTimes times;
    private final CodeMap<ReportStatus> statuses;
    private final AddressArea areas;

    Reports(Source<CitizenLinkSettings> source) {
        CitizenLinkSettings settings = source.settings();
        this.source = source;
        this.times = new IsoTimes(settings.missingOffset(), source.zone());
        this.statuses = ReportStatuses.parse("statuses", "status", settings.statuses());
        this.areas = new AddressArea(source.areas(), List.of(), settings.within());
    }

    /** @throws FaultException when it cannot be taken */
    Change read(EventFields fields, RawPart raw, OffsetDateTime received) {
        List<Fault> notes = fields.notes();
        String sourceStatus = fields.required("status");
        OffsetDateTime sent = time(fields, "sentAt").orElseThrow(() -> missing("sentAt"));
        Optional<OffsetDateTime> updated = time(fields, "updatedAt");
        if (sent.isAfter(received.plusDays(1))) {
            notes.add(Fault.of(
                    "future-date",
                    "sentAt",
                    "Thời điểm gửi nằm ở tương lai; hãy kiểm tra đồng hồ của nguồn.",
                    "The report comes from the future; check the clock of the source."));
        }
        EventFields category = new EventFields(fields.node().path("category"), notes);
        Optional<String> address = fields.text("address");
        ReportStatus status = statuses.require(sourceStatus);
        CitizenReport report = CitizenReportBuilder.builder()
                .reportCode(fields.required("report"))
                .kind(source.settings().kind())
                .serviceCode(category.required("code"))
                .serviceName(category.text("name"))
                .text(fields.text("text"))
                .status(status)
                .sourceStatus(sourceStatus)
                .location(Locations.read(fields.text("lat"), "lat", fields.text("lon"), "lon", notes))
                .address(address)
                .channel(Optional.of(CHANNEL))
                .requestedAt(sent)
                .expectedAt(time(fields, "dueAt"))
                .updatedAt(updated)
                .closedAt(status == ReportStatus.CLOSED ? updated : Optional.empty())
                .agency(fields.text("agency"))
                .mediaRefs(photos(fields.node().path("photos"), notes))
                .reporterRef(new EventFields(fields.node().path("user"), new ArrayList<>())
                        .text("id")
                        .map(source::pseudonym))
                .build();
        Optional<AreaRef> area = areas.of(
                Optional.empty(), address, sent.atZoneSameInstant(source.zone()).toLocalDate(), notes);
        return new Change.Upsert<>(
                RecordTypes.CITIZEN_REPORT,
                report,
                area,
                VersionKey.at(updated.orElse(sent).toInstant()),
                notes,
                raw);
    }

    private Optional<OffsetDateTime> time(EventFields fields, String field) {
        return fields.text(field).map(text -> times.read(text, field).noted(field, fields.notes()));
    }

    private static List<String> photos(JsonNode photos, List<Fault> notes) {
        List<String> refs = new ArrayList<>();
        for (JsonNode photo : photos) {
            if (photo.asText("").matches("https?://\\S{1,2000}")) {
                refs.add(photo.asText());
            } else {
                notes.add(Fault.of(
                        "bad-media-url",
                        "photos",
                        "Địa chỉ ảnh không phải là http(s) nên được bỏ qua.",
                        "An address of a picture is not http(s) and is left out."));
            }
        }
        return refs;
    }

    private static FaultException missing(String field) {
        return FaultException.of(
                "missing-field",
                field,
                "Thiếu trường bắt buộc «" + field + "»; hãy bổ sung ở nguồn.",
                "The required field \"" + field + "\" is missing; add it at the source.");
    }
}
