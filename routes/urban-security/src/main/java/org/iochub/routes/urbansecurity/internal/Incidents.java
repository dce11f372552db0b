package org.iochub.routes.urbansecurity.internal;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.iochub.api.Change;
import org.iochub.api.RawPart;
import org.iochub.api.Source;
import org.iochub.api.read.IsoTimes;
import org.iochub.api.read.XmlElement;
import org.iochub.model.Fault;
import org.iochub.model.VersionKey;
import org.iochub.model.area.AreaRef;
import org.iochub.model.code.CodeMap;
import org.iochub.model.code.IncidentStatus;
import org.iochub.model.code.Severity;
import org.iochub.model.record.Incident;
import org.iochub.model.record.IncidentBuilder;
import org.iochub.model.record.RecordTypes;

/** Makes the incident of an alert. */
final class Incidents {
    private static final int LONGEST_CODE = 200;
    private static final int LONGEST_SUBCATEGORY = 64;
    private static final int LONGEST_TITLE = 2_000;

    /** Whether a message is meant for people now. */
    private static final CodeMap<Boolean> ACTUAL = CodeMap.of(
            "status", Map.of("Actual", true, "Exercise", false, "System", false, "Test", false, "Draft", false));

    private static final CodeMap<Optional<IncidentStatus>> TYPES = CodeMap.of(
            "msgType",
            Map.of(
                    "Alert", Optional.of(IncidentStatus.ACTIVE),
                    "Update", Optional.of(IncidentStatus.UPDATED),
                    "Cancel", Optional.of(IncidentStatus.CANCELLED),
                    // Between systems, about messages.
                    "Ack", Optional.empty(),
                    "Error", Optional.empty()));

    private static final CodeMap<String> CATEGORIES = CodeMap.of(
            "category",
            Stream.of(
                            "Geo",
                            "Met",
                            "Safety",
                            "Security",
                            "Rescue",
                            "Fire",
                            "Health",
                            "Env",
                            "Transport",
                            "Infra",
                            "CBRNE",
                            "Other")
                    .collect(Collectors.toMap(Function.identity(), code -> code.toLowerCase(Locale.ROOT))));

    private static final CodeMap<Boolean> SCOPES =
            CodeMap.of("scope", Map.of("Public", true, "Restricted", true, "Private", true));

    private final Source<UrbanSecuritySettings> source;
    private final IsoTimes times;
    private final AlertArea areas;
    private final Set<String> scopes;

    Incidents(Source<UrbanSecuritySettings> source) {
        this.source = source;
        this.times = new IsoTimes(source.settings().missingOffset(), source.zone());
        this.areas = new AlertArea(source.areas(), source.settings());
        this.scopes = Set.copyOf(source.settings().scopes());
    }

    /**
     * The change that an alert makes; empty for exercises, tests, drafts, acknowledgements and other scopes.
     *
     * @param root what the route found it to go back to
     * @throws org.iochub.model.FaultException when it cannot be taken
     */
    Optional<Change> of(XmlElement alert, Optional<String> root, RawPart raw) {
        boolean actual = ACTUAL.require(CapFields.required(alert, "status"));
        Optional<IncidentStatus> status = TYPES.require(CapFields.required(alert, "msgType"));
        String scope = CapFields.required(alert, "scope");
        SCOPES.require(scope);
        if (!actual || status.isEmpty() || !scopes.contains(scope)) {
            return Optional.empty();
        }
        return Optional.of(incident(alert, status.get(), root, raw));
    }

