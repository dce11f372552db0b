package org.iochub.shell.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.iochub.core.log.LoggedRecord;
import org.iochub.core.log.Operation;
import org.iochub.core.type.RecordTypeRegistry;
import org.iochub.model.PersonalAccess;
import org.iochub.model.schema.PersonalFields;

/** Records as the shell shows them: personal data masked, for a terminal is looked at over shoulders. */
final class MaskedRecords {
    private final RecordTypeRegistry types;
    private final Map<String, PersonalFields> fields = new HashMap<>();

    MaskedRecords(RecordTypeRegistry types) {
        this.types = types;
    }

    Map<String, Object> json(LoggedRecord record) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("position", record.position());
        document.put("version", record.version());
        document.put("type", record.type());
        document.put("major", record.major());
        document.put("id", record.id().value());
        document.put("op", record.op().wireName());
        Json.put(document, "reason", record.reason());
        document.put("source", record.source());
        document.put("tenant", record.tenant());
        record.area().ifPresent(area -> document.put("area", area.code()));
        document.put("time", record.time().toString());
        document.put("recordedAt", record.recordedAt().toString());
        data(record).ifPresent(data -> document.put("data", data));
        return document;
    }

    /** Nothing of a type the hub does not know: what is personal in it is not known either. */
    Optional<JsonNode> data(LoggedRecord record) {
        if (record.op() == Operation.DELETE) {
            return Optional.empty();
        }
        return types.get(record.type(), record.major())
                .map(type -> Json.tree(fields.computeIfAbsent(type.toString(), name -> PersonalFields.of(type))
                        .show(record.data(), PersonalAccess.MASKED)));
    }
}
