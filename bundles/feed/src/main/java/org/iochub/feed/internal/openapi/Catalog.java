package org.iochub.feed.internal.openapi;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.ws.rs.HttpMethod;
import javax.ws.rs.Path;

/** Finds the operation behind a resource method. */
public final class Catalog {
    private final Map<String, Operation> byName = Operations.all().stream()
            .collect(Collectors.toUnmodifiableMap(o -> name(o.method(), o.path()), Function.identity()));

    public Optional<Operation> of(Class<?> resource, Method method) {
        return nameOf(resource, method).map(byName::get);
    }

    /** {@code GET /api/v1/types} for a resource method; empty for a method that answers no requests. */
    public static Optional<String> nameOf(Class<?> resource, Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .findFirst()
                .map(verb -> name(verb.value(), template(resource, method)));
    }

    /** Whether these resources serve every operation. */
    public static boolean isComplete(Collection<?> resources) {
        Set<String> served = resources.stream()
                .map(Object::getClass)
                .flatMap(resource ->
                        Arrays.stream(resource.getMethods()).flatMap(method -> nameOf(resource, method).stream()))
                .collect(Collectors.toUnmodifiableSet());
        return Operations.all().stream().allMatch(o -> served.contains(name(o.method(), o.path())));
    }

    public static String name(String method, String path) {
        return method + " " + path;
    }

    private static String template(Class<?> resource, Method method) {
        String path = "/" + resource.getAnnotation(Path.class).value() + "/"
                + Optional.ofNullable(method.getAnnotation(Path.class))
                        .map(Path::value)
                        .orElse("");
        return path.replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}")
                .replaceAll("/+", "/")
                .replaceAll("(?<=.)/$", "");
    }
}
