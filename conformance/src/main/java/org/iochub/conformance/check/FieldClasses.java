package org.iochub.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iochub.model.PersonalData;
import org.iochub.model.schema.Field;

/** The values of a record with what the model says of the fields they stand in. */
public final class FieldClasses {
    /**
     * A value.
     *
     * @param path of the field, without the places in lists: {@code steps.org}
     * @param field what the model says
     * @param personal of the field or of one around it
     */
    public record Value(String path, Field field, PersonalData personal, JsonNode value) {}

    private FieldClasses() {}

    /** Every value that is no object or list itself, in the order of the fields. */
    public static List<Value> of(Class<?> type, JsonNode data) {
        List<Value> all = new ArrayList<>();
        collect("", type, PersonalData.NONE, data, all);
        return all;
    }

    private static void collect(String prefix, Class<?> type, PersonalData around, JsonNode data, List<Value> all) {
        for (RecordComponent component : type.getRecordComponents()) {
            Field field = component.getAnnotation(Field.class);
            JsonNode value = data.path(component.getName());
            if (field == null || value.isMissingNode()) {
                continue;
            }
            PersonalData personal = field.personal() == PersonalData.NONE ? around : field.personal();
            each(prefix + component.getName(), valueClass(component.getGenericType()), field, personal, value, all);
        }
    }

    private static void each(
            String path, Optional<Class<?>> type, Field field, PersonalData personal, JsonNode value, List<Value> all) {
        if (value.isArray()) {
            value.forEach(one -> each(path, type, field, personal, one, all));
        } else if (value.isObject() && type.filter(Class::isRecord).isPresent()) {
            collect(path + ".", type.get(), personal, value, all);
        } else if (value.isObject()) {
            value.forEach(one -> each(path, type, field, personal, one, all));
        } else {
            all.add(new Value(path, field, personal, value));
        }
    }

    /** The class within an {@code Optional}, a list or a map. */
    private static Optional<Class<?>> valueClass(Type type) {
        if (type instanceof Class<?> plain) {
            return Optional.of(plain);
        }
        if (type instanceof ParameterizedType wrapped) {
            Type[] arguments = wrapped.getActualTypeArguments();
            return valueClass(arguments[arguments.length - 1]);
        }
        return Optional.empty();
    }
}
