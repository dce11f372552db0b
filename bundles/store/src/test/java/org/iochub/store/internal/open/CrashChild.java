package org.iochub.store.internal.open;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.iochub.core.store.Entry;
import org.iochub.core.store.MessageRef;
import org.iochub.core.store.RecordStore;
import org.iochub.model.VersionKey;
import org.iochub.store.internal.testing.Merger;
import org.iochub.store.internal.testing.Sample;

/**
 * The process that is killed. Arguments: the folder, the round. Two sources write messages of two batches; a line goes out
 * for each batch whose future completed, and for each position that the bell was rung with.
 */
public final class CrashChild {
    private CrashChild() {}

    public static void main(String[] args) throws Exception {
        String round = args[1];
        PrintStream out = System.out;
        Store store = new Store(Store.Settings.embedded(Path.of(args[0])), new Merger(), position -> {
            synchronized (out) {
                out.println("rung " + position);
                out.flush();
            }
        });
        try {
            store.opened();
        } catch (RuntimeException e) {
            e.printStackTrace();
            System.exit(3);
        }
        for (String source : List.of("a", "b")) {
            new Thread(() -> write(store.records(), source, round, out)).start();
        }
    }

    private static void write(RecordStore records, String source, String round, PrintStream out) {
        try {
            for (int i = 0; ; i++) {
                MessageRef message = Sample.message(source, "r" + round + "-" + i);
                for (int batch = 0; batch < 2; batch++) {
                    String name = source + "/" + round + "/" + i + "/" + batch;
                    int size = 1 + i * 7 % 60;
                    List<Entry> entries = new ArrayList<>();
                    for (int k = 0; k < size; k++) {
                        // Every third replaces what another round wrote.
                        String id = k % 3 == 0 ? source + "shared" + k : name + "/" + k;
                        entries.add(Sample.put("facility", id, VersionKey.arrival(), name + "/" + k));
                    }
                    entries.add(Sample.refused("bad", Sample.raw(name)));
                    Entry[] all = entries.toArray(Entry[]::new);
                    int from = batch == 0 ? 0 : size + 1;
                    records.submit(Sample.part(message, from, batch == 1, all)).whenComplete((done, failure) -> {
                        synchronized (out) {
                            out.println(failure == null ? "taken " + name + " " + size : "failed " + failure);
                            out.flush();
                        }
                    });
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
