package org.iochub.feed.internal.server;

import org.iochub.core.hub.Hub;
import org.iochub.feed.internal.query.Params;

/** Absolute addresses within the face. */
public final class Links {
    private final Hub hub;

    public Links(Hub hub) {
        this.hub = hub;
    }

    public String to(String path) {
        return hub.publicUrl() + path;
    }

    public String to(String path, Params params) {
        String query = params.query();
        return query.isEmpty() ? to(path) : to(path) + "?" + query;
    }

    /** The same query behind a cursor. */
    public String after(String path, Params params, String cursor) {
        return to(path) + "?" + params.with("after", cursor);
    }

    public static String header(String address, String relation) {
        return "<" + address + ">; rel=\"" + relation + "\"";
    }
}
