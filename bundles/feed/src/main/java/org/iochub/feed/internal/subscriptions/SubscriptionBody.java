package org.iochub.feed.internal.subscriptions;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.iochub.core.delivery.DeliveryFilter;
import org.iochub.core.delivery.SubscriptionRequest;
import org.iochub.feed.internal.json.Json;
import org.iochub.feed.internal.problem.Problem;
import org.iochub.feed.internal.problem.ProblemException;
import org.iochub.feed.internal.problem.Problems;

/** What callers send about a subscription. */
final class SubscriptionBody {
    private static final int LARGEST = 64 * 1024;
    private static final Set<String> FILTER = Set.of("type", "major", "source", "tenant", "area", "since");
    private static final Set<String> MEMBERS =
            Set.of("owner", "name", "address", "type", "major", "source", "tenant", "area", "since", "batch", "after");

    private SubscriptionBody() {}

    static SubscriptionRequest request(InputStream body) throws IOException {
        JsonNode json = object(body, MEMBERS);
        boolean filtered = FILTER.stream().anyMatch(json::has);
        return new SubscriptionRequest(
                text(json, "owner"),
                text(json, "name"),
                text(json, "address"),
                filtered ? Optional.of(filter(json)) : Optional.empty(),
                integer(json, "batch"),
                text(json, "after"));
    }

    /** A filter is given as a whole. */
    private static DeliveryFilter filter(JsonNode json) {
        return new DeliveryFilter(
                text(json, "type").orElse("all"),
                integer(json, "major"),
                texts(json, "source"),
                texts(json, "tenant"),
                texts(json, "area"),
                text(json, "since").map(SubscriptionBody::moment));
    }

    /** An object with no members but these; an empty body is an empty object. */
    static JsonNode object(InputStream body, Set<String> members) throws IOException {
        byte[] bytes = body.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw Problem.of(
                            413,
                            "too-large",
                            "Nội dung tối đa " + LARGEST + " byte.",
                            "The body may have " + LARGEST + " bytes at most.")
                    .raised();
        }
        JsonNode json;
        try {
            json = Json.read(bytes.length == 0 ? new byte[] {'{', '}'} : bytes);
        } catch (IOException e) {
            throw Problems.badParameter("body", "Nội dung không phải JSON.", "The body is not JSON.");
        }
        if (json == null || !json.isObject()) {
            throw Problems.badParameter(
                    "body", "Nội dung phải là một đối tượng JSON.", "The body must be a JSON object.");
        }
        json.fieldNames().forEachRemaining(member -> {
            if (!members.contains(member)) {
                String known = String.join(", ", members.stream().sorted().toList());
                throw Problems.badParameter(
                        Problems.shown(member),
                        "Không có mục «" + Problems.shown(member) + "»; các mục: " + known + ".",
                        "There is no member \"" + Problems.shown(member) + "\"; there are: " + known + ".");
            }
        });
        return json;
    }

    static Optional<String> text(JsonNode json, String member) {
        JsonNode value = json.path(member);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw bad(member, "phải là chuỗi", "must be a string");
        }
        return Optional.of(value.asText());
    }

    static Optional<Integer> integer(JsonNode json, String member) {
        JsonNode value = json.path(member);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 0) {
            throw bad(member, "phải là số nguyên không âm", "must be a whole number, not negative");
        }
        return Optional.of(value.intValue());
    }

    private static List<String> texts(JsonNode json, String member) {
        JsonNode value = json.path(member);
        if (value.isMissingNode()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        (value.isArray() ? value : List.of(value)).forEach(each -> texts.add(each.isTextual() ? each.asText() : ""));
        if (texts.size() > 100 || Stream.of("").anyMatch(texts::contains)) {
            throw bad(member, "phải là danh sách tối đa 100 chuỗi", "must be a list of at most 100 strings");
        }
        return texts;
    }

    private static OffsetDateTime moment(String text) {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeParseException e) {
            throw bad(
                    "since",
                    "phải là thời điểm có múi giờ, ví dụ 2026-01-31T08:00:00+07:00",
                    "must be a time with an offset, such as 2026-01-31T08:00:00+07:00");
        }
    }

    private static ProblemException bad(String member, String vi, String en) {
        return Problems.badParameter(member, member + " " + vi + ".", member + " " + en + ".");
    }
}
