package org.iochub.routes.@package@.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.iochub.api.Change;
import org.iochub.api.Normalizer;
import org.iochub.api.RawMessage;
import org.iochub.api.Source;
import org.iochub.api.read.JsonItem;
import org.iochub.api.read.JsonLimits;
import org.iochub.api.read.JsonRecords;
import org.iochub.api.read.Shown;
import org.iochub.model.FaultException;
import org.iochub.model.VersionKey;
import org.iochub.model.code.ReportKind;
import org.iochub.model.code.ReportStatus;
import org.iochub.model.record.CitizenReport;
import org.iochub.model.record.CitizenReportBuilder;
import org.iochub.model.record.RecordTypes;

/** Turns each line into a citizen report. Pure: what it gives depends on the message and the settings alone. */
final class @Class@Normalizer implements Normalizer {
    // Strict: 30 February is a mistake of the source, not 2 March.
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withResolverStyle(ResolverStyle.STRICT);

    private final ZoneId zone;
    private final Map<String, ReportStatus> statuses = new HashMap<>();

    @Class@Normalizer(Source<@Class@Settings> source) {
        this.zone = source.zone();
        for (String pair : source.settings().statuses()) {
            String[] sides = pair.split("=", 2);
            statuses.put(sides[0].strip(), status(sides.length == 2 ? sides[1].strip() : "", pair));
        }
    }

    @Override
    public Stream<Change> normalize(RawMessage message) throws IOException {
        return JsonRecords.lines(message, JsonLimits.DEFAULT).map(this::change);
    }

    private Change change(JsonItem item) {
        if (item instanceof JsonItem.Broken broken) {
            return broken.refusal();
        }
        try {
            return report((JsonItem.Element) item);
        } catch (FaultException e) {
            return new Change.Refusal(e.fault(), item.raw());
        }
    }

    private Change report(JsonItem.Element item) {
        JsonNode line = item.node();
        String sourceStatus = required(line, "trangThai");
        OffsetDateTime updated = time(line, "ngayCapNhat");
        CitizenReport report = CitizenReportBuilder.builder()
                .reportCode(required(line, "ma"))
                .kind(ReportKind.FIELD)
                .serviceCode(required(line, "linhVuc"))
                .text(text(line, "noiDung"))
                .status(known(sourceStatus))
                .sourceStatus(sourceStatus)
                .requestedAt(time(line, "ngayGui"))
                .updatedAt(updated)
                .build();
        return new Change.Upsert<>(
                RecordTypes.CITIZEN_REPORT, report, Optional.empty(), VersionKey.at(updated.toInstant()), item.raw());
    }

    private ReportStatus known(String status) {
        return Optional.ofNullable(statuses.get(status))
                .orElseThrow(() -> FaultException.of(
                        "unknown-code",
                        "trangThai",
                        "Trạng thái «" + Shown.of(status) + "» chưa có nghĩa; hãy khai ở statuses.",
                        "The status \"" + Shown.of(status) + "\" has no meaning yet; add it to statuses."));
    }

    private OffsetDateTime time(JsonNode line, String field) {
        String text = required(line, field);
        try {
            return LocalDateTime.parse(text, TIME).atZone(zone).toOffsetDateTime();
        } catch (DateTimeParseException e) {
            throw FaultException.of(
                    "impossible-date",
                    field,
                    "«" + Shown.of(text) + "» ở «" + field + "» không phải thời điểm dạng yyyy-MM-dd HH:mm.",
                    "\"" + Shown.of(text) + "\" in \"" + field + "\" is no time like yyyy-MM-dd HH:mm.");
        }
    }

    private static String required(JsonNode line, String field) {
        return text(line, field)
                .orElseThrow(() -> FaultException.of(
                        "missing-field",
                        field,
                        "Thiếu trường «" + field + "»; hãy bổ sung ở nguồn.",
                        "The field \"" + field + "\" is missing; add it at the source."));
    }

    private static Optional<String> text(JsonNode line, String field) {
        return Optional.of(line.path(field).asText("").strip()).filter(text -> !text.isEmpty());
    }

    private static ReportStatus status(String code, String pair) {
        return Arrays.stream(ReportStatus.values())
                .filter(status -> status.code().equals(code))
                .findFirst()
                .orElseThrow(() -> FaultException.of(
                        "bad-setting",
                        "statuses",
                        "«" + pair + "» không có dạng nguồn=received; xem các mã trong tệp mẫu.",
                        "\"" + pair + "\" is not of the form source=received; the template lists the codes."));
    }
}
