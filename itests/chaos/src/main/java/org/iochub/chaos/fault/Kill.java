package org.iochub.chaos.fault;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.iochub.chaos.hub.ChaosHub;
import org.iochub.chaos.load.Load;

/** {@code kill -9} of the hub, and now and then once more while it is starting again. */
public final class Kill implements Fault {
    private static final int STARTING_TOO = 4;
    private static final int LONGEST_START_MILLIS = 12_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final AtomicInteger kills = new AtomicInteger();
    private final boolean startingToo;

    /** @param startingToo whether starts are killed as well */
    public Kill(boolean startingToo) {
        this.startingToo = startingToo;
    }

    public int kills() {
        return kills.get();
    }

    @Override
    public String name() {
        return "kill -9";
    }

    @Override
    public Set<Load> strike(Scene scene) throws IOException, InterruptedException {
        ChaosHub hub = scene.hub();
        hub.kill();
        kills.incrementAndGet();
        if (startingToo && scene.random().nextInt(STARTING_TOO) == 0) {
            killWhileStarting(scene);
        }
        hub.start();
        return Fault.all(scene);
    }

    private void killWhileStarting(Scene scene) throws IOException, InterruptedException {
        Process start = scene.hub().launch("start");
        scene.await("the hub is starting", PATIENCE, scene.hub()::running);
        scene.pass(Duration.ofMillis(scene.random().nextInt(LONGEST_START_MILLIS)));
        scene.hub().kill();
        kills.incrementAndGet();
        if (!start.waitFor(60, TimeUnit.SECONDS)) {
            start.destroyForcibly();
        }
    }
}
