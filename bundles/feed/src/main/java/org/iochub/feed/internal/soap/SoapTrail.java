package org.iochub.feed.internal.soap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.iochub.core.audit.AuditEvent;
import org.iochub.feed.internal.access.Caller;
import org.iochub.feed.internal.audit.AccessTrail;

/** Writes down who read what over SOAP, as the other faces do. */
final class SoapTrail {
    private static final int LONGEST = 200;
    private final AccessTrail trail;

    SoapTrail(AccessTrail trail) {
        this.trail = trail;
    }

    /** @param status 200, or that of the problem it ended with */
    void note(Optional<Caller> caller, SoapRequest request, int status, long records) {
        Map<String, String> detail = new TreeMap<>();
        if (status != 200) {
            detail.put("status", Integer.toString(status));
        }
        caller.ifPresent(
                known -> detail.put("personal", known.grants().personal().wireName()));
        request.purpose().ifPresent(purpose -> detail.put("purpose", cut(purpose)));
        for (String name : List.of("source", "tenant", "area", "since", "major")) {
            List<String> values = request.values().getOrDefault(name, List.of());
            if (!values.isEmpty()) {
                detail.put(name, cut(String.join(",", values)));
            }
        }
        String target = request.first("type").orElse("")
                + request.first("id").map(id -> "/" + id).orElse("");
        trail.read(
                new AuditEvent(
                        caller.map(Caller::id).orElse("unknown"),
                        caller.map(Caller::name).orElse(""),
                        "soap:" + request.operation(),
                        cut(target),
                        detail),
                records);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
