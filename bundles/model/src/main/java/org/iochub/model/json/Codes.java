package org.iochub.model.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.ser.Serializers;
import java.io.IOException;

/** Enums by their {@code @JsonValue}, computed once per enum instead of once per record. */
final class Codes extends JsonSerializer<Enum<?>> {
    private final SerializableString[] names;
    private final int[] numbers;

    private Codes(SerializableString[] names, int[] numbers) {
        this.names = names;
        this.numbers = numbers;
    }

    private static Codes of(Class<?> type, AnnotatedMember value) {
        Object[] constants = type.getEnumConstants();
        SerializableString[] names = new SerializableString[constants.length];
        int[] numbers = new int[constants.length];
        for (int i = 0; i < constants.length; i++) {
            Object code = value.getValue(constants[i]);
            if (code instanceof Integer number) {
                numbers[i] = number;
            } else {
                names[i] = new SerializedString(code.toString());
            }
        }
        return new Codes(names, numbers);
    }

    @Override
    public void serialize(Enum<?> value, JsonGenerator out, SerializerProvider provider) throws IOException {
        SerializableString name = names[value.ordinal()];
        if (name == null) {
            out.writeNumber(numbers[value.ordinal()]);
        } else {
            out.writeString(name);
        }
    }

    /** Finds the enums that have such a value. */
    static final class Finder extends Serializers.Base {
        @Override
        public JsonSerializer<?> findSerializer(SerializationConfig config, JavaType type, BeanDescription bean) {
            AnnotatedMember value = bean.findJsonValueAccessor();
            if (!type.isEnumType() || value == null) {
                return null;
            }
            value.fixAccess(false);
            return Codes.of(type.getRawClass(), value);
        }
    }
}
