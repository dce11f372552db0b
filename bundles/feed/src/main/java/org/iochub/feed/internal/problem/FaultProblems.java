package org.iochub.feed.internal.problem;

import java.time.Duration;
import java.util.Map;
import org.iochub.model.Fault;

/** What a fault of the hub's inside means to an HTTP client. */
public final class FaultProblems {
    private static final Map<String, Integer> STATUS = Map.ofEntries(
            Map.entry("unknown-source", 404),
            Map.entry("not-a-push-source", 409),
            Map.entry("source-stopped", 503),
            Map.entry("source-busy", 429),
            Map.entry("source-waiting", 503),
            Map.entry("source-misconfigured", 503),
            Map.entry("store-down", 503),
            Map.entry("store-full", 503),
            Map.entry("store-closed", 503),
            Map.entry("interrupted", 503),
            Map.entry("unknown-subscription", 404),
            Map.entry("unknown-tap", 404),
            Map.entry("too-many-subscriptions", 409),
            Map.entry("subscription-changed", 409),
            Map.entry("forbidden", 403),
            Map.entry("cursor-gone", 410),
            Map.entry("store-unavailable", 503),
            Map.entry("starting", 503),
            Map.entry("too-large", 413),
            Map.entry("incomplete", 408),
            Map.entry("unknown-replay", 404),
            Map.entry("unknown-figure", 404),
            Map.entry("too-old", 410),
            Map.entry("replay-ended", 409),
            Map.entry("not-open", 409),
            Map.entry("unknown-alert", 404),
            Map.entry("unknown-tenant", 404),
            Map.entry("report-unavailable", 503),
            Map.entry("not-a-dry-run", 409),
            Map.entry("dry-run-not-finished", 409),
            Map.entry("adapter-changed", 409),
            Map.entry("archive-forbidden", 422),
            Map.entry("nothing-to-renormalise", 422),
            Map.entry("too-many-messages", 422),
            Map.entry("source-not-ready", 409),
            Map.entry("nothing-to-replay", 422),
            Map.entry("too-many-entries", 422),
            Map.entry("unknown-shadow", 404),
            Map.entry("candidate-refused", 422),
            Map.entry("shadow-refused", 409),
            Map.entry("too-many-shadows", 409),
            Map.entry("file-changed", 409),
            Map.entry("not-yet", 503));
    /** How long to stay away: a busy source drains in seconds, a stopped one waits for a person. */
    private static final Map<String, Duration> RETRY = Map.of(
            "source-busy", Duration.ofSeconds(2),
            "starting", Duration.ofSeconds(2),
            "store-full", Duration.ofSeconds(30),
            "source-stopped", Duration.ofSeconds(60));

    private FaultProblems() {}

    public static Problem of(Fault fault) {
        int status = STATUS.getOrDefault(fault.code(), 400);
        Problem problem = new Problem(status, fault.code(), fault.message(), Map.of(), Map.of());
        if (status == 429 || status == 503) {
            Duration retry = RETRY.getOrDefault(fault.code(), Duration.ofSeconds(5));
            problem = problem.header("Retry-After", Long.toString(retry.toSeconds()));
        }
        return status == 400 && !fault.where().isEmpty() ? problem.with("parameter", fault.where()) : problem;
    }
}
