package org.iochub.declarative.internal.expression.function;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every function of expressions. */
public final class Functions {
    private static final List<Function> ALL = Stream.of(
                    DateFunctions.all(),
                    NumberFunctions.all(),
                    TableFunctions.all(),
                    AreaFunctions.all(),
                    GeoFunctions.all(),
                    TextFunctions.all(),
                    IdentityFunctions.all())
            .flatMap(List::stream)
            .toList();
    private static final Map<String, Function> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Function::name, function -> function));

    private Functions() {}

    /** In the order of the documentation. */
    public static List<Function> all() {
        return ALL;
    }

    public static Optional<Function> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    public static List<String> names() {
        return ALL.stream().map(Function::name).toList();
    }
}
