package org.iochub.reading.event;

import org.iochub.core.hub.Hub;

/** Where a schema is published. */
public final class SchemaAddress {
    private SchemaAddress() {}

    public static String of(Hub hub, String type, int major) {
        return hub.publicUrl() + "/api/v1/types/" + type + "/v" + major + "/schema";
    }
}
