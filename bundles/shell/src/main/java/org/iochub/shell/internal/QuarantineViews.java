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
                .entry("id", entry.id())
                .entry("source", entry.source())
                .entry("tenant", entry.tenant())
                .entry("stage", entry.stage())
                .entry("type", entry.type().orElse("-"))
                .entry("reason", entry.fault().code())
                .entry("where", entry.fault().where())
                .entry("sentence", FaultViews.masked(entry.fault().message()).vi())
                .entry("", FaultViews.masked(entry.fault().message()).en())
                .entry("message", FreeTextMask.mask(entry.messageName()))
                .entry("position", entry.position())
                .entry("at", Times.full(entry.at().toInstant()))
                .entry("raw", entry.rawSize() + " bytes, " + (entry.rawKept() ? "kept" : "not kept"))
                .entry("sha256", entry.rawHash())
                .entry("adapter", entry.adapter() + " " + entry.adapterVersion())
                .entry("excerpt", FreeTextMask.mask(entry.excerpt()));
    }
}
