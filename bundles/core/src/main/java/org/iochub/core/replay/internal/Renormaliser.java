package org.iochub.core.replay.internal;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.iochub.core.archive.Archive;
import org.iochub.core.archive.ArchivePage;
import org.iochub.core.archive.ArchivePolicy;
import org.iochub.core.archive.ArchiveQuery;
import org.iochub.core.archive.ArchivedMessage;
import org.iochub.core.archive.DamagedArchiveException;
import org.iochub.core.difference.DifferenceReport;
import org.iochub.core.pipeline.internal.CorrectionPipeline;
import org.iochub.core.pipeline.internal.CorrectionPreview;
import org.iochub.core.pipeline.internal.Origin;
import org.iochub.core.replay.Outcome;
import org.iochub.core.replay.Renormalisation;
import org.iochub.core.replay.RenormaliseRequest;
import org.iochub.core.replay.RenormaliseStore;
import org.iochub.core.replay.Renormalises;
import org.iochub.core.replay.Replay;
import org.iochub.core.replay.ReplayState;
import org.iochub.core.replay.ReplayStore;
import org.iochub.core.store.MessageRef;
import org.iochub.core.store.ReplayStep;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Archived messages through the adapter as it is now, on the thread of the {@link Replayer}: message by message in order of
 * arrival, what is known of it in the store.
 */
public final class Renormaliser implements Renormalises {
    private static final Logger LOG = LoggerFactory.getLogger(Renormaliser.class);
    private static final int PAGE = 200;
    private static final int READING = 100;
    /** How much of a dry run an end of the process may cost. */
    private static final long FLUSH_NANOS = Duration.ofSeconds(1).toNanos();

    private static final int FLUSH_RECORDS = 5_000;

    private final RenormaliseStore store;
    private final ReplayStore jobs;
    private final Adapters adapters;
    private final Adapters patient;
    private final Supplier<Optional<Archive>> archive;
    private final CorrectionPipeline pipeline;
    private final CorrectionPreview preview;
    private final Clock clock;
    private volatile Pulse pulse = new Pulse();

    public Renormaliser(
            RenormaliseStore store,
            ReplayStore jobs,
            Adapters adapters,
            Supplier<Optional<Archive>> archive,
            CorrectionPipeline pipeline,
            CorrectionPreview preview,
            Clock clock) {
        this.store = store;
        this.jobs = jobs;
        this.adapters = adapters;
        this.patient = new PatientAdapters(adapters, System::nanoTime);
        this.archive = archive;
        this.pipeline = pipeline;
        this.preview = preview;
        this.clock = clock;
    }

    /** Whose thread works on the jobs. */
    void wakes(Pulse worker) {
        this.pulse = worker;
    }

    // --- what people ask --------------------------------------------------------------------------------------------

    @Override
    public Replay dry(RenormaliseRequest request) {
        Instant now = clock.instant();
        Instant until = request.until().filter(now::isAfter).orElse(now);
        return begin(
                request.source(),
                request.from(),
                until,
                request.type(),
                Optional.empty(),
                request.rate(),
                request.by(),
                request.note());
    }

    @Override
    public Replay apply(long dryRun, int rate, String by, String note) {
        Replay dry = jobs.get(dryRun).orElseThrow(() -> RenormaliseFaults.unknown(dryRun));
        Renormalisation plan = dry.renormalisation()
                .filter(Renormalisation::isDry)
                .orElseThrow(() -> RenormaliseFaults.notDry(dryRun));
        if (dry.state() != ReplayState.FINISHED) {
            throw RenormaliseFaults.notFinished(dryRun);
        }
        try (Adapters.Use use = adapters.open(plan.source(), 0)) {
            checkVersion(plan, use.origin());
        }
        return begin(plan.source(), plan.from(), plan.until(), plan.type(), Optional.of(dryRun), rate, by, note);
    }

    private Replay begin(
            String source,
            Optional<Instant> from,
            Instant until,
            Optional<String> type,
            Optional<Long> dryRun,
            int rate,
            String by,
            String note) {
        String version;
        try (Adapters.Use use = adapters.open(source, 0)) {
            if (use.origin().archive().mode() == ArchivePolicy.Mode.NONE
                    || archive.get().isEmpty()) {
                throw RenormaliseFaults.forbidden(source);
            }
            version = use.origin().adapterVersion();
        }
        Renormalisation plan = new Renormalisation(source, from, until, type, dryRun, version);
        Replay job = store.create(plan, count(plan), rate, by, note);
        pulse.beat();
        return job;
    }

    private long count(Renormalisation plan) {
        long total = 0;
        Optional<String> after = Optional.empty();
        do {
            ArchivePage page = archive.get().orElseThrow().page(query(plan, after, 1_000));
            total += page.messages().size() + page.damages().size();
            after = page.next();
        } while (after.isPresent() && total <= Renormalisation.MOST_MESSAGES);
        if (total == 0) {
            throw RenormaliseFaults.nothing(plan.source());
        }
        if (total > Renormalisation.MOST_MESSAGES) {
            throw RenormaliseFaults.tooMany(plan.source());
        }
        return total;
    }

    private static ArchiveQuery query(Renormalisation plan, Optional<String> after, int limit) {
        return new ArchiveQuery(plan.source(), plan.from(), Optional.of(plan.until()), after, limit);
    }

    @Override
    public Optional<DifferenceReport> differences(long id) {
        Optional<Renormalisation> plan = jobs.get(id).flatMap(Replay::renormalisation);
        return plan.map(job -> store.report(job.dryRun().orElse(id))
                .map(DifferenceReport::read)
                .orElseGet(DifferenceReport::new));
    }

