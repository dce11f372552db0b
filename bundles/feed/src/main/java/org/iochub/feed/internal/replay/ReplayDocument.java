package org.iochub.feed.internal.replay;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.iochub.core.access.PersonalLevel;
import org.iochub.core.replay.Renormalisation;
import org.iochub.core.replay.Replay;
import org.iochub.core.replay.ReplayItem;
import org.iochub.feed.internal.quarantine.FaultView;

/** Jobs and their entries as JSON. */
public final class ReplayDocument {
    private ReplayDocument() {}

    public static Map<String, Object> of(Replay job) {
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
        job.endedAt().ifPresent(at -> document.put("endedAt", at.toString()));
        document.put("total", job.total());
        Map<String, Object> outcomes = new TreeMap<>();
        job.outcomes().forEach((outcome, count) -> outcomes.put(outcome.wireName(), count));
        document.put("outcomes", outcomes);
        job.renormalisation().ifPresent(plan -> plan(document, plan));
        return document;
    }

    private static void plan(Map<String, Object> document, Renormalisation plan) {
        document.put("dry", plan.isDry());
        plan.dryRun().ifPresent(run -> document.put("dryRun", run));
        document.put("source", plan.source());
        plan.from().ifPresent(from -> document.put("from", from.toString()));
        document.put("to", plan.until().toString());
        plan.type().ifPresent(type -> document.put("type", type));
        document.put("adapterVersion", plan.adapterVersion());
    }

    static Map<String, Object> of(ReplayItem item, FaultView faults, PersonalLevel level) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("entry", item.entry());
        document.put("source", item.source());
        item.message().ifPresent(message -> document.put("message", message));
        document.put("outcome", item.outcome().wireName());
        document.put("accepted", item.accepted());
        item.fault().ifPresent(fault -> document.put("fault", faults.of(fault, Optional.empty(), level)));
        if (!item.adapterVersion().isEmpty()) {
            document.put("adapterVersion", item.adapterVersion());
        }
        item.at().ifPresent(at -> document.put("at", at.toString()));
        return document;
    }
}
