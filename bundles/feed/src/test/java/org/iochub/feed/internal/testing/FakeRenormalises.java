package org.iochub.feed.internal.testing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.iochub.core.difference.DifferenceReport;
import org.iochub.core.difference.FieldChange;
import org.iochub.core.replay.Outcome;
import org.iochub.core.replay.Renormalisation;
import org.iochub.core.replay.RenormaliseRequest;
import org.iochub.core.replay.Renormalises;
import org.iochub.core.replay.Replay;
import org.iochub.core.replay.ReplayState;
import org.iochub.model.FaultException;
import org.iochub.model.Text;

/** Dry runs that end at once with one difference. */
public final class FakeRenormalises implements Renormalises {
    public final List<RenormaliseRequest> requests = new CopyOnWriteArrayList<>();
    private final FakeReplays jobs;

    FakeRenormalises(FakeReplays jobs) {
        this.jobs = jobs;
    }

    @Override
    public Replay dry(RenormaliseRequest request) {
        requests.add(request);
        return job(
                request.source(),
                request.from(),
                request.type(),
                Optional.empty(),
                request.rate(),
                request.by(),
                request.note());
    }

    @Override
    public Replay apply(long dryRun, int rate, String by, String note) {
        Renormalisation plan = jobs.get(dryRun)
                .flatMap(Replay::renormalisation)
                .orElseThrow(() -> FaultException.of("not-a-dry-run", "", "Không phải chạy thử.", "It is no dry run."));
        return job(plan.source(), plan.from(), plan.type(), Optional.of(dryRun), rate, by, note);
    }

    private Replay job(
            String source,
            Optional<Instant> from,
            Optional<String> type,
            Optional<Long> dryRun,
            int rate,
            String by,
            String note) {
        Instant until = Instant.parse("2026-03-01T01:00:00Z");
        return jobs.add(id -> new Replay(
                id,
                ReplayState.FINISHED,
                "source=" + source,
                rate,
                1,
                by,
                note,
                until,
                Optional.of(until),
                1,
                Map.of(Outcome.RECORDED, 1L),
                Optional.of(new Renormalisation(source, from, until, type, dryRun, "2.0.0"))));
    }

    @Override
    public Optional<DifferenceReport> differences(long id) {
        return jobs.get(id).flatMap(Replay::renormalisation).map(plan -> {
            DifferenceReport report = new DifferenceReport();
            report.changed(
                    "task",
                    "t1",
                    List.of(new FieldChange(
                            "assigneeOrg",
                            "/assigneeOrg",
                            Text.of("Đơn vị được giao", "Assignee"),
                            false,
                            Optional.of("STC"),
                            Optional.of("Sở Tài chính"))));
            return report;
        });
    }
}
