package org.iochub.core.pipeline.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.iochub.api.Change;
import org.iochub.api.RawMessage;
import org.iochub.api.RawPart;
import org.iochub.core.store.Batch;
import org.iochub.core.store.Entry;
import org.iochub.core.store.MessageRef;
import org.iochub.core.store.RecordStore;
import org.iochub.core.store.ReplayStep;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;

/** Takes what one entry of a replay is read as: prepares each change and hands batches to the store, one at a time. */
public final class ReplayPipeline {
    /** Opens the changes; failures are those of a normaliser. */
    @FunctionalInterface
    public interface Changes {
        Stream<Change> open() throws IOException;
    }

    private final RecordStore store;
    private final EntryPreparer preparer = new EntryPreparer(new Codecs());

    public ReplayPipeline(RecordStore store) {
        this.store = store;
    }

    /**
     * Returns when all of it is on disk.
     *
     * @param ref the message as it is recorded
     * @param raw what is read, for what is refused as a whole
     * @param position where the entry stood in its message
     * @param taken how many changes are durable from an attempt before; they are read again and left out
     * @throws IOException when it could not be read this time
     * @throws StoreRefusal when a batch was not taken
     */
    public void take(
            Origin origin,
            MessageRef ref,
            ReplayStep step,
            Changes changes,
            RawMessage raw,
            String position,
            long taken)
            throws IOException, InterruptedException {
        Run run = new Run(origin, ref, step, taken);
        RawPart whole = new RawPart(position, raw::open);
        try (Stream<Change> stream = changes.open()) {
            run.through(stream.iterator());
        } catch (FaultException e) {
            run.refuse(e.fault(), whole);
        } catch (UncheckedIOException e) {
            run.refuse(MessagePipeline.unreadableOrThrow(e.getCause()), whole);
        } catch (IOException e) {
            run.refuse(MessagePipeline.unreadableOrThrow(e), whole);
        } catch (StoreRefusal e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            run.refuse(MessagePipeline.adapterFault(origin, e), whole);
        }
        run.submit(true);
    }

    private final class Run {
        private final Origin origin;
        private final MessageRef ref;
        private final ReplayStep step;
        private List<Entry> entries = new ArrayList<>();
        private long bytes;
        private long from;
        private long read;

        Run(Origin origin, MessageRef ref, ReplayStep step, long taken) {
            this.origin = origin;
            this.ref = ref;
            this.step = step;
            this.from = taken;
        }

        void through(Iterator<Change> changes) throws InterruptedException {
            while (changes.hasNext()) {
                Change change = changes.next();
                // A list is complete at the moment it came; what is replayed later says nothing about what is gone.
                if (!(change instanceof Change.ListComplete)) {
                    read++;
                    if (read > from) {
                        add(preparer.prepare(origin, change));
                    }
                }
            }
        }

        void refuse(Fault fault, RawPart raw) throws InterruptedException {
            read++;
            if (read > from) {
                add(new Entry.Refused("read", Optional.empty(), fault, raw));
            }
        }

        private void add(Entry entry) throws InterruptedException {
            entries.add(entry);
            if (entry instanceof Entry.Put put) {
                bytes += put.data().length;
            }
            if (entries.size() >= MessagePipeline.BATCH_ENTRIES || bytes >= MessagePipeline.BATCH_BYTES) {
                submit(false);
            }
        }

        void submit(boolean last) throws InterruptedException {
            long to = Math.max(read, from);
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
