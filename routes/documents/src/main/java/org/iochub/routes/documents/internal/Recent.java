package org.iochub.routes.documents.internal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Remembers the latest keys it was given, up to a bound. */
final class Recent {
    private static final int MOST = 50_000;

    private Recent() {}

    static Set<String> keys() {
        return Collections.newSetFromMap(new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                return size() > MOST;
            }
        });
    }
}
