package org.iochub.routes.fieldreports.internal;

import java.io.IOException;
import java.io.InputStream;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.iochub.api.Change;
import org.iochub.api.Normalizer;
import org.iochub.api.RawMessage;
import org.iochub.api.Source;
import org.iochub.api.read.AddressArea;
import org.iochub.api.read.IsoTimes;
import org.iochub.api.read.JsonItem;
import org.iochub.api.read.JsonLimits;
import org.iochub.api.read.JsonRecords;
import org.iochub.api.read.Locations;
import org.iochub.api.read.ReportStatuses;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.VersionKey;
import org.iochub.model.area.AreaRef;
import org.iochub.model.code.CodeMap;
import org.iochub.model.code.ReportKind;
import org.iochub.model.code.ReportStatus;
import org.iochub.model.record.CitizenReport;
import org.iochub.model.record.CitizenReportBuilder;
import org.iochub.model.record.RecordTypes;

/**
 * Turns a page of service requests into citizen reports. Of the person who reported it reads {@code account_id} alone,
 * and keeps of that a keyed digest: names, telephone numbers and addresses of mail are never looked at.
 */
final class FieldReportsNormalizer implements Normalizer {
    private final Source<FieldReportsSettings> source;
    private final IsoTimes times;
    private final CodeMap<ReportStatus> statuses;
    private final AddressArea areas;

    FieldReportsNormalizer(Source<FieldReportsSettings> source) {
        FieldReportsSettings settings = source.settings();
        this.source = source;
        this.times = new IsoTimes(settings.missingOffset(), source.zone());
        this.statuses = ReportStatuses.parse(
                "statusMap", "status", settings.statusList().with(settings.statusMap()));
        this.areas = new AddressArea(source.areas(), settings.areas(), settings.within());
    }

    @Override
    public Stream<Change> normalize(RawMessage message) throws IOException {
        return ServiceRequests.in(message).map(item -> change(item, message.receivedAt()));
    }

    /** A request stands for itself: nothing of it is said elsewhere in its page. */
    @Override
    public Optional<Stream<Change>> normalizePart(RawMessage part, String position) throws IOException {
        try (InputStream in = part.open()) {
            byte[] bytes = in.readNBytes(JsonLimits.DEFAULT.elementBytes() + 1);
            JsonItem item = JsonRecords.document(position, bytes, JsonLimits.DEFAULT);
            return Optional.of(Stream.of(change(item, part.receivedAt())));
        }
    }

    private Change change(JsonItem item, OffsetDateTime received) {
        if (item instanceof JsonItem.Element element) {
            try {
                return report(element, received);
            } catch (FaultException e) {
                return new Change.Refusal(e.fault(), element.raw());
            }
        }
        return ((JsonItem.Broken) item).refusal();
    }

    private Change report(JsonItem.Element element, OffsetDateTime received) {
        List<Fault> notes = new ArrayList<>();
        ReportFields fields = new ReportFields(element.node(), notes);
        String statusField = source.settings().statusFields().stream()
                .filter(field -> fields.text(field).isPresent())
                .findFirst()
                .orElse("status");
        String sourceStatus = fields.required(statusField);
        ReportStatus status = statuses.require(sourceStatus);
        OffsetDateTime requested = time(fields.required("requested_datetime"), "requested_datetime", notes);
        Optional<OffsetDateTime> updated =
                fields.text("updated_datetime").map(text -> time(text, "updated_datetime", notes));
        doubtTimes(requested, updated, received, notes);
        Optional<String> address = fields.text("address");
        MediaRefs media = MediaRefs.read(fields.node(), times, notes);
        CitizenReport report = CitizenReportBuilder.builder()
                .reportCode(fields.required("service_request_id"))
                .kind(ReportKind.FIELD)
                .serviceCode(fields.required("service_code"))
                .serviceName(fields.text("service_name"))
                .text(fields.text("description"))
                .status(status)
                .sourceStatus(sourceStatus)
                .statusNotes(fields.text("status_notes"))
                .location(Locations.read(fields.text("lat"), "lat", fields.text("long"), "long", notes))
                .address(address)
                .requestedAt(requested)
                .expectedAt(expected(fields, notes))
                .updatedAt(updated)
                .agency(fields.text("agency_responsible"))
                .mediaRefs(media.urls())
                .media(media.media())
                .reporterRef(fields.text("account_id").map(source::pseudonym))
                .build();
        Optional<String> jurisdiction =
                fields.text("jurisdiction_id").or(() -> source.settings().jurisdiction());
        Optional<AreaRef> area = areas.of(
                jurisdiction,
                address,
                requested.atZoneSameInstant(source.zone()).toLocalDate(),
                notes);
        VersionKey version = VersionKey.at(updated.orElse(requested).toInstant());
        return new Change.Upsert<>(RecordTypes.CITIZEN_REPORT, report, area, version, notes, element.raw());
    }

    private OffsetDateTime time(String text, String field, List<Fault> notes) {
        return times.read(text, field).noted(field, notes);
    }

    /** A promise that cannot be read is no reason to lose the report. */
    private Optional<OffsetDateTime> expected(ReportFields fields, List<Fault> notes) {
        try {
            return fields.text("expected_datetime").map(text -> time(text, "expected_datetime", notes));
        } catch (FaultException e) {
            notes.add(e.fault());
            return Optional.empty();
        }
    }

    private static void doubtTimes(
            OffsetDateTime requested, Optional<OffsetDateTime> updated, OffsetDateTime received, List<Fault> notes) {
        if (requested.isAfter(received.plusDays(1))) {
            notes.add(Fault.of(
                    "future-date",
                    "requested_datetime",
                    "Thời điểm gửi nằm ở tương lai; hãy kiểm tra đồng hồ của nguồn.",
                    "The report comes from the future; check the clock of the source."));
        }
        if (updated.filter(requested::isAfter).isPresent()) {
            notes.add(Fault.of(
                    "dates-out-of-order",
                    "updated_datetime",
                    "Thời điểm cập nhật sớm hơn thời điểm gửi; hãy kiểm tra ở nguồn.",
                    "The report was updated before it was made; check it at the source."));
        }
    }
}
