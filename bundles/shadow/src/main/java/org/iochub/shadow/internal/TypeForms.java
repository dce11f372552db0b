package org.iochub.shadow.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.iochub.model.Fault;
import org.iochub.model.PersonalAccess;
import org.iochub.model.RecordData;
import org.iochub.model.RecordType;
import org.iochub.model.json.ModelJson;
import org.iochub.model.json.RecordCodec;
import org.iochub.model.schema.PersonalFields;
import org.iochub.model.schema.RecordValidator;

/** Records of every type as JSON, whole and as those see them who may see no personal data. Kept as long as a trial. */
final class TypeForms {
    private final ModelJson json = new ModelJson();
    private final Map<RecordType<?>, Form<?>> forms = new ConcurrentHashMap<>();
    private final Map<Class<?>, RecordCodec<?>> values = new ConcurrentHashMap<>();

    private record Form<T extends RecordData>(
            RecordCodec<T> codec, RecordValidator<T> validator, PersonalFields personal) {}

    @SuppressWarnings("unchecked")
    private <T extends RecordData> Form<T> of(RecordType<T> type) {
        return (Form<T>) forms.computeIfAbsent(type, this::make);
    }

    private <T extends RecordData> Form<T> make(RecordType<T> type) {
        return new Form<>(json.codec(type), RecordValidator.of(type), PersonalFields.of(type));
    }

    <T extends RecordData> List<Fault> validate(RecordType<T> type, T data) {
        return of(type).validator().validate(data);
    }

    <T extends RecordData> ObjectNode write(RecordType<T> type, T data) {
        return tree(of(type).codec().write(data));
    }

    /** A patched part, where it stands in its record. */
    @SuppressWarnings("unchecked")
    ObjectNode writePart(RecordType.Part part, Object value) {
        RecordCodec<Object> codec = (RecordCodec<Object>) values.computeIfAbsent(value.getClass(), json::codec);
        ObjectNode node = json.mapper().createObjectNode();
        ObjectNode content = json.mapper().createObjectNode();
        content.set("value", read(codec.write(value)));
        if (part.key().isEmpty()) {
            node.set(part.name(), content.get("value"));
        } else {
            node.putArray(part.name()).add(content.get("value"));
        }
        return node;
    }

    ObjectNode withoutPersonal(RecordType<?> type, ObjectNode content) {
        return withoutPersonal(of(type), content);
    }

    private ObjectNode withoutPersonal(Form<?> form, ObjectNode content) {
        try {
            return tree(form.personal().show(json.mapper().writeValueAsBytes(content), PersonalAccess.NONE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ObjectMapper mapper() {
        return json.mapper();
    }

    private ObjectNode tree(byte[] bytes) {
        return (ObjectNode) read(bytes);
    }

    private com.fasterxml.jackson.databind.JsonNode read(byte[] bytes) {
        try {
            return json.mapper().readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
