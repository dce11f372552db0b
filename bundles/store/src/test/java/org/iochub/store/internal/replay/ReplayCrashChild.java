package org.iochub.store.internal.replay;

import java.nio.file.Path;
import java.util.Optional;
import org.iochub.core.replay.ReplayState;
import org.iochub.core.replay.internal.Replayer;
import org.iochub.store.internal.open.Store;
import org.iochub.store.internal.testing.Merger;

/** The process that is killed while it replays. Arguments: the folder, the job. Prints how many entries are done. */
public final class ReplayCrashChild {
    private ReplayCrashChild() {}

    public static void main(String[] args) {
        Store store = new Store(Store.Settings.embedded(Path.of(args[0])), new Merger(), position -> {}).opened();
        Replayer replayer = new Replayer(
                store.replays(),
                store.records(),
                store.quarantine(),
                Tasks.repaired().adapters(),
                Tasks.leases(),
                Optional::empty);
        replayer.start();
        long job = Long.parseLong(args[1]);
        long said = -1;
        while (true) {
            var now = store.replays().get(job).orElseThrow();
            long done = now.total() - now.pending();
            if (done != said) {
                said = done;
                System.out.println("done " + done + (now.state() == ReplayState.FINISHED ? " finished" : ""));
            }
        }
    }
}
