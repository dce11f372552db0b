package org.iochub.model;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import org.iochub.model.schema.Field;

/** Makes up valid records of any class of the model, the same for the same seed. */
public final class RandomRecords {
    private static final String[] WORDS = {"Đức", "Phổ", "hồ", "sơ", "đất", "Nguyễn", "x", "2026", "\"q\"", "🙂", "ể"};
    private final Random random;

    public RandomRecords(long seed) {
        this.random = new Random(seed);
    }

    public <T> T record(Class<T> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Arrays.stream(components).map(this::value).toArray();
        return construct(type, values);
    }

    public static <T> T construct(Class<T> type, Object[] values) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object value(RecordComponent component) {
        Field field = component.getAnnotation(Field.class);
        Class<?> raw = component.getType();
        boolean absent = random.nextInt(3) == 0;
        if (raw == OptionalInt.class) {
            return absent ? OptionalInt.empty() : OptionalInt.of((int) number(field));
        }
        if (raw == OptionalLong.class) {
            return absent ? OptionalLong.empty() : OptionalLong.of((long) number(field));
        }
        if (raw == OptionalDouble.class) {
            return absent ? OptionalDouble.empty() : OptionalDouble.of(number(field));
        }
        if (raw == Optional.class) {
            return absent ? Optional.empty() : Optional.of(one(argument(component, 0), field));
        }
        if (raw == List.class) {
            List<Object> list = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                list.add(one(argument(component, 0), field));
            }
            return List.copyOf(list);
        }
        if (raw == Map.class) {
            Map<String, Object> map = new LinkedHashMap<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                map.put(words(1) + i, one(argument(component, 1), field));
            }
            return map;
        }
        return one(raw, field);
    }

    private static Class<?> argument(RecordComponent component, int index) {
        Type type = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[index];
        return (Class<?>) type;
    }

    private Object one(Class<?> type, Field field) {
        if (type == String.class) {
            return text(field);
        }
        if (type == int.class) {
            return (int) number(field);
        }
        if (type == double.class) {
            return number(field);
        }
        if (type == boolean.class || type == Boolean.class) {
            return random.nextBoolean();
        }
        if (type == LocalDate.class) {
            return LocalDate.of(1950 + random.nextInt(100), 1 + random.nextInt(12), 1 + random.nextInt(28));
        }
        if (type == OffsetDateTime.class) {
            return OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.ofHours(random.nextBoolean() ? 7 : 0))
                    .plusSeconds(random.nextInt(30_000_000))
                    .plusNanos(random.nextInt(3) * 120_000_000L);
        }
        if (type.isEnum()) {
            Object[] constants = type.getEnumConstants();
            return constants[random.nextInt(constants.length)];
        }
        return record(type);
    }

    private String text(Field field) {
        return switch (field.pattern()) {
            case "" -> clip(words(1 + random.nextInt(12)), field.maxLength());
            case "^[0-9]{1,8}$" -> Integer.toString(random.nextInt(99_999));
            case "^[0-9a-f]{64}$" -> "0a".repeat(32);
            case "^[0-9TZ:+./-]+$" -> "2026-01-01/2026-03-31";
            default -> throw new IllegalStateException("teach the generator the pattern " + field.pattern());
        };
    }

    private static String clip(String text, int codePoints) {
        return text.codePointCount(0, text.length()) <= codePoints
                ? text
                : text.substring(0, text.offsetByCodePoints(0, codePoints));
    }

    private String words(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.toString();
    }

    private double number(Field field) {
        double min = Math.max(field.min(), -1_000_000);
        double max = Math.min(field.max(), 1_000_000);
        double value = min + random.nextDouble() * (max - min);
        return random.nextBoolean() ? Math.ceil(value) + 0.0 : value;
    }
}
