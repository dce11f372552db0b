package org.iochub.core.audit;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Something somebody did.
 *
 * @param actor {@code key:<id>}, {@code user:<name>} or {@code hub}
 * @param name of the actor for people; never a secret
 * @param action kebab-case: {@code read}, {@code export}, {@code key-create}, {@code source-stop}
 * @param target what it was done to: a record type, a key's id, a source; may be empty
 * @param detail more, by name: filters, counts, the purpose; no personal data and no secrets
 */
public record AuditEvent(String actor, String name, String action, String target, Map<String, String> detail) {
    public AuditEvent {
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(target, "target");
        detail = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(detail));
    }
}
