package org.iochub.feed.internal.ingest;

import java.util.LinkedHashMap;
import java.util.Map;
import org.iochub.api.Delivered;

/** What became of messages, as JSON. */
public final class DeliveredDocument {
    private DeliveredDocument() {}

    public static Map<String, Object> of(Delivered delivered) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("accepted", delivered.accepted());
        document.put("unchanged", delivered.unchanged());
        document.put("quarantined", delivered.quarantined());
        document.put("waiting", delivered.waiting());
        document.put("position", delivered.position());
        return document;
    }
}