    // --- the worker's thread ----------------------------------------------------------------------------------------

    /** Some messages of a job; then other jobs and a person's word are looked at. */
    void some(Replay job, long fence, BooleanSupplier goesOn) throws InterruptedException {
        Renormalisation plan = job.renormalisation().orElseThrow();
        List<RenormaliseStore.Item> next = store.pending(job.id(), READING);
        if (next.isEmpty()) {
            listOrFinish(job, plan, fence);
            return;
        }
        Dry dry = plan.isDry() ? new Dry(job.id(), fence) : null;
        long nanos = Duration.ofSeconds(1).toNanos() / job.rate();
        for (RenormaliseStore.Item item : next) {
            long start = System.nanoTime();
            if (!goesOn.getAsBoolean()) {
                break;
            }
            one(job, plan, item, Optional.ofNullable(dry), fence);
            pulse.rest(nanos - (System.nanoTime() - start));
        }
        if (dry != null && goesOn.getAsBoolean()) {
            dry.flush();
        }
    }

    private void listOrFinish(Replay job, Renormalisation plan, long fence) {
        RenormaliseStore.Listing listing = store.listing(job.id());
        if (listing.complete()) {
            store.finish(job.id());
            LOG.info("Re-normalising {} is finished: {}", job.id(), job.selection());
            return;
        }
        ArchivePage page = archive.get()
                .orElseThrow(() -> RenormaliseFaults.forbidden(plan.source()))
                .page(query(plan, listing.after(), PAGE));
        store.list(
                job.id(),
                page.messages().stream()
                        .map(message -> new RenormaliseStore.Found(message.message(), message.place()))
                        .toList(),
                page.damages(),
                page.next(),
                fence);
    }

    private void one(Replay job, Renormalisation plan, RenormaliseStore.Item item, Optional<Dry> dry, long fence)
            throws InterruptedException {
        Archive from = archive.get().orElseThrow(() -> RenormaliseFaults.forbidden(plan.source()));
        Optional<ArchivedMessage> message = from.at(plan.source(), item.place());
        Outcome outcome = Outcome.IMPOSSIBLE;
        Optional<Fault> fault;
        try {
            if (message.isPresent()) {
                read(job, plan, item, from, message.get(), dry, fence);
                return;
            }
            // Beyond the archive's limits by now.
            outcome = Outcome.GONE;
            fault = Optional.empty();
        } catch (FaultException e) {
            if (Replayer.isAboutUs(e)) {
                throw e;
            }
            fault = Optional.of(e.fault());
        } catch (DamagedArchiveException e) {
            fault = Optional.of(e.fault());
        } catch (IOException e) {
            LOG.warn("The archived message {} could not be read: {}", item.place(), e.toString());
            fault = Optional.of(Fault.of(
                    "unreadable-now",
                    item.place(),
                    "Chưa đọc được thông điệp này trong kho lưu trữ (" + e.getMessage() + ").",
                    "This message of the archive could not be read now (" + e.getMessage() + ")."));
        }
        if (dry.isPresent()) {
            dry.get().seen(item.entry(), outcome, fault);
        } else {
            jobs.settle(job.id(), item.entry(), outcome, fault, fence);
        }
    }

    private void read(
            Replay job,
            Renormalisation plan,
            RenormaliseStore.Item item,
            Archive from,
            ArchivedMessage message,
            Optional<Dry> dry,
            long fence)
            throws IOException, InterruptedException {
        try (Adapters.Use use = patient.open(plan.source(), fence)) {
            Origin origin = use.origin();
            checkVersion(plan, origin);
            if (dry.isPresent()) {
                CorrectionPreview.Result result =
                        preview.add(job.id(), origin, from.raw(message), plan.type(), dry.get().report, dry.get().made);
                dry.get().seen(item.entry(), result.outcome(), result.fault());
                return;
            }
            MessageRef ref = new MessageRef(
                    message.source(),
                    message.tenant(),
                    message.message(),
                    message.named(),
                    message.name(),
                    message.receivedAt(),
                    origin.adapter(),
                    origin.adapterVersion(),
                    origin.sensitive(),
                    message.attributes());
            ReplayStep step = new ReplayStep(job.id(), item.entry(), true, ReplayStep.CORRECTION, message.receivedAt());
            pipeline.take(origin, ref, step, from.raw(message), plan.type(), item.taken());
        }
    }

    private static void checkVersion(Renormalisation plan, Origin origin) {
        if (!origin.adapterVersion().equals(plan.adapterVersion())) {
            throw RenormaliseFaults.adapterChanged(plan.adapterVersion(), origin.adapterVersion());
        }
    }

    /** What a dry run found since it was last written down. */
    private final class Dry {
        private final long job;
        private final long fence;
        private final DifferenceReport report;
        private final Map<Long, byte[]> made = new HashMap<>();
        private final List<RenormaliseStore.Seen> seen = new ArrayList<>();
        private long flushed = System.nanoTime();

        Dry(long job, long fence) {
            this.job = job;
            this.fence = fence;
            this.report = store.report(job).map(DifferenceReport::read).orElseGet(DifferenceReport::new);
        }

        void seen(long entry, Outcome outcome, Optional<Fault> fault) {
            seen.add(new RenormaliseStore.Seen(entry, outcome, fault));
            if (System.nanoTime() - flushed > FLUSH_NANOS || made.size() > FLUSH_RECORDS) {
                flush();
            }
        }

        void flush() {
            store.settle(job, seen, report.toJson(), made, fence);
            seen.clear();
            made.clear();
            flushed = System.nanoTime();
        }
    }
}
