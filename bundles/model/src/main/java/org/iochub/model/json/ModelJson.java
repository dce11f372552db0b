package org.iochub.model.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.iochub.model.RecordData;
import org.iochub.model.RecordType;

/**
 * The one way the hub writes and reads JSON. Canonical: fields in the order of their declaration, map keys sorted,
 * absent optionals and empty lists and maps left out, text in NFC, date-times with the offset they were given with,
 * numbers in one form on every Java version; so equal content gives equal bytes. Strict when reading: unknown fields,
 * missing numbers, and values of another kind are faults. Immutable; safe for any number of threads.
 */
public final class ModelJson {
    private final ObjectMapper mapper = newMapper();

    /** The mapper, for trees and for what is not a record. Do not configure it: {@link #newMapper} gives a new one. */
    public ObjectMapper mapper() {
        return mapper;
    }

    /**
     * What writes and reads the content of a type. Make it once per type and keep it: it is prepared ahead, and its
     * caches leave the memory with it when a bundle takes its type away.
     */
    public <T extends RecordData> RecordCodec<T> codec(RecordType<T> type) {
        return codec(type.dataClass());
    }

    /** The same for a part of a record, or for any other class of the model. */
    public <T> RecordCodec<T> codec(Class<T> type) {
        return new RecordCodec<>(mapper.copy(), type);
    }

    /** A mapper of the caller's own, configured as the hub's. */
    public static ObjectMapper newMapper() {
        JsonFactory factory = JsonFactory.builder()
                // Double.toString differs between Java versions, and bytes are compared.
                .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
                .build();
        JsonMapper.Builder builder = JsonMapper.builder(factory)
                .addModules(new Jdk8Module(), new JavaTimeModule(), hubModule())
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
                .serializationInclusion(JsonInclude.Include.NON_ABSENT)
                .withCoercionConfig(LogicalType.Textual, ModelJson::noScalars);
        for (Class<?> container : List.of(List.class, Map.class)) {
            builder.withConfigOverride(
                    container,
                    override -> override.setInclude(JsonInclude.Value.construct(
                                    JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
                            .setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)));
        }
        return builder.build();
    }

    /** A number where text belongs is a mistake of the source, not text. */
    private static void noScalars(MutableCoercionConfig config) {
        config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }

    private static SimpleModule hubModule() {
        SimpleModule module = new SimpleModule("iochub") {
            private static final long serialVersionUID = 1L;

            @Override
            public void setupModule(SetupContext context) {
                super.setupModule(context);
                context.addSerializers(new Codes.Finder());
            }
        };
        return module.addSerializer(String.class, new Strings())
                .addKeySerializer(String.class, new Strings.Keys())
                .addSerializer(OffsetDateTime.class, new DateTimes())
                .addDeserializer(OffsetDateTime.class, new StrictDates.Moment())
                .addDeserializer(LocalDate.class, new StrictDates.Day())
                .addSerializer(Double.class, new Numbers())
                .addSerializer(double.class, new Numbers())
                .addSerializer(OptionalDouble.class, new OptionalNumbers());
    }
}
