package org.iochub.core.shadow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.iochub.model.Text;

/**
 * A candidate for the next version of an adapter, at its trial beside the version that runs.
 *
 * @param file its name, which is also the shadow's id
 * @param sha256 of the file, hex
 * @param state where it is in its life
 * @param reason why it is there; empty sentences when all is well
 * @param name the bundle's symbolic name, or the declarative source's id; empty while it could not be read
 * @param version of the candidate, once it could be read
 * @param adapters ids of its adapters
 * @param deployedAs under which name a promotion would deploy it
 * @param obstacle why the gate would not take it now; empty when it would
 * @param verdict in one sentence, what the comparison says so far
 * @param identical whether something was compared and no difference found
 * @param since messages received before this are not compared
 * @param by who started it
 */
public record Shadow(
        String file,
        String sha256,
        ShadowState state,
        Text reason,
        String name,
        Optional<String> version,
        List<String> adapters,
        String deployedAs,
        Optional<Text> obstacle,
        Text verdict,
        boolean identical,
        Instant startedAt,
        Instant since,
        String by,
        List<ShadowInstance> instances) {

    /** Of all instances together. */
    public Figures figures() {
        return instances.stream().map(ShadowInstance::figures).reduce(Figures.NONE, Figures::plus);
    }
}
