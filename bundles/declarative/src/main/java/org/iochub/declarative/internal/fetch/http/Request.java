package org.iochub.declarative.internal.fetch.http;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.iochub.model.FaultException;

/**
 * One request, secrets filled in: made when it is sent, and kept nowhere.
 *
 * @param confidential names of headers, lower case, that no other host may see
 */
public record Request(
        String method, URI url, Map<String, String> headers, Optional<byte[]> body, Set<String> confidential) {
    public Request {
        Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = anyCase;
        confidential = Set.copyOf(confidential);
    }

    /** A plain GET. */
    public static Request get(URI url, Map<String, String> headers) {
        return new Request("GET", url, headers, Optional.empty(), Set.of());
    }

    Request with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Request(method, url, more, body, confidential);
    }

    /**
     * The request that a redirect asks for. Another host gets no keys, and no body, which may hold some.
     *
     * @throws FaultException {@code bad-redirect}
     */
    Request redirected(int status, Optional<String> location) {
        URI target;
        try {
            target = WebAddresses.resolve(url, location.orElse(""));
        } catch (IllegalArgumentException e) {
            throw refused();
        }
        boolean web = "https".equalsIgnoreCase(target.getScheme()) || "http".equalsIgnoreCase(target.getScheme());
        boolean downgrade = "https".equalsIgnoreCase(url.getScheme()) && !"https".equalsIgnoreCase(target.getScheme());
        if (location.isEmpty() || !web || target.getHost() == null || downgrade) {
            throw refused();
        }
        boolean keepsBody = status == 307 || status == 308;
        boolean elsewhere = !WebAddresses.sameHost(url, target);
        if (elsewhere && keepsBody && body.isPresent()) {
            throw refused();
        }
        Map<String, String> passed = new LinkedHashMap<>(headers);
        if (elsewhere) {
            passed.keySet().removeIf(name -> confidential.contains(name.toLowerCase(java.util.Locale.ROOT)));
        }
        return keepsBody || method.equals("GET")
                ? new Request(method, target, passed, body, confidential)
                : new Request("GET", target, passed, Optional.empty(), confidential);
    }

    private static FaultException refused() {
        return FaultException.of(
                "bad-redirect",
                "Location",
                "Nguồn chuyển hướng tới địa chỉ không an toàn (từ https xuống http, hoặc gửi nội dung sang máy chủ khác)"
                        + " hoặc không đọc được; hãy ghi địa chỉ cuối cùng vào cấu hình.",
                "The source redirects to an address that is not safe (from https to http, or a body to another host) or"
                        + " not readable; put the final address into the settings.");
    }
}
