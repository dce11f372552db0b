package org.iochub.shadow.internal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.iochub.core.difference.Content;
import org.iochub.core.difference.RecordComparison;
import org.iochub.model.Fault;
import org.iochub.model.RecordData;
import org.iochub.model.RecordType;
import org.iochub.model.area.AreaRef;
import org.iochub.model.json.ModelJson;
import org.iochub.model.json.RecordCodec;
import org.iochub.model.schema.RecordValidator;

/** Records of every type in a form that can be compared. Kept as long as a trial. */
final class TypeForms {
    private final ModelJson json = new ModelJson();
    private final Map<RecordType<?>, Form<?>> forms = new ConcurrentHashMap<>();
    private final Map<Class<?>, RecordCodec<?>> values = new ConcurrentHashMap<>();

    private record Form<T extends RecordData>(
            RecordCodec<T> codec, RecordValidator<T> validator, RecordComparison comparison) {}

    @SuppressWarnings("unchecked")
    private <T extends RecordData> Form<T> of(RecordType<T> type) {
        return (Form<T>) forms.computeIfAbsent(type, this::make);
    }

    private <T extends RecordData> Form<T> make(RecordType<T> type) {
        return new Form<>(json.codec(type), RecordValidator.of(type), RecordComparison.of(type));
    }

    <T extends RecordData> List<Fault> validate(RecordType<T> type, T data) {
        return of(type).validator().validate(data);
    }

    <T extends RecordData> Item.Written write(RecordType<T> type, T data, Optional<AreaRef> area) {
        Form<T> form = of(type);
        return new Item.Written(new Content(form.codec().write(data), area), form.comparison());
    }

    /** A patched part, where it stands in its record. */
    Item.Written write(RecordType<?> type, RecordType.Part part, Object value) {
        ObjectNode record = json.mapper().createObjectNode();
        ObjectNode node = node(value);
        if (part.key().isEmpty()) {
            record.set(part.name(), node);
        } else {
            ArrayNode list = record.putArray(part.name());
            list.add(node);
        }
        try {
            byte[] bytes = json.mapper().writeValueAsBytes(record);
            return new Item.Written(new Content(bytes, Optional.empty()), of(type).comparison());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The values of some fields of a part, which tell elements of a list apart. */
    List<String> keys(RecordType.Part part, Object value) {
        ObjectNode node = node(value);
        return part.key().stream().map(key -> node.path(key).toString()).toList();
    }

    @SuppressWarnings("unchecked")
    private ObjectNode node(Object value) {
        RecordCodec<Object> codec = (RecordCodec<Object>) values.computeIfAbsent(value.getClass(), json::codec);
        try {
            return (ObjectNode) json.mapper().readTree(codec.write(value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
