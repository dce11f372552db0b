package org.iochub.shell.internal;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.iochub.core.difference.DifferenceReport;
import org.iochub.core.difference.FieldChange;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.RecordType;
import org.iochub.model.Text;
import org.iochub.model.record.RecordTypes;

/** Ports that answer everything with made-up data longer than any line. */
final class LongData {
    static final String LONG = "gia-tri-thu-nghiem-rat-dai-".repeat(4).substring(0, 100);

    private LongData() {}

    @SuppressWarnings("unchecked")
    static <T> T port(Class<T> port) {
        return (T) Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> answer(proxy, method));
    }

    private static Object answer(Object proxy, Method method) {
        return switch (method.getName()) {
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> false;
            case "toString" -> "a port";
            default -> value(method.getGenericReturnType());
        };
    }

    private static Object value(Type type) {
        if (type instanceof ParameterizedType generic) {
            return container((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
        }
        if (type instanceof WildcardType wild) {
            return value(wild.getUpperBounds()[0]);
        }
        if (!(type instanceof Class<?> plain)) {
            return null;
        }
        if (plain.isEnum()) {
            return Arrays.stream(plain.getEnumConstants())
                    .max(java.util.Comparator.comparingInt(one -> one.toString().length()))
                    .orElseThrow();
        }
        if (plain.isSealed() && plain.isInterface()) {
            return value(plain.getPermittedSubclasses()[0]);
        }
        return simple(plain);
    }

    private static Object container(Class<?> raw, Type[] of) {
        if (raw == Optional.class) {
            return Optional.of(value(of[0]));
        }
        if (raw == List.class || raw == Collection.class) {
            return List.of(value(of[0]));
        }
        if (raw == Set.class) {
            return Set.of(value(of[0]));
        }
        if (raw == Map.class) {
            return Map.of(value(of[0]), value(of[1]));
        }
        return raw == RecordType.class ? RecordTypes.DOSSIER : value(raw);
    }

    private static Object simple(Class<?> type) {
        if (type == void.class) {
            return null;
        }
        if (type == boolean.class) {
            return false;
        }
        if (type == int.class || type == Integer.class) {
            return 1_234_567_890;
        }
        if (type == long.class || type == Long.class) {
            return 1_234_567_890_123L;
        }
        if (type == double.class || type == Double.class) {
            return 12_345.678;
        }
        if (type == String.class || type == Object.class) {
            return LONG;
        }
        if (type == byte[].class) {
            return "{}".getBytes(StandardCharsets.UTF_8);
        }
        if (type == Text.class) {
            return Text.of("Một câu dài. ".repeat(20), "A long sentence. ".repeat(20));
        }
        return other(type);
    }

    private static Object other(Class<?> type) {
        Map<Class<?>, Object> known = Map.ofEntries(
                Map.entry(Instant.class, Instant.parse("2026-03-02T01:00:00Z")),
                Map.entry(OffsetDateTime.class, OffsetDateTime.parse("2026-03-02T08:00:00+07:00")),
                Map.entry(LocalDate.class, LocalDate.parse("2026-03-02")),
                Map.entry(Duration.class, Duration.ofHours(30)),
                Map.entry(ZoneId.class, ZoneId.of("Asia/Ho_Chi_Minh")),
                Map.entry(Path.class, Path.of("/" + LONG)),
                Map.entry(URI.class, URI.create("https://example.vn/" + LONG)),
                Map.entry(OptionalInt.class, OptionalInt.empty()),
                Map.entry(OptionalLong.class, OptionalLong.empty()),
                Map.entry(RecordType.class, RecordTypes.DOSSIER));
        if (known.containsKey(type)) {
            return known.get(type);
        }
        if (type == InputStream.class) {
            return new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8));
        }
        if (type == DifferenceReport.class) {
            return report();
        }
        if (type.isRecord()) {
            return made(type);
        }
        return type.isInterface() ? port(type) : null;
    }

    private static DifferenceReport report() {
        DifferenceReport report = new DifferenceReport();
        report.changed(LONG, LONG, List.of((FieldChange) made(FieldChange.class)));
        report.onlyAfter(LONG, LONG);
        report.refusedAfter((Fault) made(Fault.class), LONG);
        report.tally("superseded", 1_234_567_890_123L);
        return report;
    }

    private static Object made(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(Arrays.stream(components)
                    .map(component -> value(component.getGenericType()))
                    .toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof FaultException || e.getCause() instanceof IllegalArgumentException) {
                throw new IllegalStateException("what is made up does not do for " + type, e.getCause());
            }
            throw new IllegalStateException(type.toString(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.toString(), e);
        }
    }
}
