package org.iochub.declarative.internal.fetch.http;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.iochub.model.FaultException;

/** Addresses of web sources and their parameters. */
public final class WebAddresses {
    private WebAddresses() {}

    /** @throws FaultException {@code bad-setting} when it is no http(s) address; does not repeat it */
    public static URI of(String text) {
        try {
            URI url = URI.create(text.strip());
            if (("http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme()))
                    && url.getHost() != null) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw FaultException.of(
                "bad-setting",
                "url",
                "Địa chỉ (url) sau khi điền cấu hình không phải địa chỉ http:// hay https:// hợp lệ; hãy kiểm tra cấu"
                        + " hình.",
                "The address (url), with the settings filled in, is no http:// or https:// address; check the"
                        + " settings.");
    }

    public static boolean sameHost(URI a, URI b) {
        return a.getScheme().equalsIgnoreCase(b.getScheme())
                && a.getHost().equalsIgnoreCase(b.getHost())
                && port(a) == port(b);
    }

    private static int port(URI url) {
        return url.getPort() >= 0 ? url.getPort() : "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
    }

    /**
     * An address as it is meant where {@code base} was read.
     *
     * @throws IllegalArgumentException when it cannot be read
     */
    static URI resolve(URI base, String text) {
        String reference = text.strip().replace(" ", "%20");
        // Java's own way with these is that of RFC 2396, which drops the last part of the path.
        return reference.startsWith("?")
                ? URI.create(withQuery(base, List.of()) + reference)
                : base.resolve(URI.create(reference));
    }

    /** The address with these parameters; one of the same name gives way. */
    static URI with(URI url, Map<String, String> parameters) {
        List<String> pairs = new ArrayList<>(pairs(without(url, parameters.keySet())));
        parameters.forEach((name, value) -> pairs.add(encode(name) + "=" + encode(value)));
        return withQuery(url, pairs);
    }

    /** The address without the parameters of these names. */
    static URI without(URI url, Set<String> names) {
        return withQuery(
                url,
                pairs(url).stream().filter(pair -> !names.contains(name(pair))).toList());
    }

    private static List<String> pairs(URI url) {
        return url.getRawQuery() == null || url.getRawQuery().isEmpty()
                ? List.of()
                : List.of(url.getRawQuery().split("&"));
    }

    private static String name(String pair) {
        String raw = pair.contains("=") ? pair.substring(0, pair.indexOf('=')) : pair;
        try {
            return URLDecoder.decode(raw, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return raw;
        }
    }

    private static URI withQuery(URI url, List<String> pairs) {
        String text = url.toString();
        int end = text.indexOf('#') < 0 ? text.length() : text.indexOf('#');
        int query = text.indexOf('?');
        String base = text.substring(0, query < 0 || query > end ? end : query);
        return URI.create(pairs.isEmpty() ? base : base + "?" + String.join("&", pairs));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Path and query, for people. */
    static String shown(URI url) {
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getHost() + path + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery());
    }
}
