package org.iochub.core.shadow;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iochub.model.Fault;
import org.iochub.model.Text;

/** Shadows as every face shows them to programs. */
public final class ShadowDocuments {
    private ShadowDocuments() {}

    public static Map<String, Object> of(Shadow shadow) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("file", shadow.file());
        document.put("state", shadow.state().wireName());
        if (!shadow.reason().vi().isEmpty()) {
            document.put("reason", text(shadow.reason()));
        }
        document.put("verdict", text(shadow.verdict()));
        document.put("identical", shadow.identical());
        document.put("name", shadow.name());
        shadow.version().ifPresent(version -> document.put("version", version));
        document.put("adapters", shadow.adapters());
        document.put("deployedAs", shadow.deployedAs());
        shadow.obstacle().ifPresent(why -> document.put("obstacle", text(why)));
        document.put("startedAt", shadow.startedAt().toString());
        document.put("since", shadow.since().toString());
        document.put("by", shadow.by());
        document.put("sha256", shadow.sha256());
        document.put("figures", of(shadow.figures()));
        document.put(
                "instances",
                shadow.instances().stream().map(ShadowDocuments::of).toList());
        return document;
    }

    private static Map<String, Object> of(ShadowInstance instance) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("source", instance.source());
        document.put("tenant", instance.standing().tenant());
        document.put("liveVersion", instance.liveVersion());
        document.put("archived", instance.standing().archived());
        document.put("comparable", instance.standing().comparable());
        document.put("caughtUp", instance.standing().caughtUp());
        document.put("settings", texts(instance.standing().settings()));
        document.put("notes", texts(instance.notes()));
        document.put("figures", of(instance.figures()));
        document.put("fields", instance.fields());
        instance.last().ifPresent(last -> document.put("lastReceivedAt", last.toString()));
        return document;
    }

    private static Map<String, Object> of(Figures figures) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("messages", figures.messages());
        document.put("different", figures.different());
        document.put("records", figures.records());
        document.put("same", figures.same());
        document.put("changed", figures.changed());
        document.put("onlyOld", figures.onlyOld());
        document.put("onlyNew", figures.onlyNew());
        document.put("refusedOld", figures.refusedOld());
        document.put("refusedNew", figures.refusedNew());
        document.put("failures", figures.failures());
        document.put("skipped", figures.skipped());
        document.put("liveSeconds", seconds(figures.live()));
        document.put("candidateSeconds", seconds(figures.candidate()));
        document.put("slowestSeconds", seconds(figures.slowest()));
        return document;
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1_000 / 1e6;
    }

    public static Map<String, Object> of(ShadowDifference difference) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("source", difference.source());
        document.put("kind", difference.kind().wireName());
        document.put("type", difference.type());
        document.put("record", difference.record());
        document.put("message", difference.message());
        difference.place().ifPresent(place -> document.put("place", place));
        document.put("receivedAt", difference.receivedAt().toString());
        document.put("position", difference.position());
        document.put(
                "fields", difference.fields().stream().map(ShadowDocuments::of).toList());
        difference.fault().ifPresent(fault -> document.put("fault", of(fault)));
        return document;
    }

    private static Map<String, Object> of(ShadowDifference.Field field) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("path", field.path());
        if (!field.place().isEmpty()) {
            document.put("place", field.place());
        }
        field.before().ifPresent(before -> document.put("before", before));
        field.after().ifPresent(after -> document.put("after", after));
        document.put("hidden", field.hidden());
        return document;
    }

    private static Map<String, Object> of(Fault fault) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("code", fault.code());
        document.put("where", fault.where());
        document.put("message", text(fault.message()));
        return document;
    }

    public static Map<String, Object> of(Promotion promotion) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("accepted", promotion.verdict().accepted());
        document.put("deployedAs", promotion.verdict().file());
        document.put("reason", text(promotion.verdict().reason()));
        document.put("next", text(promotion.next()));
        document.put("shadow", of(promotion.shadow()));
        return document;
    }

    private static List<Map<String, String>> texts(List<Text> texts) {
        return texts.stream().map(ShadowDocuments::text).toList();
    }

    private static Map<String, String> text(Text text) {
        Map<String, String> both = new LinkedHashMap<>();
        both.put("vi", text.vi());
        both.put("en", text.en());
        return both;
    }
}
