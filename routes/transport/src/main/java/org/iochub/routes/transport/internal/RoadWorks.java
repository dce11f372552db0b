package org.iochub.routes.transport.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.iochub.api.Change;
import org.iochub.api.RawMessage;
import org.iochub.api.Source;
import org.iochub.api.read.DatedArea;
import org.iochub.api.read.JsonItem;
import org.iochub.api.read.JsonLimits;
import org.iochub.api.read.JsonRecords;
import org.iochub.api.read.Shown;
import org.iochub.api.read.SourceText;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.VersionKey;
import org.iochub.model.code.CodeMap;
import org.iochub.model.code.IncidentStatus;
import org.iochub.model.code.Severity;
import org.iochub.model.record.Incident;
import org.iochub.model.record.IncidentBuilder;
import org.iochub.model.record.Location;
import org.iochub.model.record.RecordTypes;

/** Turns a list of road works into incidents. */
final class RoadWorks {
    static final String LIST = "roadWorks";
    private static final CodeMap<IncidentStatus> STATUSES = CodeMap.of(
            "status",
            Map.of(
                    "planned", IncidentStatus.ACTIVE,
                    "active", IncidentStatus.ACTIVE,
                    "finished", IncidentStatus.RESOLVED,
                    "cancelled", IncidentStatus.CANCELLED));
    private static final CodeMap<Severity> CLOSURES =
            CodeMap.of("closure", Map.of("none", Severity.LOW, "partial", Severity.MEDIUM, "full", Severity.HIGH));

    private final Source<TransportSettings> source;
    private final DatedArea area;

    RoadWorks(Source<TransportSettings> source) {
        this.source = source;
        this.area = DatedArea.parse(source.settings().area(), "area");
    }

    Stream<Change> changes(RawMessage message) throws IOException {
        return JsonRecords.array(message, JsonLimits.DEFAULT, LIST).map(this::change);
    }

    private Change change(JsonItem item) {
        if (item instanceof JsonItem.Broken broken) {
            return broken.refusal();
        }
        JsonItem.Element element = (JsonItem.Element) item;
        try {
            return incident(element);
        } catch (FaultException e) {
            return new Change.Refusal(e.fault().within(element.raw().position()), element.raw());
        }
    }

    private Change incident(JsonItem.Element element) {
        JsonNode node = element.node();
        List<Fault> notes = new ArrayList<>();
        String closure = required(node, "closure");
        OffsetDateTime updated = time(required(node, "updatedAt"), "updatedAt");
        Optional<OffsetDateTime> from = text(node, "startsAt").map(text -> time(text, "startsAt"));
        Optional<OffsetDateTime> to = text(node, "endsAt").map(text -> time(text, "endsAt"));
        if (from.isPresent() && to.filter(from.get()::isAfter).isPresent()) {
            throw FaultException.of(
                    "impossible-date",
                    "endsAt",
                    "endsAt sớm hơn startsAt; hãy sửa ở nguồn.",
                    "endsAt lies before startsAt; mend it at the source.");
        }
        Incident incident = IncidentBuilder.builder()
                .incidentCode(required(node, "id"))
                .category("road-works")
                .subCategory(Optional.of("closure-" + closure))
                .severity(CLOSURES.require(closure))
                .title(SourceText.mended(required(node, "title"), "title", notes))
                .issuedAt(text(node, "announcedAt")
                        .map(text -> time(text, "announcedAt"))
                        .or(() -> from)
                        .orElse(updated))
                .validFrom(from)
                .validTo(to)
                .location(place(node, notes))
                .status(STATUSES.require(required(node, "status")))
                .sourceRef(text(node, "url"))
                .build();
        DatedArea.Resolved unit = unit(node, from.orElse(updated));
        unit.doubt().ifPresent(notes::add);
        return new Change.Upsert<>(
                RecordTypes.INCIDENT, incident, unit.ref(), VersionKey.at(updated.toInstant()), notes, element.raw());
    }

    /** The unit that the works name by its code, else the one of the settings. */
    private DatedArea.Resolved unit(JsonNode node, OffsetDateTime at) {
        LocalDate day = at.atZoneSameInstant(source.zone()).toLocalDate();
        Optional<String> code = text(node, "areaCode");
        if (code.filter(text -> !text.matches("[0-9]{1,8}")).isPresent()) {
            throw FaultException.of(
                    "unknown-code",
                    "areaCode",
                    "areaCode phải là mã đơn vị hành chính gồm chữ số; hãy sửa ở nguồn.",
                    "areaCode must be the digits of an administrative unit's code; mend it at the source.");
        }
        return code.map(text -> DatedArea.parse(text, "areaCode")).orElse(area).at(source.areas(), day);
    }

    private static Optional<Location> place(JsonNode node, List<Fault> notes) {
        Optional<String> lon = text(node, "lon");
        Optional<String> lat = text(node, "lat");
        return lon.isEmpty() && lat.isEmpty()
                ? Optional.empty()
                : Places.read(lon.orElse(""), lat.orElse(""), "lat", notes);
    }

    private static OffsetDateTime time(String text, String field) {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            throw FaultException.of(
                    "impossible-date",
                    field,
                    "«" + Shown.of(text) + "» ở " + field
                            + " không phải thời điểm có thật theo ISO 8601 kèm múi giờ; hãy sửa ở nguồn.",
                    "«" + Shown.of(text) + "» in " + field
                            + " is no real time in ISO 8601 with an offset; mend it at the source.");
        }
    }

    private static String required(JsonNode node, String field) {
        return text(node, field)
                .orElseThrow(() -> FaultException.of(
                        "missing-field",
                        field,
                        "Thiếu «" + field + "»; hãy bổ sung ở nguồn.",
                        "«" + field + "» is missing; add it at the source."));
    }

    /** Text or a number; anything else does not count. */
    private static Optional<String> text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isTextual() || value.isNumber()
                ? Optional.of(value.asText().strip()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }
}
