package org.iochub.declarative.internal.fetch.mail;

import java.util.LinkedHashMap;
import java.util.Map;

/** Mails that were looked at and left alone, so that each round does not look again. Used by one thread at a time. */
final class Seen {
    private static final int MOST = 50_000;

    private final Map<String, Boolean> names = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST;
        }
    };

    synchronized boolean has(String name) {
        return names.containsKey(name);
    }

    synchronized void add(String name) {
        if (!name.isEmpty()) {
            names.put(name, true);
        }
    }
}
