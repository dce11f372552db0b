package org.iochub.benchmarks.feed;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Follows a feed's links over one connection, and does nothing with the rows but count them. */
final class PageReader {
    private static final Pattern NEXT = Pattern.compile("<([^>]*)>; rel=\"next\"");
    private static final int TIMEOUT_MILLIS = 120_000;

    private final String key;
    private final boolean array;
    private final byte[] buffer = new byte[64 * 1024];
    private String address;

    /** @param array whether rows come in an array, which has a line break less than rows */
    PageReader(URI hub, String key, boolean array) {
        this.key = key;
        this.array = array;
        this.address = hub + "/api/v1/feeds/" + ServedHub.TYPE + "?limit=10000&format=" + (array ? "json" : "ndjson");
    }

    /** Reads the next page. @return its rows */
    int page() throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(address).toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        connection.setRequestProperty("Authorization", "Bearer " + key);
        if (connection.getResponseCode() != 200) {
            throw new IOException(connection.getResponseCode() + " " + text(connection.getErrorStream()));
        }
        Matcher link = NEXT.matcher(connection.getHeaderField("Link"));
        if (!link.find()) {
            throw new IOException("no next link: " + connection.getHeaderField("Link"));
        }
        address = link.group(1);
        try (InputStream in = connection.getInputStream()) {
            Drained drained = Drained.of(in, buffer);
            return array && drained.bytes() > 2 ? drained.lines() + 1 : drained.lines();
        }
    }

    private static String text(InputStream in) throws IOException {
        return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
}
