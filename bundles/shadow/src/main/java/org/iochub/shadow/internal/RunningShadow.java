package org.iochub.shadow.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import org.iochub.api.SourceAdapter;
import org.iochub.core.shadow.Candidate;
import org.iochub.core.shadow.Figures;
import org.iochub.core.shadow.Shadow;
import org.iochub.core.shadow.ShadowDifference;
import org.iochub.core.shadow.ShadowInstance;
import org.iochub.core.shadow.ShadowState;
import org.iochub.model.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One candidate at its trial. Steered by one thread at a time; what is asked of it is answered on any. */
final class RunningShadow {
    private static final Logger LOG = LoggerFactory.getLogger(RunningShadow.class);
    private static final Text NOTHING = Text.of("", "");

    /** What is known of the candidate, also while it is not held. */
    private record Facts(
            String name, Optional<String> version, List<String> adapters, String deployedAs, Optional<Text> obstacle) {
        private static final Facts UNKNOWN = new Facts("", Optional.empty(), List.of(), "", Optional.empty());

        static Facts of(Candidate held) {
            List<String> ids = held.adapters().stream()
                    .map(one -> one.descriptor().id())
                    .sorted()
                    .toList();
            return new Facts(held.name(), Optional.of(held.version()), ids, held.deployedAs(), held.obstacle());
        }
    }

    private final Follower.Means means;
    private final KeptShadow begun;
    private final Map<String, Follower> followers = new ConcurrentSkipListMap<>();
    private final Map<String, Report> reports = new ConcurrentSkipListMap<>();
    private volatile Optional<Candidate> candidate = Optional.empty();
    private volatile Facts facts = Facts.UNKNOWN;
    private volatile Optional<Text> refusal = Optional.empty();
    private volatile Optional<Text> stopped;
    private volatile boolean paused;
    private Verdicts.Kind said = Verdicts.Kind.NOTHING;
    private String turnOf = "";
    private int failures;
    private int hangs;

    RunningShadow(Follower.Means means, KeptShadow kept) {
        this.means = means;
        this.begun = kept;
        kept.reports().forEach((source, report) -> reports.put(source, new Report(source, report)));
        this.paused = kept.paused();
        this.stopped = kept.stopped().map(why -> Text.of(why.vi(), why.en()));
    }

    String file() {
        return begun.file();
    }

    String sha256() {
        return begun.sha256();
    }

    // --- steered ----------------------------------------------------------------------------------------------------

    void begin(Candidate held) {
        candidate = Optional.of(held);
        facts = Facts.of(held);
        refusal = Optional.empty();
        settle();
        said = Verdicts.kind(figures());
        LOG.info("Shadow {}: {} {} runs beside {}. {}", file(), held.name(), held.version(), liveVersions(), verdict());
    }

    private String liveVersions() {
        Set<String> sources = followers.keySet();
        return sources.isEmpty() ? "no source yet" : "the sources " + String.join(", ", sources);
    }

    void refuse(Text why) {
        refusal = Optional.of(why);
        LOG.warn("Shadow {}: refused. {}", file(), why.toString().replaceAll("\\s*\n\\s*", " | "));
    }

    boolean lacksCandidate() {
        return candidate.isEmpty() && refusal.isEmpty();
    }

    Optional<Candidate> candidate() {
        return candidate;
    }

    /** Lets instances come and go; closes a candidate whose makings went. */
    void settle() {
        if (candidate.filter(Candidate::gone).isPresent()) {
            release();
        }
        if (candidate.isEmpty() || paused || stopped.isPresent()) {
            return;
        }
        Set<String> now = new TreeSet<>();
        for (SourceAdapter<?> adapter : candidate.get().adapters()) {
            for (String source : means.trials().instances(adapter.descriptor().id())) {
                now.add(source);
                followers.computeIfAbsent(
                        source,
                        s -> new Follower(
                                means,
                                adapter,
                                begun.since(),
                                reports.computeIfAbsent(s, name -> new Report(name, Report.Kept.NOTHING))));
            }
        }
        for (Follower follower : followers.values()) {
            if (!now.contains(follower.report().source())) {
                follower.close();
                followers.remove(follower.report().source());
            }
        }
    }

    /** One message of the instance whose turn it is. @return whether there was one */
    boolean turn() throws InterruptedException {
        if (state() != ShadowState.RUNNING) {
            return false;
        }
        for (Follower follower : inTurn()) {
            Follower.Turn turn = follower.turn();
            if (turn != Follower.Turn.NOTHING) {
                turnOf = follower.report().source();
                account(turn);
                sayVerdict();
                return true;
            }
        }
        return false;
    }

    /** Those behind the last one first, so that each has its turn. */
    private List<Follower> inTurn() {
        return followers.values().stream()
                .sorted(java.util.Comparator.comparing((Follower follower) ->
                                follower.report().source().compareTo(turnOf) <= 0)
                        .thenComparing(follower -> follower.report().source()))
                .toList();
    }

