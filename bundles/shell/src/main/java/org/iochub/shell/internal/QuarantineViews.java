package org.iochub.shell.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.iochub.core.quarantine.FaultMark;
import org.iochub.core.quarantine.QuarantineGroup;
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
        document.put("state", entry.state().wireName());
        entry.settled().ifPresent(settled -> {
            Map<String, Object> how = new LinkedHashMap<>();
            how.put("by", settled.by());
            how.put("why", settled.why());
            how.put("at", settled.at().toString());
            document.put("settled", how);
        });
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

    static Map<String, Object> json(QuarantineGroup group) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("source", group.source());
        document.put("stage", group.stage());
        document.put("reason", group.reason());
        document.put("count", group.count());
        document.put("first", group.first().toString());
        document.put("last", group.last().toString());
        document.put("example", json(group.example()));
        return document;
    }

    /** What stands at the fault, as masked as the excerpt. */
    static Map<String, Object> json(FaultMark mark) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("offset", mark.offset());
        document.put("line", mark.line());
        document.put("column", mark.column());
        document.put("before", FreeTextMask.mask(mark.before()));
        document.put("fault", FreeTextMask.mask(mark.fault()));
        document.put("after", FreeTextMask.mask(mark.after()));
        return document;
    }

    static String text(FaultMark mark) {
        return "line " + mark.line() + ", column " + mark.column() + ": …" + FreeTextMask.mask(mark.before()) + " ▶"
                + FreeTextMask.mask(mark.fault()) + "◀ " + FreeTextMask.mask(mark.after()) + "…";
    }

    static Table sheet(Quarantined entry) {
        return Table.sheet()
                .entry("id", entry.id())
                .entry("source", entry.source())
                .entry("tenant", entry.tenant())
                .entry(
                        "state",
                        entry.state().wireName()
                                + entry.settled()
                                        .map(s -> " (" + s.by() + ": " + s.why() + ")")
                                        .orElse(""))
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
