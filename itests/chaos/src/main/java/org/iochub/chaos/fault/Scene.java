package org.iochub.chaos.fault;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.iochub.chaos.Ledger;
import org.iochub.chaos.hub.ChaosHub;
import org.iochub.chaos.load.Load;

/** What a fault can reach. */
public record Scene(ChaosHub hub, List<Load> loads, Ledger ledger, Random random) {
    private static final long LOOK_MILLIS = 100;
    private static final CountDownLatch NEVER = new CountDownLatch(1);

    /** Something that may be so by now. */
    @FunctionalInterface
    public interface Condition {
        boolean met() throws IOException, InterruptedException;
    }

    /** Lets time pass. */
    public void pass(Duration time) throws InterruptedException {
        NEVER.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** @throws IOException when it is not met in time; the condition's own are taken for "not yet" */
    public void await(String what, Duration atMost, Condition condition) throws IOException, InterruptedException {
        long until = System.nanoTime() + atMost.toNanos();
        IOException last = null;
        do {
            try {
                if (condition.met()) {
                    return;
                }
            } catch (IOException e) {
                last = e;
            }
            NEVER.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } while (System.nanoTime() < until);
        throw new IOException("not within " + atMost.toSeconds() + " s: " + what, last);
    }
}