    private void account(Follower.Turn turn) {
        switch (turn) {
            case DONE -> failures = 0;
            case FAILED -> failures++;
            case HUNG -> {
                failures++;
                hangs++;
            }
            case STUCK ->
                stop(Text.of(
                        "Bản thử treo và không ngắt được; luồng của nó chỉ mất khi tự kết thúc hoặc khi khởi động lại hub."
                                + " Hãy sửa bộ kết nối rồi thử bản khác.",
                        "The candidate hangs and cannot be broken off; its thread goes when it ends by itself or the hub"
                                + " is started again. Mend the adapter and try another version."));
            case NOTHING -> {}
        }
        if (hangs >= means.limits().hangs()) {
            stop(Text.of(
                    "Bản thử đọc quá lâu ở " + hangs + " thông điệp; hãy sửa rồi thử bản khác, hoặc cho chạy tiếp.",
                    "The candidate took too long on " + hangs
                            + " messages; mend it and try another version, or resume."));
        } else if (failures >= means.limits().failures()) {
            stop(Text.of(
                    "Bản thử lỗi liên tiếp ở " + failures + " thông điệp; xem các khác biệt loại «failed».",
                    "The candidate failed on " + failures
                            + " messages in a row; look at the differences of the kind «failed»."));
        }
    }

    private void stop(Text why) {
        if (stopped.isEmpty()) {
            stopped = Optional.of(why);
            followers.values().forEach(Follower::close);
            LOG.warn("Shadow {}: stopped. {}", file(), why);
        }
    }

    private void sayVerdict() {
        Verdicts.Kind kind = Verdicts.kind(figures());
        if (kind != said) {
            said = kind;
            LOG.info("Shadow {}: {}", file(), verdict());
        }
    }

    void pause() {
        paused = true;
        followers.values().forEach(Follower::close);
    }

    void resume() {
        paused = false;
        stopped = Optional.empty();
        failures = 0;
        hangs = 0;
        settle();
    }

    /** Lets go of the candidate and of the live adapters; the reports stay. */
    void release() {
        followers.values().forEach(Follower::close);
        followers.clear();
        Optional<Candidate> held = candidate;
        candidate = Optional.empty();
        held.ifPresent(Candidate::close);
    }

    KeptShadow kept() {
        Map<String, Report.Kept> kept = new java.util.TreeMap<>();
        reports.forEach((source, report) -> kept.put(source, report.kept()));
        return new KeptShadow(
                begun.file(),
                begun.sha256(),
                begun.startedAt(),
                begun.since(),
                begun.by(),
                paused,
                stopped.map(why -> new KeptShadow.StopReason(why.vi(), why.en())),
                kept);
    }

    // --- asked ------------------------------------------------------------------------------------------------------

    ShadowState state() {
        if (refusal.isPresent()) {
            return ShadowState.REFUSED;
        }
        if (stopped.isPresent()) {
            return ShadowState.STOPPED;
        }
        if (paused) {
            return ShadowState.PAUSED;
        }
        return candidate.isEmpty() || followers.isEmpty() ? ShadowState.WAITING : ShadowState.RUNNING;
    }

    private Text reason() {
        return switch (state()) {
            case REFUSED -> refusal.orElse(NOTHING);
            case STOPPED -> stopped.orElse(NOTHING);
            case WAITING ->
                candidate
                        .map(held -> String.join(", ", facts.adapters()))
                        .map(ids -> Text.of(
                                "Chưa có nguồn nào dùng bộ kết nối " + ids + ".",
                                "No source has the adapter " + ids + "."))
                        .orElse(Text.of(
                                "Hệ thống còn đang khởi động; bản thử được xét sau vài giây.",
                                "The hub is still starting; the candidate is judged in some seconds."));
            case RUNNING, PAUSED -> NOTHING;
        };
    }

    private Figures figures() {
        return reports.values().stream().map(Report::figures).reduce(Figures.NONE, Figures::plus);
    }

    private Text verdict() {
        Map<String, Long> fields = new HashMap<>();
        reports.values()
                .forEach(report -> report.fields().forEach((name, count) -> fields.merge(name, count, Long::sum)));
        return Verdicts.of(figures(), Report.mostFirst(fields));
    }

    List<ShadowDifference> differences() {
        return reports.values().stream()
                .flatMap(report -> report.examples().stream())
                .toList();
    }

    Shadow shadow() {
        Facts known = facts;
        List<ShadowInstance> instances = reports.values().stream()
                .map(report -> Optional.ofNullable(followers.get(report.source()))
                        .map(Follower::instance)
                        .orElseGet(() -> Follower.instance(report, ShadowInstance.Standing.NONE)))
                .toList();
        return new Shadow(
                begun.file(),
                begun.sha256(),
                state(),
                reason(),
                known.name(),
                known.version(),
                known.adapters(),
                known.deployedAs(),
                known.obstacle(),
                verdict(),
                Verdicts.kind(figures()) == Verdicts.Kind.IDENTICAL,
                begun.startedAt(),
                begun.since(),
                begun.by(),
                instances);
    }
}
