package org.iochub.chaos.fault;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.iochub.chaos.load.Load;

/** Something that goes wrong, and is over when {@link #strike} returns. */
public interface Fault {
    String name();

    /** Why it cannot be had on this machine; such a round is left out and said so. */
    default Optional<String> impossible() {
        return Optional.empty();
    }

    /** @return which loads were hit by it; the delay of the others has to stay bounded */
    Set<Load> strike(Scene scene) throws IOException, InterruptedException;

    /** Every load was hit: nothing could get through. */
    static Set<Load> all(Scene scene) {
        return Set.copyOf(scene.loads());
    }
}
