package org.iochub.deploy.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.iochub.api.SourceAdapter;
import org.iochub.core.deploy.DeploymentPlan.Wire;
import org.osgi.framework.Bundle;

/** What shows of an adapter's bundle before it runs. */
record Glimpse(List<Wire> wires, List<String> adapters) {
    /**
     * Asks adapters that can be made without the container who they are.
     *
     * @param probe a resolved bundle with the classes
     * @return ids; none of those that cannot be made without the container
     */
    static List<String> adapters(Bundle probe, List<String> classes) {
        return classes.stream()
                .flatMap(name -> id(probe, name).stream())
                .sorted()
                .toList();
    }

    private static Optional<String> id(Bundle probe, String className) {
        try {
            return Stream.of(probe.loadClass(className).getConstructors())
                    .filter(constructor -> constructor.getParameterCount() == 0)
                    .findFirst()
                    .map(constructor -> {
                        try {
                            return ((SourceAdapter<?>) constructor.newInstance())
                                    .descriptor()
                                    .id();
                        } catch (ReflectiveOperationException e) {
                            throw new IllegalStateException(e);
                        }
                    });
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            // The verdict will say so: a plan says what it can.
            return Optional.empty();
        }
    }
}
