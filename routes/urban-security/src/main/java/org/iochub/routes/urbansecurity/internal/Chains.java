package org.iochub.routes.urbansecurity.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.api.read.IsoTimes;
import org.iochub.api.read.XmlElement;
import org.iochub.model.FaultException;

/**
 * Which alert the latest updates go back to. Needed for issuers whose updates name only the message before them: the
 * adapter follows the chain back as far as it has seen it. Bounded; one thread at a time.
 */
final class Chains {
    private static final int MOST = 500;

    private final Map<String, String> roots = new LinkedHashMap<>();
    private final IsoTimes times;

    Chains(IsoTimes times) {
        this.times = times;
    }

    void restore(JsonNode kept) {
        kept.properties().forEach(one -> roots.put(one.getKey(), one.getValue().asText()));
    }

    void save(ObjectNode kept) {
        roots.forEach(kept::put);
    }

    /**
     * What an alert goes back to, and remembers it. Empty for one that references nothing, or cannot be read: the
     * normaliser says why.
     */
    Optional<String> root(XmlElement alert) {
        try {
            Optional<List<CapReference>> references =
                    alert.text("references").map(text -> CapReference.all(text, times));
            if (references.isEmpty()) {
                return Optional.empty();
            }
            CapReference earliest = references.get().get(0);
            String root = roots.getOrDefault(earliest.key(), earliest.toString());
            String own = alert.text("sender").orElse("") + ","
                    + alert.text("identifier").orElse("");
            if (!root.startsWith(own + ",")) {
                roots.remove(own);
                roots.put(own, root);
            }
            if (roots.size() > MOST) {
                roots.remove(roots.keySet().iterator().next());
            }
            return Optional.of(root);
        } catch (FaultException e) {
            return Optional.empty();
        }
    }
}
