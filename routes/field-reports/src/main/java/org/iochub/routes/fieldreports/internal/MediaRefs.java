package org.iochub.routes.fieldreports.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.iochub.model.Fault;

/** Reads {@code media_url}, which is one address or, on some servers, a list of them. */
final class MediaRefs {
    private MediaRefs() {}

    static List<String> read(JsonNode value, List<Fault> notes) {
        List<String> refs = new ArrayList<>();
        for (JsonNode one : value.isArray() ? value : List.of(value)) {
            String text = one.asText("").strip();
            if (one.isNull() || text.isEmpty()) {
                continue;
            }
            if (isWeb(text)) {
                refs.add(text);
            } else {
                notes.add(Fault.of(
                        "bad-media-url",
                        "media_url",
                        "Địa chỉ ảnh, video không phải là http(s) nên được bỏ qua.",
                        "An address of a picture or video is not http(s) and is left out."));
            }
        }
        return refs;
    }

    private static boolean isWeb(String text) {
        try {
            URI uri = new URI(text);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return (scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
