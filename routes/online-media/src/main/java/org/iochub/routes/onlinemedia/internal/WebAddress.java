package org.iochub.routes.onlinemedia.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** One spelling for an address, so that the same page is one item however it was reached. */
final class WebAddress {
    private WebAddress() {}

    /** Empty when the text is no absolute http(s) address. */
    static Optional<String> normalised(String text) {
        URI uri;
        try {
            uri = new URI(text.strip().replace(" ", "%20"));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
        if (uri.getScheme() == null || uri.getHost() == null) {
            return Optional.empty();
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return Optional.empty();
        }
        boolean usual = uri.getPort() == -1 || uri.getPort() == (scheme.equals("http") ? 80 : 443);
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return Optional.of(scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT)
                + (usual ? "" : ":" + uri.getPort())
                + path
                + query(uri.getRawQuery()));
    }

    static String host(String address) {
        return URI.create(address).getHost();
    }

    /** Without what only says where the reader came from. */
    private static String query(String raw) {
        if (raw == null) {
            return "";
        }
        String kept = Arrays.stream(raw.split("&"))
                .filter(pair -> !pair.isEmpty() && !tracks(pair.toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }

    private static boolean tracks(String pair) {
        return pair.startsWith("utm_")
                || pair.startsWith("fbclid=")
                || pair.startsWith("gclid=")
                || pair.startsWith("zarsrc=");
    }
}