    private Change incident(XmlElement alert, IncidentStatus said, Optional<String> root, RawPart raw) {
        List<Fault> notes = new ArrayList<>();
        CapReference own = CapReference.parse(CapFields.required(alert, "sender") + ","
                + CapFields.required(alert, "identifier") + "," + CapFields.required(alert, "sent"));
        OffsetDateTime sent = times.read(own.sent(), "sent").noted("sent", notes);
        CapReference first = root.flatMap(CapReference::find)
                .or(() -> alert.text("references")
                        .map(text -> CapReference.all(text, times).get(0)))
                .orElse(own);
        if (said != IncidentStatus.ACTIVE && first.equals(own)) {
            notes.add(Fault.of(
                    "no-references",
                    "references",
                    "Bản cập nhật hoặc hủy không nói là của cảnh báo nào; hãy bổ sung references ở nguồn.",
                    "The update or cancellation does not say of which alert; add references at the source."));
        }
        Optional<XmlElement> info = Infos.choose(alert, notes);
        IncidentBuilder incident = IncidentBuilder.builder()
                .incidentCode(code(first))
                .issuedAt(first.time(times))
                .status(said)
                .sourceRef(Optional.of(own.toString()).filter(text -> text.length() <= 500));
        if (info.isPresent()) {
            fill(incident, info.get(), said, notes);
        } else if (said == IncidentStatus.CANCELLED) {
            cancelled(incident, first, notes);
        } else {
            CapFields.required(alert, "info");
        }
        List<XmlElement> places = info.map(one -> one.children("area")).orElse(List.of());
        Optional<AreaRef> area = info.isEmpty()
                ? Optional.empty()
                : areas.of(places, sent.atZoneSameInstant(source.zone()).toLocalDate(), notes);
        Incident made = incident.location(Shapes.locate(places, notes)).build();
        return new Change.Upsert<>(RecordTypes.INCIDENT, made, area, VersionKey.at(sent.toInstant()), notes, raw);
    }

    private void fill(IncidentBuilder incident, XmlElement info, IncidentStatus said, List<Fault> notes) {
        String event = CapFields.text(info, "event", notes).orElseGet(() -> CapFields.required(info, "event"));
        Optional<OffsetDateTime> effective = time(info, "onset", notes).or(() -> time(info, "effective", notes));
        Optional<OffsetDateTime> expires = time(info, "expires", notes);
        if (effective.isPresent() && expires.filter(effective.get()::isAfter).isPresent()) {
            notes.add(Fault.of(
                    "dates-out-of-order",
                    "expires",
                    "Cảnh báo hết hiệu lực trước khi có hiệu lực; hãy kiểm tra ở nguồn.",
                    "The alert expires before it takes effect; check it at the source."));
        }
        boolean over = info.children("responseType").stream()
                .anyMatch(type -> type.text().equals("AllClear"));
        incident.category(CATEGORIES.require(CapFields.required(info, "category")))
                .subCategory(info.text("eventCode", "value")
                        .or(() -> Optional.of(event))
                        .filter(text -> text.length() <= LONGEST_SUBCATEGORY))
                .severity(Severities.of(info, notes))
                .title(cut(CapFields.text(info, "headline", notes).orElse(event)))
                .validFrom(effective)
                .validTo(expires)
                .status(over && said != IncidentStatus.CANCELLED ? IncidentStatus.RESOLVED : said);
    }

    /** CAP lets a cancellation say no more than what it cancels; the history keeps what was known. */
    private static void cancelled(IncidentBuilder incident, CapReference first, List<Fault> notes) {
        notes.add(Fault.of(
                "cancel-without-info",
                "info",
                "Bản hủy không nhắc lại nội dung cảnh báo; nội dung trước đó nằm trong lịch sử của bản ghi.",
                "The cancellation does not repeat what it cancels; the record's history has it."));
        incident.category("other").severity(Severity.INFORMATIONAL).title(cut("Hủy cảnh báo " + first.identifier()));
    }

    private Optional<OffsetDateTime> time(XmlElement info, String field, List<Fault> notes) {
        return info.text(field).map(text -> times.read(text, field).noted(field, notes));
    }

    /** Long ones are digested at their end, so that different ones stay different. */
    private static String code(CapReference first) {
        String key = first.key();
        return key.length() <= LONGEST_CODE
                ? key
                : key.substring(0, LONGEST_CODE - 33) + "#"
                        + Digests.hex(key.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static String cut(String title) {
        return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE - 1) + "…";
    }
}
