package org.iochub.core.hub;

import java.util.Optional;
import org.iochub.model.Text;

/** One thing that must be in order before the hub is ready; registered as a service by whoever knows. */
public interface Readiness {
    /** Kebab-case: {@code store}, {@code http}. */
    String name();

    /** What is not in order; empty when it is. Quick, and never throws. */
    Optional<Text> missing();
}
