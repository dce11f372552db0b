package org.iochub.deploy.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** Asks the component runtime why a bundle's component does not work. */
final class ComponentTrouble {
    private static final int BRIEF = 300;

    private ComponentTrouble() {}

    /** What a component threw when it was made: the innermost cause. */
    static Optional<String> failure(BundleContext context, Bundle bundle) {
        return configurations(context, bundle).stream()
                .map(configuration -> Optional.ofNullable(configuration.failure))
                .flatMap(Optional::stream)
                .map(ComponentTrouble::innermost)
                .findFirst();
    }

    /** The services a component waits for. */
    static List<String> awaited(BundleContext context, Bundle bundle) {
        return descriptions(context, bundle).stream()
                .flatMap(description -> Arrays.stream(description.references)
                        .filter(reference -> configurations(context, bundle).stream()
                                .flatMap(configuration -> Arrays.stream(configuration.unsatisfiedReferences))
                                .anyMatch(unsatisfied -> unsatisfied.name.equals(reference.name)))
                        .map(reference -> reference.interfaceName))
                .distinct()
                .sorted()
                .toList();
    }

    private static String innermost(String stackTrace) {
        String cause = "Caused by: ";
        int last = stackTrace.lastIndexOf(cause);
        String line = (last < 0 ? stackTrace : stackTrace.substring(last + cause.length()))
                .lines()
                .findFirst()
                .orElse("");
        return line.length() <= BRIEF ? line : line.substring(0, BRIEF) + "...";
    }

    private static List<ComponentConfigurationDTO> configurations(BundleContext context, Bundle bundle) {
        return withRuntime(
                context,
                runtime -> runtime.getComponentDescriptionDTOs(bundle).stream()
                        .flatMap(description -> runtime.getComponentConfigurationDTOs(description).stream())
                        .toList());
    }

    private static List<ComponentDescriptionDTO> descriptions(BundleContext context, Bundle bundle) {
        return withRuntime(context, runtime -> List.copyOf(runtime.getComponentDescriptionDTOs(bundle)));
    }

    private static <T> List<T> withRuntime(
            BundleContext context, java.util.function.Function<ServiceComponentRuntime, List<T>> question) {
        Optional<ServiceReference<ServiceComponentRuntime>> reference =
                Optional.ofNullable(context.getServiceReference(ServiceComponentRuntime.class));
        if (reference.isEmpty()) {
            return List.of();
        }
        try {
            return Optional.ofNullable(context.getService(reference.get()))
                    .map(question)
                    .orElse(List.of());
        } finally {
            context.ungetService(reference.get());
        }
    }
}
