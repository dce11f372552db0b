package org.iochub.core.pipeline.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iochub.api.RawMessage;
import org.iochub.core.store.Batch;
import org.iochub.core.store.Entry;
import org.iochub.core.store.MessageRef;
import org.iochub.core.store.RecordStore;
import org.iochub.core.store.ReplayStep;

/** Takes what an archived message is read as now, one batch after the other: never more than one is under way. */
public final class CorrectionPipeline {
    private final RecordStore store;
    private final EntryPreparer preparer = new EntryPreparer(new Codecs());

    public CorrectionPipeline(RecordStore store) {
        this.store = store;
    }

    /**
     * Returns when all of it is on disk.
     *
     * @param taken how many changes are durable from an attempt before
     * @throws IOException when the message cannot be read as it came; nothing is taken of it then
     * @throws StoreRefusal when a batch was not taken
     */
    public void take(Origin origin, MessageRef ref, ReplayStep step, RawMessage raw, Optional<String> type, long taken)
            throws IOException, InterruptedException {
        MessageReading reading = MessageReading.of(preparer, origin, raw, type);
        Run run = new Run(origin, ref, step, taken);
        reading.each(run::add);
        run.submit(Math.max(reading.changes(), run.from), true);
    }

    private final class Run {
        private final Origin origin;
        private final MessageRef ref;
        private final ReplayStep step;
        private final long skip;
        private List<Entry> entries = new ArrayList<>();
        private long bytes;
        private long from;

        Run(Origin origin, MessageRef ref, ReplayStep step, long taken) {
            this.origin = origin;
            this.ref = ref;
            this.step = step;
            this.skip = taken;
            this.from = taken;
        }

        void add(int ordinal, Entry entry) throws InterruptedException {
            if (ordinal < skip) {
                return;
            }
            entries.add(entry);
            if (entry instanceof Entry.Put put) {
                bytes += put.data().length;
            }
            if (entries.size() >= MessagePipeline.BATCH_ENTRIES || bytes >= MessagePipeline.BATCH_BYTES) {
                submit(ordinal + 1L, false);
            }
        }

        void submit(long to, boolean last) throws InterruptedException {
            Submissions submissions = new Submissions(store);
            submissions.submit(
                    new Batch(ref, from, to, last, entries, Optional.empty(), origin.fence(), Optional.of(step)));
            submissions.await();
            entries = new ArrayList<>();
            bytes = 0;
            from = to;
        }
    }
}
