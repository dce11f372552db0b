package org.iochub.core.shadow;

import java.util.List;
import java.util.Optional;
import org.iochub.api.Normalizer;
import org.iochub.model.Fault;

/**
 * A candidate beside one live instance, both with normalisers of their own and the instance's settings. What either says
 * of its source goes nowhere. Used by one thread at a time.
 */
public interface Trial extends AutoCloseable {
    String source();

    String tenant();

    /** The version that runs. */
    String liveVersion();

    /** Whether the source's raw messages are archived. */
    boolean archived();

    /** Whether the live adapter or the candidate says that its messages are sensitive. */
    boolean sensitive();

    Normalizer live();

    /** Empty when the instance's settings do not do for the candidate. */
    Optional<Normalizer> candidate();

    /** What the candidate would say of the instance's settings; it reads on without those keys that it does not know. */
    List<Fault> settings();

    /** Whether the live adapter and the instance's configuration are still those of the trial. */
    boolean current();

    /** Keeps the live adapter from being taken away until it is closed; empty when it is going. To be closed by the same thread. */
    Optional<Use> use();

    /** The live adapter in use. */
    interface Use extends AutoCloseable {
        @Override
        void close();
    }

    @Override
    void close();
}
