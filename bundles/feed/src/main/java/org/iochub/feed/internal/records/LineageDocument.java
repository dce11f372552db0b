package org.iochub.feed.internal.records;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.api.Step;
import org.iochub.core.access.Grants;
import org.iochub.core.access.PersonalLevel;
import org.iochub.core.archive.Archive;
import org.iochub.core.archive.ArchivedMessage;
import org.iochub.core.hub.Hub;
import org.iochub.core.log.LoggedRecord;
import org.iochub.core.records.Explanations;
import org.iochub.core.records.StoredVersion;
import org.iochub.feed.internal.archive.ArchiveView;
import org.iochub.feed.internal.quarantine.FaultView;
import org.iochub.reading.event.EventAttributes;
import org.iochub.reading.scope.Shown;

/** Where a version came from, as JSON. */
final class LineageDocument {
    private final EventAttributes attributes;
    private final FaultView faults;
    private final Archive archive;
    private final Explanations explanations;
    private final ArchiveView view;

    LineageDocument(Hub hub, FaultView faults, Archive archive, Explanations explanations) {
        this.explanations = explanations;
        this.archive = archive;
        this.view = new ArchiveView(hub);
        this.attributes = new EventAttributes(hub);
        this.faults = faults;
    }

    Map<String, Object> of(StoredVersion version, Grants grants) {
        PersonalLevel level = grants.personal();
        LoggedRecord record = version.record();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("record", attributes.of(new Shown(record, false, version.late(), new byte[0])));
        document.put("late", version.late());
        version.key().order().ifPresent(order -> document.put("versionKey", order));
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("id", version.message());
        message.put("name", version.messageName());
        message.put("position", version.rawPosition());
        version.receivedAt().ifPresent(at -> message.put("receivedAt", at.toString()));
        message.put("href", view.message(record.source(), version.message()));
        archived(version).ifPresent(raw -> message.put("archived", view.of(raw, grants)));
        document.put("message", message);
        Map<String, Object> adapter = new LinkedHashMap<>();
        adapter.put("id", version.adapter());
        adapter.put("version", version.adapterVersion());
        document.put("adapter", adapter);
        document.put("source", record.source());
        version.batch().ifPresent(batch -> document.put("batch", batch));
        if (grants.admin()) {
            // Where the hub stands in somebody's system is its owner's business.
            version.checkpoint().ifPresent(checkpoint -> document.put("checkpoint", checkpoint));
        }
        List<Map<String, Object>> notes = version.notes().stream()
                .map(note -> faults.of(note, Optional.of(record.type()), level))
                .toList();
        document.put("notes", notes);
        if (ArchiveView.opens(grants)) {
            // What stood in the raw form, as open as that itself.
            explanations
                    .of(version)
                    .ifPresent(steps -> document.put(
                            "steps",
                            steps.stream().map(LineageDocument::describe).toList()));
        }
        return document;
    }

    private static Map<String, Object> describe(Step step) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("field", step.field());
        document.put("was", step.from());
        document.put("became", step.to());
        document.put("why", step.why());
        return document;
    }

    /** The arrival that made this version: the last one up to its time, since a message tried again is archived once. */
    private Optional<ArchivedMessage> archived(StoredVersion version) {
        // The store counts in microseconds.
        OffsetDateTime latest =
                version.receivedAt().orElse(version.record().recordedAt()).plusNanos(1_000);
        return archive.find(version.record().source(), version.message()).stream()
                .filter(arrival -> !arrival.receivedAt().isAfter(latest))
                .findFirst();
    }
}
