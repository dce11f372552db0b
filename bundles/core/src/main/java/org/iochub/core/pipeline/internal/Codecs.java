package org.iochub.core.pipeline.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.iochub.model.RecordData;
import org.iochub.model.RecordType;
import org.iochub.model.json.ModelJson;
import org.iochub.model.json.RecordCodec;

/** The codecs, made once per type and kept while the type is used. Safe for any number of threads. */
final class Codecs {
    private final ModelJson modelJson = new ModelJson();
    private final Map<RecordType<?>, Codec<?>> codecs = new ConcurrentHashMap<>();
    private final Map<Class<?>, RecordCodec<?>> values = new ConcurrentHashMap<>();

    @SuppressWarnings("unchecked")
    <T extends RecordData> Codec<T> of(RecordType<T> type) {
        return (Codec<T>) codecs.computeIfAbsent(type, t -> new Codec<>(t, modelJson));
    }

    /** A value of a patch as JSON. */
    @SuppressWarnings("unchecked")
    byte[] value(Object value) {
        return ((RecordCodec<Object>) values.computeIfAbsent(value.getClass(), modelJson::codec)).write(value);
    }

    ObjectMapper mapper() {
        return modelJson.mapper();
    }

    /** Forgets a type that its bundle took away. */
    void forget(RecordType<?> type) {
        codecs.remove(type);
    }
}
