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
        return document;
    }

    static Map<String, Object> json(ReplayItem item) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("entry", item.entry());
        document.put("source", item.source());
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
