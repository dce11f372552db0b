package org.iochub.feed.internal.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.iochub.core.replay.Mend;
import org.iochub.core.replay.Outcome;
import org.iochub.core.replay.Replay;
import org.iochub.core.replay.ReplayItem;
import org.iochub.core.replay.ReplayRequest;
import org.iochub.core.replay.ReplayState;
import org.iochub.core.replay.Replays;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;

/** Jobs that never work, in memory. */
public final class FakeReplays implements Replays {
    public final List<ReplayRequest> requests = new CopyOnWriteArrayList<>();
    public final List<String> discarded = new CopyOnWriteArrayList<>();
    private final List<Replay> jobs = new CopyOnWriteArrayList<>();
    private final List<Mend> mends = new CopyOnWriteArrayList<>();

    @Override
    public Replay start(ReplayRequest request) {
        requests.add(request);
        Replay job = new Replay(
                jobs.size() + 1L,
                ReplayState.RUNNING,
                request.filter().describe(),
                request.rate(),
                request.batch(),
                request.by(),
                request.note(),
                Instant.parse("2026-03-01T01:00:00Z"),
                Optional.empty(),
                2,
                Map.of(Outcome.PENDING, 1L, Outcome.REFUSED, 1L));
        jobs.add(job);
        return job;
    }

    Replay add(java.util.function.LongFunction<Replay> made) {
        Replay job = made.apply(jobs.size() + 1L);
        jobs.add(job);
        return job;
    }

    @Override
    public List<Replay> list(long before, int limit) {
        List<Replay> newest = new ArrayList<>(jobs);
        java.util.Collections.reverse(newest);
        return newest.stream().filter(job -> job.id() < before).limit(limit).toList();
    }

    @Override
    public Optional<Replay> get(long id) {
        return jobs.stream().filter(job -> job.id() == id).findFirst();
    }

    @Override
    public List<ReplayItem> items(long id, Optional<Outcome> outcome, long after, int limit) {
        return List.of(
                        new ReplayItem(
                                1,
                                "a",
                                Outcome.REFUSED,
                                1,
                                0,
                                Optional.of(Fault.of("bad", "phone", "«0912345678» sai.", "«0912345678» is wrong.")),
                                "2.0.0",
                                Optional.of(Instant.parse("2026-03-01T01:00:01Z"))),
                        new ReplayItem(2, "a", Outcome.PENDING, 0, 0, Optional.empty(), "", Optional.empty()))
                .stream()
                .filter(item -> item.entry() > after)
                .filter(item -> outcome.map(item.outcome()::equals).orElse(true))
                .limit(limit)
                .toList();
    }

    @Override
    public Replay pause(long id) {
        return move(id, ReplayState.PAUSED);
    }

    @Override
    public Replay resume(long id) {
        return move(id, ReplayState.RUNNING);
    }

    @Override
    public Replay cancel(long id) {
        return move(id, ReplayState.CANCELLED);
    }

    private Replay move(long id, ReplayState to) {
        Replay job = get(id).orElseThrow();
        if (job.state() == ReplayState.CANCELLED && to != job.state()) {
            throw FaultException.of("replay-ended", "1", "Đã kết thúc.", "It has ended.");
        }
        Replay moved = new Replay(
                id,
                to,
                job.selection(),
                job.rate(),
                job.batch(),
                job.by(),
                job.note(),
                job.createdAt(),
                job.endedAt(),
                job.total(),
                job.outcomes(),
                job.renormalisation());
        jobs.replaceAll(each -> each.id() == id ? moved : each);
        return moved;
    }

    @Override
    public void discard(long entry, String by, String why) {
        discarded.add(entry + " " + by + " " + why);
    }

    @Override
    public Replay mend(long entry, byte[] raw, String by, String note) {
        mends.add(new Mend(
                mends.size() + 1, by, note, Instant.parse("2026-03-01T01:00:00Z"), raw.length, "ab".repeat(32)));
        return start(new ReplayRequest(
                org.iochub.core.quarantine.QuarantineFilter.all().only(java.util.Set.of(entry)), 1, 1, by, note));
    }

    @Override
    public List<Mend> mends(long entry) {
        return List.copyOf(mends);
    }

    @Override
    public Map<Tally, Long> counts() {
        return Map.of(new Tally("stations-north", Outcome.RECORDED), 3L);
    }
}
