package org.iochub.routes.fieldreports.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.iochub.api.read.IsoTimes;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.record.CitizenReport.Media;

/**
 * Reads {@code media_url}, which is one address or, on some servers, a list of addresses or of objects that say more, and
 * {@code media}, where others put such objects. Nothing is fetched: what the answer does not say is not known.
 */
final class MediaRefs {
    private static final int MOST = 100;

    private final IsoTimes times;
    private final List<Fault> notes;
    private final Map<String, Optional<Media>> byUrl = new LinkedHashMap<>();

    private MediaRefs(IsoTimes times, List<Fault> notes) {
        this.times = times;
        this.notes = notes;
    }

    static MediaRefs read(JsonNode request, IsoTimes times, List<Fault> notes) {
        MediaRefs refs = new MediaRefs(times, notes);
        refs.addAll(request.path("media_url"));
        refs.addAll(request.path("media"));
        return refs;
    }

    /** Each address once, in the order of the source. */
    List<String> urls() {
        return List.copyOf(byUrl.keySet());
    }

    /** Of those that the source says more of. */
    List<Media> media() {
        return byUrl.values().stream().flatMap(Optional::stream).toList();
    }

    private void addAll(JsonNode value) {
        for (JsonNode one : value.isArray() ? value : List.of(value)) {
            if (one.isObject()) {
                address(first(one, "url", "media_url", "href")).ifPresent(url -> {
                    Optional<Media> more = described(url, one);
                    byUrl.merge(url, more, (a, b) -> b.or(() -> a));
                });
            } else {
                address(one).ifPresent(url -> byUrl.putIfAbsent(url, Optional.empty()));
            }
        }
    }

    private Optional<String> address(JsonNode value) {
        String text = value.asText("").strip();
        if (value.isNull() || text.isEmpty()) {
            return Optional.empty();
        }
        if (!isWeb(text)) {
            notes.add(Fault.of(
                    "bad-media-url",
                    "media_url",
                    "Địa chỉ ảnh, video không phải là http(s) nên được bỏ qua.",
                    "An address of a picture or video is not http(s) and is left out."));
            return Optional.empty();
        }
        if (byUrl.size() >= MOST && !byUrl.containsKey(text)) {
            return Optional.empty();
        }
        return Optional.of(text);
    }

    /** Empty when nothing is said but the address. */
    private Optional<Media> described(String url, JsonNode one) {
        Optional<String> type = text(first(one, "content_type", "media_type", "mime_type", "type"), 100);
        JsonNode size = first(one, "size", "bytes", "content_length");
        OptionalLong bytes =
                size.canConvertToLong() && size.asLong() >= 0 || size.asText("").matches("\\d{1,18}")
                        ? OptionalLong.of(size.asLong())
                        : OptionalLong.empty();
        Optional<OffsetDateTime> taken = text(first(one, "taken_datetime", "created_datetime", "datetime"), 100)
                .flatMap(this::time);
        Optional<String> caption = text(first(one, "caption", "title", "description"), 1_000);
        boolean said = type.isPresent() || bytes.isPresent() || taken.isPresent() || caption.isPresent();
        return said ? Optional.of(new Media(url, type, bytes, taken, caption)) : Optional.empty();
    }

    private Optional<OffsetDateTime> time(String text) {
        try {
            return Optional.of(times.read(text, "media").noted("media", notes));
        } catch (FaultException e) {
            // When a picture was taken is no reason to lose the report.
            notes.add(e.fault());
            return Optional.empty();
        }
    }

    private static JsonNode first(JsonNode one, String... names) {
        for (String name : names) {
            if (one.hasNonNull(name)) {
                return one.path(name);
            }
        }
        return one.path(names[0]);
    }

    private static Optional<String> text(JsonNode value, int longest) {
        String text = value.isValueNode() ? value.asText("").strip() : "";
        return text.isEmpty() || value.isNull()
                ? Optional.empty()
                : Optional.of(text.length() > longest ? text.substring(0, longest) : text);
    }

    private static boolean isWeb(String text) {
        try {
            URI uri = new URI(text);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return text.length() <= 2_000 && (scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
