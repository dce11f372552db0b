package org.iochub.store.internal.write;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.iochub.api.Delivered;
import org.iochub.core.replay.ReplayStore;
import org.iochub.core.store.Batch;
import org.iochub.core.store.MessageRef;
import org.iochub.core.store.RecordStore;
import org.iochub.store.internal.jdbc.Room;
import org.iochub.store.internal.quarantine.RawSpool;

/**
 * The write side. What takes time and touches no table — reading refused raw forms — is done by the caller's thread; the
 * rest by the {@link WriteLane}. Futures are completed by a thread of the store: what hangs on them must be quick.
 */
public final class StoredRecords implements RecordStore {
    /** Batches of one source queued or not yet on disk: enough for one force to serve several while more are prepared. */
    private static final int UNDERWAY = 4;
    /** Batches of all sources together: what bounds the memory, however many sources flood at once. */
    private static final int IN_ALL = 32;

    private final WriteLane lane;
    private final Path temporary;
    private final Room disk;
    private final Map<String, Semaphore> room = new ConcurrentHashMap<>();
    private final Semaphore all = new Semaphore(IN_ALL, true);

    /**
     * @param temporary for raw forms on their way
     * @param disk asked before a message begins, so that a full one keeps neither its raw form nor half of it
     */
    public StoredRecords(WriteLane lane, Path temporary, Room disk) {
        this.lane = lane;
        this.temporary = temporary;
        this.disk = disk;
    }

    @Override
    public long resume(MessageRef message) {
        disk.demand();
        // Through the lane, so that a batch still on its way to the disk counts only when it has arrived.
        return lane.call(message.source(), context -> {
            lane.forgiven(message.source());
            return new Job.Done<>(
                    context.database()
                            .transaction(c -> Progress.load(c, message).resumeAt()),
                    0);
        });
    }

    @Override
    public CompletableFuture<Delivered> submit(Batch batch) throws InterruptedException {
        Semaphore places = room.computeIfAbsent(lane(batch), source -> new Semaphore(UNDERWAY, true));
        places.acquire();
        try {
            all.acquire();
        } catch (InterruptedException e) {
            places.release();
            throw e;
        }
        Prepared prepared;
        try {
            prepared = Prepared.of(batch, new RawSpool(temporary));
            if (Thread.interrupted()) {
                // A raw form may have been cut short by it.
                prepared.close();
                throw new InterruptedException("while the refused raw forms were read");
            }
        } catch (Throwable e) {
            all.release();
            places.release();
            throw e;
        }
        Job<Delivered> job =
                // A step of a replay that fails says nothing about the source's own messages.
                new Job<>(
                        lane(batch),
                        batch.replay().isPresent() ? "" : batch.message().id(),
                        context -> write(context, prepared),
                        () -> {
                            prepared.close();
                            all.release();
                            places.release();
                        });
        lane.submit(job);
        return job.future;
    }

    /** Whose turn it is: a replay is slowed down by itself, not by the source whose records it brings. */
    private static String lane(Batch batch) {
        return batch.replay().isPresent() ? ReplayStore.LEASE : batch.message().source();
    }

    private Job.Done<Delivered> write(Context context, Prepared prepared) throws SQLException {
        disk.demand();
        Delivered delivered = context.database().transaction(c -> new BatchTransaction(context, c, prepared).run());
        return new Job.Done<>(delivered, delivered.position());
    }

    @Override
    public long takeOver(String source, String owner) {
        return lane.call(source, context -> {
            lane.forgiven(source);
            return new Job.Done<>(context.database().transaction(c -> Progress.takeOver(c, source, owner)), 0);
        });
    }
}
