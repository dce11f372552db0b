package org.iochub.shell.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.iochub.core.access.AccessKey;
import org.iochub.core.access.Grants;

/** A key for scripts, never its value. */
final class KeyViews {
    private KeyViews() {}

    static Map<String, Object> json(AccessKey key) {
        Grants grants = key.grants();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", key.id());
        document.put("name", key.name());
        document.put("read", grants.read());
        grants.types().ifPresent(types -> document.put("types", sorted(types)));
        grants.tenants().ifPresent(tenants -> document.put("tenants", sorted(tenants)));
        grants.areas().ifPresent(areas -> document.put("areas", sorted(areas)));
        document.put("personal", grants.personal().wireName());
        document.put("push", sorted(grants.push()));
        document.put("admin", grants.admin());
        Json.put(document, "requestsPerMinute", grants.requestsPerMinute());
        document.put("createdAt", key.createdAt().toString());
        Json.put(document, "expiresAt", key.expiresAt());
        document.put("revoked", key.revoked());
        return document;
    }

    static String rights(Grants grants) {
        if (grants.admin()) {
            return "admin";
        }
        String read = grants.read() ? "read" : "";
        String push = grants.push().isEmpty() ? "" : "push";
        return (read + " " + push).trim();
    }

    private static List<String> sorted(Set<String> values) {
        return values.stream().sorted().toList();
    }
}
