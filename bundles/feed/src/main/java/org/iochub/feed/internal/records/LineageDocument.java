package org.iochub.feed.internal.records;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.core.access.PersonalLevel;
import org.iochub.core.hub.Hub;
import org.iochub.core.log.LoggedRecord;
import org.iochub.core.records.StoredVersion;
import org.iochub.feed.internal.quarantine.FaultView;
import org.iochub.reading.event.EventAttributes;
import org.iochub.reading.scope.Shown;

/** Where a version came from, as JSON. */
final class LineageDocument {
    private final EventAttributes attributes;
    private final FaultView faults;

    LineageDocument(Hub hub, FaultView faults) {
        this.attributes = new EventAttributes(hub);
        this.faults = faults;
    }

    Map<String, Object> of(StoredVersion version, PersonalLevel level) {
        LoggedRecord record = version.record();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("record", attributes.of(new Shown(record, false, version.late(), new byte[0])));
        document.put("late", version.late());
        version.key().order().ifPresent(order -> document.put("versionKey", order));
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("id", version.message());
        message.put("name", version.messageName());
        message.put("position", version.rawPosition());
        document.put("message", message);
        Map<String, Object> adapter = new LinkedHashMap<>();
        adapter.put("id", version.adapter());
        adapter.put("version", version.adapterVersion());
        document.put("adapter", adapter);
        document.put("source", record.source());
        List<Map<String, Object>> notes = version.notes().stream()
                .map(note -> faults.of(note, Optional.of(record.type()), level))
                .toList();
        document.put("notes", notes);
        return document;
    }
}
