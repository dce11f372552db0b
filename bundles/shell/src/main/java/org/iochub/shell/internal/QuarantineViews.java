package org.iochub.shell.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.iochub.core.quarantine.Quarantined;
import org.iochub.model.text.FreeTextMask;

/** A refused record for scripts and for people, without its raw form. */
final class QuarantineViews {
    private QuarantineViews() {}

    static Map<String, Object> json(Quarantined entry) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", entry.id());
        document.put("source", entry.source());
        document.put("tenant", entry.tenant());
        document.put("stage", entry.stage());
        Json.put(document, "type", entry.type());
        document.put("reason", FaultViews.json(entry.fault()));
        document.put("message", FreeTextMask.mask(entry.message()));
        document.put("messageName", FreeTextMask.mask(entry.messageName()));
        document.put("position", entry.position());
        document.put("at", entry.at().toString());
        document.put("rawSize", entry.rawSize());
        document.put("rawHash", entry.rawHash());
        document.put("rawKept", entry.rawKept());
        document.put("excerpt", FreeTextMask.mask(entry.excerpt()));
        document.put("adapter", entry.adapter());
        document.put("adapterVersion", entry.adapterVersion());
        return document;
    }

    static Table sheet(Quarantined entry) {
        return Table.sheet()
                .row("id", entry.id())
                .row("source", entry.source())
                .row("tenant", entry.tenant())
                .row("stage", entry.stage())
                .row("type", entry.type().orElse("-"))
                .row("reason", entry.fault().code())
                .row("where", entry.fault().where())
                .row("sentence", FaultViews.masked(entry.fault().message()).vi())
                .row("", FaultViews.masked(entry.fault().message()).en())
                .row("message", FreeTextMask.mask(entry.messageName()))
                .row("position", entry.position())
                .row("at", Times.full(entry.at().toInstant()))
                .row("raw", entry.rawSize() + " bytes, " + (entry.rawKept() ? "kept" : "not kept"))
                .row("sha256", entry.rawHash())
                .row("adapter", entry.adapter() + " " + entry.adapterVersion())
                .row("excerpt", FreeTextMask.mask(entry.excerpt()));
    }
}
