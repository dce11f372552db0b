package org.iochub.core.pipeline.internal;

import java.io.CharConversionException;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.iochub.api.Change;
import org.iochub.api.Delivered;
import org.iochub.api.RawPart;
import org.iochub.core.archive.Archiver;
import org.iochub.core.store.Batch;
import org.iochub.core.store.Entry;
import org.iochub.core.store.MessageRef;
import org.iochub.core.store.RecordStore;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;

/**
 * Takes one message: writes it into the archive, normalises it as a stream, prepares each change, and hands batches to the store while it goes on
 * reading. It returns when the last batch is on disk. A message that was half taken before goes on where it stopped.
 */
final class MessagePipeline {
    static final int BATCH_ENTRIES = 1_000;
    static final int BATCH_BYTES = 2 << 20;

    private final RecordStore store;
    private final Archiver archive;
    private final EntryPreparer preparer;
    private final PassedMessages passed;

    MessagePipeline(RecordStore store, Archiver archive, EntryPreparer preparer, PassedMessages passed) {
        this.store = store;
        this.archive = archive;
        this.preparer = preparer;
        this.passed = passed;
    }

    /**
     * @param named whether the message's id is its source's own
     * @param checkpoint kept in the transaction of the last batch
     * @throws IOException when the body could not be read this time, or not be written down
     * @throws StoreRefusal when a batch was not taken: the message must come again
     */
    Taken take(Origin origin, SpooledMessage message, boolean named, Optional<String> checkpoint)
            throws IOException, InterruptedException {
        MessageRef ref = new MessageRef(
                origin.source(),
                origin.tenant(),
                message.id(),
                named,
                message.name(),
                message.receivedAt(),
                origin.adapter(),
                origin.adapterVersion(),
                origin.sensitive(),
                message.attributes());
        long taken = store.resume(ref);
        if (taken == RecordStore.TAKEN) {
            return new Taken(new Delivered(0, 0, 0, 0, 0), Optional.empty());
        }
        Kept kept = new Kept(archive.keep(origin.archive(), ref, message));
        Run run = new Run(origin, ref, taken, checkpoint);
        try (Stream<Change> changes = origin.normalizer().normalize(message)) {
            run.through(changes.iterator());
        } catch (FaultException e) {
            run.refuseRest(e.fault(), message);
        } catch (UncheckedIOException e) {
            run.refuseRest(unreadableOrThrow(e.getCause()), message);
        } catch (IOException e) {
            run.refuseRest(unreadableOrThrow(e), message);
        } catch (RuntimeException | StackOverflowError e) {
            run.refuseRest(adapterFault(origin, e), message);
        }
        // What the store knows as taken never comes again: so first the raw message must be on disk.
        kept.await();
        Taken all = run.finish();
        passed.passed(origin.source(), message);
        return all;
    }

    /** Content that is broken stays broken; a disk or network that failed may work next time. */
    static Fault unreadableOrThrow(IOException e) throws IOException {
        boolean content = e instanceof CharacterCodingException
                || e instanceof CharConversionException
                || e instanceof ZipException
                || e instanceof EOFException
                || e instanceof com.fasterxml.jackson.core.JacksonException;
        if (!content) {
            throw e;
        }
        String what = Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
        return Fault.of(
                "unreadable",
                "",
                "Không đọc được phần còn lại của thông điệp: " + what,
                "The rest of the message cannot be read: " + what);
    }

    static Fault adapterFault(Origin origin, Throwable e) {
        String what = e.getClass().getSimpleName()
                + Optional.ofNullable(e.getMessage()).map(m -> ": " + m).orElse("");
        return Fault.of(
                "adapter-error",
                "",
                "Bộ kết nối «" + origin.adapter() + "» gặp lỗi của chính nó khi đọc thông điệp (" + what
                        + "); hãy báo cho người viết bộ kết nối.",
                "The adapter «" + origin.adapter() + "» failed on this message (" + what + "); tell its author.");
    }

    /** One message on its way. */
    private final class Run {
        private final Origin origin;
        private final MessageRef ref;
        private final Optional<String> checkpoint;
        private final Submissions submissions = new Submissions(store);
        private List<Entry> entries = new ArrayList<>();
        private Optional<OffsetDateTime> newest = Optional.empty();
        private long bytes;
        private long from;
        private long read;

        Run(Origin origin, MessageRef ref, long taken, Optional<String> checkpoint) {
            this.origin = origin;
            this.ref = ref;
            this.from = taken;
            this.checkpoint = checkpoint;
        }

        void through(Iterator<Change> changes) throws InterruptedException {
            while (changes.hasNext()) {
                Change change = changes.next();
                read++;
                if (read > from) {
                    add(preparer.prepare(origin, change));
                }
            }
        }

        void refuseRest(Fault fault, SpooledMessage message) throws InterruptedException {
            read++;
            if (read > from) {
                add(new Entry.Refused("read", Optional.empty(), fault, RawPart.whole(message)));
            }
        }

        private void add(Entry entry) throws InterruptedException {
            entries.add(entry);
            if (entry instanceof Entry.Put put) {
                bytes += put.data().length;
                newest = newest.filter(time -> time.isAfter(put.time())).or(() -> Optional.of(put.time()));
            }
            if (entries.size() >= BATCH_ENTRIES || bytes >= BATCH_BYTES) {
                submit(false);
            }
        }

        private void submit(boolean last) throws InterruptedException {
            long to = Math.max(read, from);
            submissions.submit(
                    new Batch(ref, from, to, last, entries, last ? checkpoint : Optional.empty(), origin.fence()));
            entries = new ArrayList<>();
            bytes = 0;
            from = to;
        }

        Taken finish() throws InterruptedException {
            submit(true);
            return new Taken(submissions.await(), newest);
        }
    }
}
