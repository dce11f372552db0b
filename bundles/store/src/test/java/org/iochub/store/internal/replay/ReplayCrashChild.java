package org.iochub.store.internal.replay;

import java.nio.file.Path;
import java.util.Optional;
import org.iochub.core.replay.ReplayState;
import org.iochub.core.replay.internal.Replayer;
import org.iochub.store.internal.open.Store;
import org.iochub.store.internal.testing.Merger;

/**
 * The process that is killed while it replays. Arguments: the folder, the job. Prints each position that the bell was rung
 * with, which is on disk then, and when the job is finished.
 */
public final class ReplayCrashChild {
    private ReplayCrashChild() {}

    public static void main(String[] args) throws Exception {
        Store store = new Store(
                        Store.Settings.embedded(Path.of(args[0])),
                        new Merger(),
                        position -> System.out.println("rung " + position))
                .opened();
        Replayer replayer = new Replayer(
                store.replays(),
                store.records(),
                store.quarantine(),
                Tasks.repaired().adapters(),
                Tasks.leases(),
                Optional::empty);
        replayer.start();
        long job = Long.parseLong(args[1]);
        while (store.replays().get(job).orElseThrow().state() != ReplayState.FINISHED) {
            Thread.onSpinWait();
        }
        System.out.println("finished");
        System.out.flush();
        Thread.currentThread().join();
    }
}
