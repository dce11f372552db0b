package org.iochub.core.pipeline.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.iochub.api.RawPart;
import org.iochub.core.store.Entry;
import org.iochub.core.store.PartMerger;
import org.iochub.core.type.RecordTypeRegistry;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.RecordData;
import org.iochub.model.RecordId;
import org.iochub.model.RecordType;
import org.iochub.model.VersionKey;
import org.iochub.model.area.AreaRef;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Merges on the JSON, then reads and validates the result as the type's own class, so that no half-right record is stored. */
@Component
public final class RecordPartMerger implements PartMerger {
    private final RecordTypeRegistry types;
    private final Codecs codecs = new Codecs();
    private final ObjectMapper mapper = codecs.mapper();

    @Activate
    public RecordPartMerger(@Reference RecordTypeRegistry types) {
        this.types = types;
    }

    @Override
    public Entry.Put merge(
            String type,
            RecordId id,
            byte[] current,
            Optional<AreaRef> area,
            VersionKey version,
            String part,
            byte[] value,
            RawPart raw) {
        RecordType<?> recordType = types.get(type).orElseThrow(() -> unknownType(type));
        RecordType.Part declared = recordType.part(part).orElseThrow(() -> unknownPart(type, part));
        try {
            ObjectNode record = (ObjectNode) mapper.readTree(current);
            place(record, declared, mapper.readTree(value));
            return rewrite(recordType, id, record, area, version, List.of(), raw);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Entry.Put keepParts(Entry.Put next, byte[] current) {
        RecordType<?> recordType = types.get(next.type(), next.major()).orElseThrow(() -> unknownType(next.type()));
        try {
            ObjectNode record = (ObjectNode) mapper.readTree(next.data());
            JsonNode before = mapper.readTree(current);
            for (RecordType.Part part : recordType.parts()) {
                if (!record.has(part.name()) && before.has(part.name())) {
                    record.set(part.name(), before.get(part.name()));
                }
            }
            return rewrite(recordType, next.id(), record, next.area(), next.version(), next.notes(), next.raw());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void place(ObjectNode record, RecordType.Part part, JsonNode value) {
        if (part.key().isEmpty()) {
            record.set(part.name(), value);
            return;
        }
        ArrayNode elements = record.withArrayProperty(part.name());
        for (int i = 0; i < elements.size(); i++) {
            if (sameKey(elements.get(i), value, part.key())) {
                elements.set(i, value);
                return;
            }
        }
        elements.add(value);
    }

    private static boolean sameKey(JsonNode a, JsonNode b, List<String> key) {
        return key.stream().allMatch(field -> a.path(field).equals(b.path(field)));
    }

    private <T extends RecordData> Entry.Put rewrite(
            RecordType<T> type,
            RecordId id,
            ObjectNode record,
            Optional<AreaRef> area,
            VersionKey version,
            List<Fault> notes,
            RawPart raw)
            throws IOException {
        Codec<T> codec = codecs.of(type);
        T data = codec.read(mapper.writeValueAsBytes(record));
        List<Fault> faults = codec.validate(data);
        if (!faults.isEmpty()) {
            throw new FaultException(faults.get(0));
        }
        return EntryPreparer.put(codec, id, data, area, version, notes, raw);
    }

    private static FaultException unknownType(String type) {
        return FaultException.of(
                "unknown-type",
                "type",
                "Hub không còn biết loại bản ghi «" + type + "».",
                "The hub knows no record type «" + type + "» any more.");
    }

    private static FaultException unknownPart(String type, String part) {
        return FaultException.of(
                "unknown-part",
                part,
                "Loại bản ghi «" + type + "» không có phần «" + part + "».",
                "The record type «" + type + "» has no part «" + part + "».");
    }
}
