package org.iochub.reading.event;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.core.hub.Hub;
import org.iochub.core.log.LoggedRecord;
import org.iochub.model.area.AreaRef;
import org.iochub.reading.scope.Shown;

/** The CloudEvents attributes of a version: all of them texts, none of them personal. */
public final class EventAttributes {
    /** Every attribute there may be, in the order they are written. */
    public static final List<String> NAMES = List.of(
            "specversion",
            "id",
            "source",
            "type",
            "subject",
            "time",
            "datacontenttype",
            "dataschema",
            "sequence",
            "recordedtime",
            "op",
            "opreason",
            "tenant",
            "area",
            "areafrom");

    private final Hub hub;

    public EventAttributes(Hub hub) {
        this.hub = hub;
    }

    public Map<String, String> of(Shown shown) {
        LoggedRecord record = shown.record();
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("specversion", "1.0");
        attributes.put("id", shown.eventId());
        attributes.put("source", "urn:iochub:" + hub.id() + ":source:" + record.source());
        attributes.put("type", "org.iochub." + record.type() + ".v" + record.major());
        attributes.put("subject", record.id().value());
        attributes.put("time", rfc3339(record.time()));
        attributes.put("datacontenttype", "application/json");
        if (!shown.isDelete()) {
            attributes.put("dataschema", SchemaAddress.of(hub, record.type(), record.major()));
        }
        if (record.position() > 0) {
            attributes.put("sequence", "%020d".formatted(record.position()));
        }
        attributes.put("recordedtime", rfc3339(record.recordedAt()));
        attributes.put("op", shown.isDelete() ? "delete" : "upsert");
        reason(shown).ifPresent(reason -> attributes.put("opreason", reason));
        attributes.put("tenant", record.tenant());
        Optional<AreaRef> area = shown.area();
        area.ifPresent(unit -> {
            attributes.put("area", unit.code());
            attributes.put("areafrom", unit.validFrom().toString());
        });
        return attributes;
    }

    private static Optional<String> reason(Shown shown) {
        return shown.left() ? Optional.of("scope") : shown.record().reason();
    }

    public static String rfc3339(OffsetDateTime moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
    }
}
