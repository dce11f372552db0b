package org.iochub.shadow.internal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.iochub.api.SourceAdapter;
import org.iochub.core.archive.Archive;
import org.iochub.core.archive.DamagedArchiveException;
import org.iochub.core.shadow.MessageTaps;
import org.iochub.core.shadow.ShadowInstance;
import org.iochub.core.shadow.Trial;
import org.iochub.core.shadow.Trials;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares what one instance takes, message by message. Used by one thread; its report by any. */
final class Follower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

    /** What a turn came to. */
    enum Turn {
        /** There is nothing now. */
        NOTHING,
        DONE,
        /** The candidate failed by a mistake of its own. */
        FAILED,
        /** It took too long. */
        HUNG,
        /** It took too long, and its thread could not be ended. */
        STUCK
    }

    /** What every follower works with. */
    record Means(Trials trials, MessageTaps taps, Archive archive, Bench bench, Limits limits) {}

    private final Means means;
    private final SourceAdapter<?> candidate;
    private final Instant since;
    private final Report report;
    private TypeForms forms = new TypeForms();
    private Optional<Trial> trial = Optional.empty();
    private Optional<Way> way = Optional.empty();
    private volatile ShadowInstance.Standing standing = ShadowInstance.Standing.NONE;

    Follower(Means means, SourceAdapter<?> candidate, Instant since, Report report) {
        this.means = means;
        this.candidate = candidate;
        this.since = since;
        this.report = report;
    }

    Report report() {
        return report;
    }

    ShadowInstance instance() {
        return instance(report, standing);
    }

    static ShadowInstance instance(Report report, ShadowInstance.Standing standing) {
        return new ShadowInstance(
                report.source(),
                report.liveVersion(),
                standing,
                report.notes(),
                report.figures(),
                report.fields(),
                report.last());
    }

    /** One message, if there is one. */
    Turn turn() throws InterruptedException {
        if (trial.filter(Trial::current).isEmpty()) {
            close();
            Optional<Turn> failed = open();
            if (failed.isPresent()) {
                return failed.get();
            }
        }
        if (way.isEmpty()) {
            return Turn.NOTHING;
        }
        Optional<Way.Passing> next = way.get().next();
        if (next.isEmpty()) {
            standing = standing.caughtUp(true);
            return Turn.NOTHING;
        }
        standing = standing.caughtUp(false);
        return compare(trial.get(), way.get(), next.get());
    }

    private Optional<Turn> open() throws InterruptedException {
        try {
            Trial opened = means.bench()
                    .within(
                            means.limits().patience(),
                            () -> {},
                            () -> means.trials().open(report.source(), candidate));
            trial = Optional.of(opened);
            report.against(opened.liveVersion());
            List<Text> settings = opened.settings().stream().map(Fault::message).toList();
            standing = new ShadowInstance.Standing(
                    opened.tenant(),
                    opened.archived(),
                    settings,
                    opened.candidate().isPresent(),
                    false);
            if (opened.candidate().isPresent()) {
                way = Optional.of(
                        opened.archived()
                                ? new ArchiveWay(means.archive(), report.source(), since, report)
                                : new TapWay(means.taps(), report.source(), report));
            }
            return Optional.empty();
        } catch (Bench.HungException e) {
            return Optional.of(e.stuck() ? Turn.STUCK : Turn.HUNG);
        } catch (FaultException e) {
            // The live instance's own trouble: its status says so.
            return Optional.of(Turn.NOTHING);
        } catch (IOException | IllegalStateException e) {
            LOG.warn("A candidate beside {} cannot be made: {}", report.source(), e.toString());
            return Optional.of(Turn.FAILED);
        } catch (Bench.BrokenOffException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("A candidate beside {} cannot be made: {}", report.source(), e.toString());
            return Optional.of(Turn.FAILED);
        }
    }

    private Turn compare(Trial beside, Way from, Way.Passing passing) throws InterruptedException {
        if (passing.message().size() > means.limits().bytes()) {
            return skip(from, Report.Skip.LARGE);
        }
        try {
            Optional<Reading> live = live(beside, passing);
            if (live.isEmpty()) {
                return Turn.NOTHING; // it is going; the next turn looks anew
            }
            if (live.get().hung()) {
                return skip(from, Report.Skip.SLOW);
            }
            Duration patience = means.limits().patienceAfter(live.get().took());
            Reading tried = means.bench().read(beside.candidate().orElseThrow(), passing.message(), patience);
            return account(beside, from, passing, live.get(), tried);
        } catch (Reader.TooManyException e) {
            return skip(from, Report.Skip.LARGE);
        } catch (DamagedArchiveException | java.nio.file.NoSuchFileException e) {
            return skip(from, Report.Skip.UNREADABLE);
        } catch (IOException e) {
            LOG.warn("A message of {} cannot be read for comparison: {}", report.source(), e.toString());
            return skip(from, Report.Skip.UNREADABLE);
        }
    }

    /** In use only while it reads: an update of the live adapter never waits for a candidate. */
    private Optional<Reading> live(Trial beside, Way.Passing passing) throws IOException, InterruptedException {
        Optional<Trial.Use> use = beside.use();
        if (use.isEmpty()) {
            return Optional.empty();
        }
        try (Trial.Use held = use.get()) {
            return Optional.of(means.bench()
                    .read(beside.live(), passing.message(), means.limits().patience()));
        }
    }

    private Turn account(Trial beside, Way from, Way.Passing passing, Reading live, Reading tried) {
        Optional<Fault> failure = tried.hung() ? Optional.of(tooSlow(tried)) : mistake(live, tried);
        Comparison.Result result = tried.hung()
                ? new Comparison.Result(0, List.of())
                : Comparison.of(items(beside, live), items(beside, tried), beside.sensitive());
        report.compared(passing, result, live.took(), tried.took(), failure);
        from.done();
        if (tried.hung()) {
            return tried.stuck() ? Turn.STUCK : Turn.HUNG;
        }
        return failure.isPresent() ? Turn.FAILED : Turn.DONE;
    }

    /** Where both fail alike, the candidate is no worse. */
    private static Optional<Fault> mistake(Reading live, Reading tried) {
        return live.failure().isPresent() ? Optional.empty() : tried.failure();
    }

    private List<Item> items(Trial beside, Reading reading) {
        return new Items(forms, beside.tenant(), beside.source()).of(reading.changes());
    }

    private static Fault tooSlow(Reading tried) {
        long seconds = tried.took().toSeconds();
        return Fault.of(
                "too-slow",
                "",
                "Bản thử đọc thông điệp này quá " + seconds + " giây nên bị ngắt.",
                "The candidate took this message longer than " + seconds + " seconds and was broken off.");
    }

    private Turn skip(Way from, Report.Skip why) {
        report.skipped(why);
        from.done();
        return Turn.DONE;
    }

    /** Lets go of the live adapter and of the candidate; the report stays. */
    @Override
    public void close() {
        way.ifPresent(Way::close);
        way = Optional.empty();
        trial.ifPresent(Trial::close);
        trial = Optional.empty();
        // Codecs keep the classes of types.
        forms = new TypeForms();
    }
}
