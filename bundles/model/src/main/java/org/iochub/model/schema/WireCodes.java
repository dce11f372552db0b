package org.iochub.model.schema;

import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.iochub.model.code.CodeList;

/** How the constants of a code list stand in JSON: what {@link JsonValue} marks, or else the code. */
public final class WireCodes {
    private WireCodes() {}

    /** An Integer or a String. */
    public static Object of(Object constant) {
        if (!(constant instanceof CodeList list)) {
            throw new IllegalArgumentException(constant.getClass().getName() + " is no CodeList");
        }
        for (Method method : constant.getClass().getMethods()) {
            if (method.isAnnotationPresent(JsonValue.class)) {
                try {
                    return method.invoke(constant);
                } catch (IllegalAccessException | InvocationTargetException e) {
                    throw new IllegalArgumentException("cannot read " + method, e);
                }
            }
        }
        return list.code();
    }

    static boolean areNumbers(Class<?> list) {
        return Arrays.stream(list.getEnumConstants()).allMatch(constant -> of(constant) instanceof Integer);
    }
}
