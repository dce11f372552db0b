package org.iochub.shell.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.iochub.core.replay.Replay;
import org.iochub.core.replay.ReplayItem;

/** Jobs and their entries, for scripts and for people. */
final class ReplayViews {
    private ReplayViews() {}

    static Map<String, Object> json(Replay job) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", job.id());
        document.put("kind", job.kind());
        document.put("state", job.state().wireName());
        document.put("selection", job.selection());
        document.put("rate", job.rate());
        document.put("batch", job.batch());
        document.put("by", job.by());
        document.put("note", job.note());
        document.put("createdAt", job.createdAt().toString());
        Json.put(document, "endedAt", job.endedAt());
        document.put("total", job.total());
        Map<String, Object> outcomes = new TreeMap<>();
        job.outcomes().forEach((outcome, count) -> outcomes.put(outcome.wireName(), count));
        document.put("outcomes", outcomes);
        job.renormalisation().ifPresent(plan -> {
            document.put("dry", plan.isDry());
            Json.put(document, "dryRun", plan.dryRun());
            document.put("source", plan.source());
            Json.put(document, "from", plan.from());
            document.put("to", plan.until().toString());
            Json.put(document, "type", plan.type());
            document.put("adapterVersion", plan.adapterVersion());
        });
        return document;
    }

    static Map<String, Object> json(ReplayItem item) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("entry", item.entry());
        document.put("source", item.source());
        Json.put(document, "message", item.message());
        document.put("outcome", item.outcome().wireName());
        document.put("accepted", item.accepted());
        item.fault().ifPresent(fault -> document.put("fault", FaultViews.json(fault)));
        document.put("adapterVersion", item.adapterVersion());
        Json.put(document, "at", item.at());
        return document;
    }

    static Table sheet(Replay job) {
        Table table = Table.sheet()
                .entry("id", job.id())
                .entry("kind", job.kind())
                .entry("state", job.state().wireName())
                .entry("selection", job.selection())
                .entry("rate", job.rate() + "/s, batch " + job.batch())
                .entry("by", job.by())
                .entry("note", job.note().isEmpty() ? "-" : job.note())
                .entry("started", Times.full(job.createdAt()))
                .entry("ended", job.endedAt().map(Times::full).orElse("-"))
                .entry("total", job.total());
        new TreeMap<>(job.outcomes()).forEach((outcome, count) -> table.entry(outcome.wireName(), count));
        return table;
    }
}
