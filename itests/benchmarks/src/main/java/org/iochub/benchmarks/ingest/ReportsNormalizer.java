package org.iochub.benchmarks.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.iochub.api.Change;
import org.iochub.api.Normalizer;
import org.iochub.api.RawMessage;
import org.iochub.api.read.JsonItem;
import org.iochub.api.read.JsonLimits;
import org.iochub.api.read.JsonRecords;
import org.iochub.model.FaultException;
import org.iochub.model.VersionKey;
import org.iochub.model.area.AreaRef;
import org.iochub.model.code.CodeMap;
import org.iochub.model.code.ReportKind;
import org.iochub.model.code.ReportStatus;
import org.iochub.model.record.CitizenReport;
import org.iochub.model.record.CitizenReportBuilder;
import org.iochub.model.record.Location;
import org.iochub.model.record.RecordTypes;
import org.iochub.model.text.VietnameseText;

/** Reads the made-up lines as an adapter reads its source: text mended, codes mapped, times and places typed. */
public final class ReportsNormalizer implements Normalizer {
    private static final LocalDate REFORM = LocalDate.of(2025, 7, 1);

    private final CodeMap<ReportStatus> statuses = CodeMap.of(
            "status",
            Map.of(
                    "open", ReportStatus.RECEIVED,
                    "acknowledged", ReportStatus.ASSIGNED,
                    "in_progress", ReportStatus.IN_PROCESS,
                    "answered", ReportStatus.ANSWERED,
                    "closed", ReportStatus.CLOSED));

    @Override
    public Stream<Change> normalize(RawMessage message) throws IOException {
        return JsonRecords.lines(message, JsonLimits.DEFAULT).map(this::change);
    }

    private Change change(JsonItem item) {
        if (!(item instanceof JsonItem.Element element)) {
            return ((JsonItem.Broken) item).refusal();
        }
        try {
            return report(element);
        } catch (FaultException e) {
            return new Change.Refusal(e.fault(), element.raw());
        }
    }

    private Change report(JsonItem.Element element) {
        JsonNode node = element.node();
        String status = required(node, "status");
        OffsetDateTime requested = time(required(node, "requested_datetime"), "requested_datetime");
        Optional<OffsetDateTime> updated = text(node, "updated_datetime").map(text -> time(text, "updated_datetime"));
        CitizenReport report = CitizenReportBuilder.builder()
                .reportCode(required(node, "service_request_id"))
                .kind(ReportKind.FIELD)
                .serviceCode(required(node, "service_code"))
                .serviceName(text(node, "service_name"))
                .text(text(node, "description"))
                .status(statuses.require(status))
                .sourceStatus(status)
                .location(location(node))
                .address(text(node, "address"))
                .channel(text(node, "channel"))
                .requestedAt(requested)
                .updatedAt(updated)
                .build();
        Optional<AreaRef> area = text(node, "ward").map(code -> new AreaRef(code, REFORM));
        VersionKey version = VersionKey.at(updated.orElse(requested).toInstant());
        return new Change.Upsert<>(RecordTypes.CITIZEN_REPORT, report, area, version, element.raw());
    }

    private static Optional<Location> location(JsonNode node) {
        JsonNode latitude = node.path("lat");
        JsonNode longitude = node.path("long");
        return latitude.isNumber() && longitude.isNumber()
                ? Optional.of(new Location(longitude.doubleValue(), latitude.doubleValue()))
                : Optional.empty();
    }

    private static Optional<String> text(JsonNode node, String field) {
        return Optional.ofNullable(node.path(field).textValue())
                .map(VietnameseText::require)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static String required(JsonNode node, String field) {
        return text(node, field)
                .orElseThrow(() ->
                        FaultException.of("missing-field", field, "Thiếu «" + field + "».", field + " is missing."));
    }

    private static OffsetDateTime time(String text, String field) {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeParseException e) {
            throw FaultException.of("impossible-date", field, "Ngày giờ không có thật.", "This is no real time.");
        }
    }
}
