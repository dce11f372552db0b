package org.iochub.cluster.internal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** One instance's wish to run here. Changed by the lease thread only. */
final class Claim {
    private final String source;
    private final Runnable granted;
    private final Runnable lost;
    private final Executor callbacks;
    private CompletableFuture<?> told = CompletableFuture.completedFuture(null);
    private boolean held;

    Claim(String source, Runnable granted, Runnable lost, Executor callbacks) {
        this.source = source;
        this.granted = granted;
        this.lost = lost;
        this.callbacks = callbacks;
    }

    String source() {
        return source;
    }

    boolean held() {
        return held;
    }

    void grant() {
        held = true;
        tell(granted);
    }

    void lose() {
        held = false;
        tell(lost);
    }

    /** In order for one instance; a slow one delays no other. */
    private void tell(Runnable callback) {
        told = told.handleAsync(
                (done, failure) -> {
                    callback.run();
                    return done;
                },
                callbacks);
    }
}
