package org.iochub.itests.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.iochub.chaos.Chaos;
import org.iochub.chaos.Proof;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The proof by fault in its short form: each fault once, under load from five sources, on both databases. */
class ChaosTest {
    @TempDir
    Path folder;

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void nothingIsLostDoubledOrOutOfOrderWhateverFails() throws Exception {
        // Always the same here; the long form draws another each time.
        long seed = Long.getLong("hub.seed", 1);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Chaos chaos = new Chaos(
                Path.of(System.getProperty("hub.command")),
                folder,
                Map.of("HUB_INSTALLATION", HubProcess.installation().toString()),
                out);

        Proof proof = chaos.run(Chaos.Plan.brief(), seed);

        assertThat(proof.wrong())
                .as("seed %d: -Dhub.seed=%d repeats it", seed, seed)
                .isEmpty();
        assertThat(proof.kills()).isEqualTo(2);
        assertThat(proof.acknowledged()).isGreaterThan(300);
        assertThat(proof.arrived() + proof.superseded()).isGreaterThanOrEqualTo(proof.acknowledged());
        assertThat(proof.rounds() + proof.leftOut().size()).isEqualTo(7);
    }
}
