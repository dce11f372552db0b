package org.iochub.chaos.fault;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.iochub.chaos.load.Load;

/** The hub's clock jumps forward, back behind the true time, and back to it. No source is hit by that. */
public final class ClockJump implements Fault {
    private static final List<Duration> JUMPS =
            List.of(Duration.ofDays(1), Duration.ofHours(2), Duration.ofMinutes(11), Duration.ofSeconds(40));
    /** Until the process has noticed, and some messages more. */
    private static final Duration STAY = Duration.ofSeconds(4);

    private final FakeClock clock;
    private volatile String last = "";

    public ClockJump(FakeClock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "clock jumps" + last;
    }

    @Override
    public Optional<String> impossible() {
        return clock.impossible();
    }

    @Override
    public Set<Load> strike(Scene scene) throws IOException, InterruptedException {
        Duration jump = JUMPS.get(scene.random().nextInt(JUMPS.size()));
        last = " ahead and behind by " + jump.toString().substring(2).toLowerCase(Locale.ROOT);
        try {
            clock.shift(jump);
            scene.pass(STAY);
            clock.shift(jump.negated());
            scene.pass(STAY);
        } finally {
            clock.shift(Duration.ZERO);
        }
        return Set.of();
    }
}
