package org.iochub.core.pipeline.internal;

import java.util.List;
import org.iochub.model.Fault;
import org.iochub.model.RecordData;
import org.iochub.model.RecordType;
import org.iochub.model.json.ModelJson;
import org.iochub.model.json.RecordCodec;
import org.iochub.model.schema.RecordValidator;

/** What the pipeline needs of a type: to validate, write and read its content. */
final class Codec<T extends RecordData> {
    private final RecordType<T> type;
    private final RecordCodec<T> json;
    private final RecordValidator<T> validator;

    Codec(RecordType<T> type, ModelJson modelJson) {
        this.type = type;
        this.json = modelJson.codec(type);
        this.validator = RecordValidator.of(type);
    }

    RecordType<T> type() {
        return type;
    }

    List<Fault> validate(T data) {
        return validator.validate(data);
    }

    byte[] write(T data) {
        return json.write(data);
    }

    T read(byte[] bytes) {
        return json.read(bytes);
    }
}
