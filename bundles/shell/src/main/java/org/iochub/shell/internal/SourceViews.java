package org.iochub.shell.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.iochub.api.Delivered;
import org.iochub.core.source.SourceStatus;

/** A source for scripts and for people. */
final class SourceViews {
    private SourceViews() {}

    static Map<String, Object> json(SourceStatus source) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", source.id());
        document.put("adapter", source.adapter());
        document.put("adapterVersion", source.adapterVersion());
        document.put("tenant", source.tenant());
        document.put("state", source.state().wireName());
        document.put("stateTitle", Json.text(source.state().title()));
        document.put("detail", source.detail());
        document.put("sentence", Json.text(source.sentence()));
        document.put("since", source.since().toString());
        Json.put(document, "lastSuccess", source.lastSuccess());
        source.lag().ifPresent(lag -> document.put("lagSeconds", lag.toSeconds()));
        document.put("totals", totals(source.totals()));
        document.put("recordTypes", source.recordTypes());
        document.put("confirmations", source.confirmations());
        Json.put(document, "checkpoint", source.checkpoint());
        return document;
    }

    private static Map<String, Object> totals(Delivered totals) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("accepted", totals.accepted());
        document.put("unchanged", totals.unchanged());
        document.put("quarantined", totals.quarantined());
        document.put("waiting", totals.waiting());
        document.put("position", totals.position());
        return document;
    }

    static Table sheet(SourceStatus source) {
        Delivered totals = source.totals();
        Table sheet = Table.sheet()
                .entry("id", source.id())
                .entry("adapter", source.adapter() + " " + source.adapterVersion())
                .entry("tenant", source.tenant())
                .entry(
                        "state",
                        source.state().wireName() + " (" + source.state().title() + ")")
                .entry("since", Times.full(source.since()))
                .entry("detail", source.detail().isEmpty() ? "-" : source.detail())
                .entry("sentence", source.sentence().vi())
                .entry("", source.sentence().en())
                .entry("last success", source.lastSuccess().map(Times::full).orElse("-"))
                .entry("lag", source.lag().map(Times::span).orElse("-"))
                .entry("record types", String.join(", ", source.recordTypes()))
                .entry("accepted", totals.accepted())
                .entry("unchanged", totals.unchanged())
                .entry("quarantined", totals.quarantined())
                .entry("waiting", totals.waiting())
                .entry("position", totals.position())
                .entry("checkpoint", source.checkpoint().orElse("-"));
        source.confirmations().forEach(one -> sheet.entry("to confirm", one));
        return sheet;
    }
}
