package org.iochub.feed.internal.archive;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.iochub.core.access.Grants;
import org.iochub.core.access.PersonalLevel;
import org.iochub.core.archive.ArchivedMessage;
import org.iochub.core.hub.Hub;
import org.iochub.feed.internal.server.Links;

/** A raw message as JSON: what it is to everyone who may know of it, what its transport said to those who see all. */
public final class ArchiveView {
    private final Links links;

    public ArchiveView(Hub hub) {
        this.links = new Links(hub);
    }

    /** Raw messages show personal data of anybody: only administrators who may see all of it read them. */
    public static boolean opens(Grants grants) {
        return grants.admin() && grants.personal() == PersonalLevel.FULL;
    }

    public Map<String, Object> of(ArchivedMessage message, Grants grants) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("place", message.place());
        document.put("receivedAt", message.receivedAt().toString());
        document.put("size", message.size());
        document.put("sha256", message.sha256());
        document.put("encrypted", message.encrypted());
        Map<String, Object> adapter = new LinkedHashMap<>();
        adapter.put("id", message.adapter());
        adapter.put("version", message.adapterVersion());
        document.put("adapter", adapter);
        document.put("href", links.to(path(message.source()) + "/archive/" + message.place()));
        if (opens(grants)) {
            document.put("raw", links.to(path(message.source()) + "/archive/" + message.place() + "/raw"));
            document.put("message", message.message());
            document.put("name", message.name());
            document.put("attributes", new TreeMap<>(message.attributes()));
        }
        return document;
    }

    /** The address of a message with what it became. */
    public String message(String source, String message) {
        return links.to(path(source) + "/messages/" + encoded(message));
    }

    static String path(String source) {
        return "/api/v1/sources/" + encoded(source);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
