package org.iochub.core.alert;

import java.util.LinkedHashMap;
import java.util.Map;
import org.iochub.model.Text;

/** An alert in the one shape that every face and every message shows. */
public final class AlertDocument {
    private AlertDocument() {}

    /** For JSON: texts as objects of {@code vi} and {@code en}, moments in RFC 3339, what is absent left out. */
    public static Map<String, Object> of(Alert alert) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", alert.id());
        document.put("rule", alert.rule());
        document.put("subject", alert.subject());
        alert.tenant().ifPresent(tenant -> document.put("tenant", tenant));
        alert.source().ifPresent(source -> document.put("source", source));
        document.put("severity", alert.severity().wireName());
        document.put("state", alert.state().wireName());
        document.put("since", alert.since().toString());
        alert.resolved().ifPresent(moment -> document.put("resolved", moment.toString()));
        document.put("sentence", text(alert.sentence()));
        document.put(
                "contact",
                Map.of(
                        "names",
                        alert.contact().names(),
                        "mails",
                        alert.contact().mails()));
        document.put("runbook", alert.runbook().toString());
        alert.acknowledged().ifPresent(who -> {
            Map<String, Object> note = new LinkedHashMap<>();
            note.put("by", who.by());
            note.put("at", who.at().toString());
            note.put("note", who.note());
            document.put("acknowledged", note);
        });
        return document;
    }

    private static Map<String, Object> text(Text text) {
        Map<String, Object> both = new LinkedHashMap<>();
        both.put("vi", text.vi());
        both.put("en", text.en());
        return both;
    }
}
