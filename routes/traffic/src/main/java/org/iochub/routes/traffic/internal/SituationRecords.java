package org.iochub.routes.traffic.internal;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.api.Change;
import org.iochub.api.RawPart;
import org.iochub.api.Source;
import org.iochub.api.read.DatedArea;
import org.iochub.api.read.IsoTimes;
import org.iochub.api.read.SourceText;
import org.iochub.api.read.XmlElement;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.VersionKey;
import org.iochub.model.area.AreaRef;
import org.iochub.model.code.CodeMap;
import org.iochub.model.code.IncidentStatus;
import org.iochub.model.code.Severity;
import org.iochub.model.record.Incident;
import org.iochub.model.record.IncidentBuilder;
import org.iochub.model.record.Location;
import org.iochub.model.record.RecordTypes;

/** Makes an incident of a situation record; what is not real, such as an exercise, is none. */
final class SituationRecords {
    private static final int LONGEST_TITLE = 2_000;
    private static final CodeMap<Boolean> REAL = CodeMap.of(
            "informationStatus",
            Map.of("real", true, "securityExercise", false, "technicalExercise", false, "test", false));
    private static final CodeMap<Severity> SEVERITY = CodeMap.of(
            "severity",
            Map.of(
                    "highest", Severity.CRITICAL,
                    "high", Severity.HIGH,
                    "medium", Severity.MEDIUM,
                    "low", Severity.LOW,
                    "lowest", Severity.INFORMATIONAL,
                    "none", Severity.INFORMATIONAL,
                    "unknown", Severity.INFORMATIONAL));
    private static final CodeMap<IncidentStatus> VALIDITY = CodeMap.of(
            "validityStatus",
            Map.of(
                    "active", IncidentStatus.ACTIVE,
                    "definedByValidityTimeSpec", IncidentStatus.ACTIVE,
                    "suspended", IncidentStatus.RESOLVED));

    private final Source<SituationsSettings> source;
    private final IsoTimes times;
    private final Optional<DatedArea> area;

    SituationRecords(Source<SituationsSettings> source) {
        this.source = source;
        this.times = new IsoTimes(source.settings().missingOffset(), source.zone());
        this.area = source.settings().area().map(code -> DatedArea.parse(code, "area"));
    }

    /**
     * @return empty for exercises and tests
     * @throws FaultException when it cannot be taken
     */
    Optional<Change> read(XmlElement situation, XmlElement record, RawPart raw) {
        Optional<String> information = situation.text("headerInformation", "informationStatus");
        if (!information.map(REAL::require).orElse(true)) {
            return Optional.empty();
        }
        List<Fault> notes = new ArrayList<>();
        String kind = SituationKinds.require(record.attribute("type").orElseThrow(() -> missing("xsi:type")));
        String id = record.attribute("id").orElseThrow(() -> missing("id"));
        OffsetDateTime version = time(record, notes, "situationRecordVersionTime")
                .orElseThrow(() -> missing("situationRecordVersionTime"));
        OffsetDateTime created =
                time(record, notes, "situationRecordCreationTime").orElse(version);
        Incident incident = IncidentBuilder.builder()
                .incidentCode(situation.attribute("id").map(of -> of + "/" + id).orElse(id))
                .category("traffic")
                .subCategory(Optional.of(SituationKinds.code(kind)))
                .severity(severity(situation, record, notes))
                .title(title(record, kind, notes))
                .issuedAt(created)
                .validFrom(time(record, notes, "validity", "validityTimeSpecification", "overallStartTime"))
                .validTo(time(record, notes, "validity", "validityTimeSpecification", "overallEndTime"))
                .location(location(record, notes))
                .status(status(record, created, version))
                .sourceRef(record.attribute("version").map(number -> id + ", version " + number))
                .build();
        Optional<AreaRef> where = area.flatMap(unit -> {
            DatedArea.Resolved resolved = unit.at(
                    source.areas(), created.atZoneSameInstant(source.zone()).toLocalDate());
            resolved.doubt().ifPresent(notes::add);
            return resolved.ref();
        });
        return Optional.of(new Change.Upsert<>(
                RecordTypes.INCIDENT, incident, where, VersionKey.at(version.toInstant()), notes, raw));
    }

    private static Severity severity(XmlElement situation, XmlElement record, List<Fault> notes) {
        Optional<String> written = record.text("severity").or(() -> situation.text("overallSeverity"));
        if (written.filter(code -> !code.equals("unknown")).isEmpty()) {
            notes.add(Fault.of(
                    "severity-unknown",
                    "severity",
                    "Nguồn không cho biết mức độ; tạm xếp mức thông tin.",
                    "The source does not say the severity; it counts as informational."));
        }
        return written.map(SEVERITY::require).orElse(Severity.INFORMATIONAL);
    }

    private static IncidentStatus status(XmlElement record, OffsetDateTime created, OffsetDateTime version) {
        if (isTrue(record, "cancel")) {
            return IncidentStatus.CANCELLED;
        }
        IncidentStatus said = VALIDITY.require(
                record.text("validity", "validityStatus").orElseThrow(() -> missing("validityStatus")));
        if (isTrue(record, "end") || said == IncidentStatus.RESOLVED) {
            return IncidentStatus.RESOLVED;
        }
        return version.isAfter(created) ? IncidentStatus.UPDATED : said;
    }

    private static boolean isTrue(XmlElement record, String what) {
        return record.text("management", "lifeCycleManagement", what)
                .filter(value -> value.equals("true") || value.equals("1"))
                .isPresent();
    }

    /** The comment in Vietnamese, else its first; without one what the kind is called. */
    private static String title(XmlElement record, String kind, List<Fault> notes) {
        List<XmlElement> values = record.children("generalPublicComment").stream()
                .flatMap(comment -> comment.find("comment", "values").stream())
                .flatMap(all -> all.children("value").stream())
                .filter(value -> !value.text().isEmpty())
                .toList();
        String title = values.stream()
                .filter(value -> value.attribute("lang").orElse("").startsWith("vi"))
                .findFirst()
                .or(() -> values.stream().findFirst())
                .map(value -> SourceText.mended(value.text(), "generalPublicComment", notes))
                .orElse(SituationKinds.title(kind));
        return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE - 1) + "…";
    }

    /** The first point anywhere in the location: its element is called differently from version to version. */
    private static Optional<Location> location(XmlElement record, List<Fault> notes) {
        Optional<XmlElement> point =
                Points.find(record, "pointCoordinates").or(() -> Points.find(record, "coordinatesForDisplay"));
        return point.flatMap(at -> Points.read(at.text("latitude"), at.text("longitude"), notes));
    }

    private Optional<OffsetDateTime> time(XmlElement record, List<Fault> notes, String... path) {
        String field = path[path.length - 1];
        return record.text(path).map(text -> times.read(text, field).noted(field, notes));
    }

    private static FaultException missing(String field) {
        return FaultException.of(
                "missing-field",
                field,
                "Thiếu «" + field + "» trong situationRecord; hãy bổ sung ở nguồn.",
                "The situationRecord lacks \"" + field + "\"; add it at the source.");
    }
}
