package org.iochub.core.replay.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import org.iochub.core.archive.Archive;
import org.iochub.core.cluster.Leases;
import org.iochub.core.pipeline.internal.Origin;
import org.iochub.core.pipeline.internal.ReplayPipeline;
import org.iochub.core.pipeline.internal.StoreRefusal;
import org.iochub.core.quarantine.Quarantine;
import org.iochub.core.quarantine.QuarantineFilter;
import org.iochub.core.quarantine.QuarantineState;
import org.iochub.core.quarantine.Quarantined;
import org.iochub.core.replay.Mend;
import org.iochub.core.replay.Outcome;
import org.iochub.core.replay.Replay;
import org.iochub.core.replay.ReplayItem;
import org.iochub.core.replay.ReplayRequest;
import org.iochub.core.replay.ReplayState;
import org.iochub.core.replay.ReplayStore;
import org.iochub.core.replay.Replays;
import org.iochub.core.store.MessageRef;
import org.iochub.core.store.RecordStore;
import org.iochub.core.store.ReplayStep;
import org.iochub.model.FaultException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on the jobs, the oldest first, entry by entry in order of arrival, on one thread of the one node that has the lease.
 * All it knows stands in the store: another node, or this one after a restart, goes on with the next entry.
 */
public final class Replayer implements Replays, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Replayer.class);
    /** How soon a job is seen that was started on another node. */
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final ReplayStore jobs;
    private final RecordStore records;
    private final Quarantine quarantine;
    private final Adapters adapters;
    private final Leases leases;
    private final EntryReader reader;
    private final ReplayPipeline pipeline;
    private final Map<Tally, Long> counts =
            new ConcurrentSkipListMap<>(Comparator.comparing(Tally::source).thenComparing(Tally::outcome));
    private final Pulse pulse = new Pulse();
    private final Optional<Renormaliser> renormaliser;
    private volatile Optional<Thread> worker = Optional.empty();

    /** One that replays only. */
    public Replayer(
            ReplayStore jobs,
            RecordStore records,
            Quarantine quarantine,
            Adapters adapters,
            Leases leases,
            Supplier<Optional<Archive>> archive) {
        this(jobs, records, quarantine, adapters, leases, archive, Optional.empty());
    }

    public Replayer(
            ReplayStore jobs,
            RecordStore records,
            Quarantine quarantine,
            Adapters adapters,
            Leases leases,
            Supplier<Optional<Archive>> archive,
            Optional<Renormaliser> renormaliser) {
        this.renormaliser = renormaliser;
        renormaliser.ifPresent(each -> each.wakes(pulse));
        this.jobs = jobs;
        this.records = records;
        this.quarantine = quarantine;
        this.adapters = adapters;
        this.leases = leases;
        this.reader = new EntryReader(quarantine, jobs, archive);
        this.pipeline = new ReplayPipeline(records);
    }

    public void start() {
        leases.request(ReplayStore.LEASE, this::granted, this::lost);
    }

    private synchronized void granted() {
        if (worker.isEmpty() && !pulse.closed()) {
            Thread thread = new Thread(this::work, "hub-replay");
            thread.setDaemon(true);
            worker = Optional.of(thread);
            thread.start();
        }
    }

    /** What is under way fails at the store, whose token another node has. */
    private synchronized void lost() {
        worker.ifPresent(Thread::interrupt);
        worker = Optional.empty();
    }

    @Override
    public void close() {
        pulse.close();
        leases.release(ReplayStore.LEASE);
        Optional<Thread> thread = worker;
        thread.ifPresent(Thread::interrupt);
        thread.ifPresent(Replayer::join);
    }

    private static void join(Thread thread) {
        try {
            thread.join(Duration.ofSeconds(10).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // --- the worker's thread ----------------------------------------------------------------------------------------

    private void work() {
        Optional<Long> fence = Optional.empty();
        while (mine()) {
            try {
                if (fence.isEmpty()) {
                    fence = Optional.of(records.takeOver(ReplayStore.LEASE, leases.node()));
                }
                Optional<Replay> job = jobs.due();
                if (job.isEmpty()) {
                    pulse.await(LOOK);
                } else if (job.get().renormalisation().isEmpty()) {
                    some(job.get(), fence.get());
                } else if (renormaliser.isPresent()) {
                    long id = job.get().id();
                    renormaliser.get().some(job.get(), fence.get(), () -> mine() && isRunning(id));
                } else {
                    pulse.await(LOOK);
                }
            } catch (InterruptedException e) {
                return;
            } catch (FaultException | StoreRefusal e) {
                LOG.debug("The replay waits", e);
                // A token that is outdated is asked for anew, as long as the lease is ours.
                fence = Optional.empty();
                if (!pause()) {
                    return;
                }
            } catch (RuntimeException e) {
                LOG.warn("The replay met something unexpected and tries again", e);
                if (!pause()) {
                    return;
                }
            }
        }
    }

    private boolean pause() {
        try {
            pulse.await(LOOK);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    private boolean mine() {
        return !pulse.closed() && worker.filter(Thread.currentThread()::equals).isPresent();
    }

    /** One reading of entries; then other jobs and a person's word are looked at. */
    private void some(Replay job, long fence) throws InterruptedException {
        List<ReplayItem> next = jobs.items(job.id(), Optional.of(Outcome.PENDING), 0, job.batch());
        if (next.isEmpty()) {
            jobs.move(job.id(), ReplayState.FINISHED);
            LOG.info("Replay {} is finished: {}", job.id(), job.outcomes());
            return;
        }
        long nanos = Duration.ofSeconds(1).toNanos() / job.rate();
        for (ReplayItem item : next) {
            long start = System.nanoTime();
            if (!mine() || !isRunning(job.id())) {
                return;
            }
            one(job, item, fence);
            jobs.item(job.id(), item.entry())
                    .ifPresent(done -> counts.merge(new Tally(done.source(), done.outcome()), 1L, Long::sum));
            pulse.rest(nanos - (System.nanoTime() - start));
        }
    }

    private boolean isRunning(long id) {
        return jobs.get(id).filter(now -> now.state() == ReplayState.RUNNING).isPresent();
    }

    private void one(Replay job, ReplayItem item, long fence) throws InterruptedException {
        Optional<Quarantined> entry = quarantine.get(item.entry());
        if (entry.isEmpty() || entry.get().state() != QuarantineState.OPEN) {
            jobs.settle(job.id(), item.entry(), Outcome.GONE, Optional.empty(), fence);
            return;
        }
        try {
            read(job, item, entry.get(), fence);
        } catch (FaultException e) {
            if (isAboutUs(e)) {
                throw e;
            }
            jobs.settle(job.id(), item.entry(), Outcome.IMPOSSIBLE, Optional.of(e.fault()), fence);
        } catch (IOException e) {
            LOG.warn("Entry {} could not be read again: {}", item.entry(), e.toString());
            FaultException fault = FaultException.of(
                    "unreadable-now",
                    "",
                    "Chưa đọc lại được bản ghi này (" + e.getMessage() + "); hãy chạy lại sau.",
                    "This entry could not be read now (" + e.getMessage() + "); replay it again later.");
            jobs.settle(job.id(), item.entry(), Outcome.IMPOSSIBLE, Optional.of(fault.fault()), fence);
        }
    }

    /** Of the store, the lease and a source that is not back yet: it says nothing about the entry, which comes again. */
    static boolean isAboutUs(FaultException e) {
        String code = e.fault().code();
        return code.startsWith("store-")
                || Set.of("lease-lost", "replay-not-running", "out-of-step", "interrupted", PatientAdapters.NOT_YET)
                        .contains(code);
    }

    private void read(Replay job, ReplayItem item, Quarantined entry, long fence)
            throws IOException, InterruptedException {
        try (Adapters.Use use = adapters.open(entry.source(), fence)) {
            Origin origin = use.origin();
            EntryReader.Reading reading = reader.read(entry, origin.normalizer());
            MessageRef ref = new MessageRef(
                    entry.source(),
                    entry.tenant(),
                    entry.message(),
                    true,
                    entry.messageName(),
                    reading.receivedAt(),
                    origin.adapter(),
                    origin.adapterVersion(),
                    origin.sensitive(),
                    reading.raw().attributes());
            ReplayStep step = new ReplayStep(job.id(), entry.id(), reading.whole(), "replay", reading.receivedAt());
            // What an earlier version of the adapter made of the first half counts for nothing.
            boolean goesOn = item.adapterVersion().equals(origin.adapterVersion());
            pipeline.take(
                    origin, ref, step, reading.changes(), reading.raw(), entry.position(), goesOn ? item.taken() : 0);
        }
    }

    // --- what people ask --------------------------------------------------------------------------------------------

    @Override
    public Replay start(ReplayRequest request) {
        Replay job = jobs.create(request);
        pulse.beat();
        return job;
    }

    @Override
    public List<Replay> list(long before, int limit) {
        return jobs.list(before, limit);
    }

    @Override
    public Optional<Replay> get(long id) {
        return jobs.get(id);
    }

    @Override
    public List<ReplayItem> items(long id, Optional<Outcome> outcome, long after, int limit) {
        return jobs.items(id, outcome, after, limit);
    }

    @Override
    public Replay pause(long id) {
        return jobs.move(id, ReplayState.PAUSED);
    }

    @Override
    public Replay resume(long id) {
        Replay job = jobs.move(id, ReplayState.RUNNING);
        pulse.beat();
        return job;
    }

    @Override
    public Replay cancel(long id) {
        return jobs.move(id, ReplayState.CANCELLED);
    }

    @Override
    public void discard(long entry, String by, String why) {
        jobs.discard(entry, by, why);
    }

    @Override
    public Replay mend(long entry, byte[] raw, String by, String note) {
        jobs.mend(entry, raw, by, note);
        return start(new ReplayRequest(
                QuarantineFilter.all().only(Set.of(entry)),
                ReplayRequest.USUAL_RATE,
                ReplayRequest.USUAL_BATCH,
                by,
                note));
    }

    @Override
    public List<Mend> mends(long entry) {
        return jobs.mends(entry);
    }

    @Override
    public Map<Tally, Long> counts() {
        return Map.copyOf(counts);
    }
}
