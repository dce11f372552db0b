package org.iochub.feed.internal.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.iochub.core.quarantine.QuarantineFilter;
import org.iochub.core.quarantine.QuarantineState;
import org.iochub.core.replay.ReplayRequest;
import org.iochub.feed.internal.json.Json;
import org.iochub.feed.internal.problem.Problems;

/** What the body of a new replay says. */
final class ReplayBody {
    private static final Set<String> NAMES = Set.of(
            "kind", "source", "tenant", "stage", "reason", "since", "until", "ids", "rate", "batch", "note", "all");

    private final JsonNode body;

    private ReplayBody(JsonNode body) {
        this.body = body;
    }

    /** @throws RuntimeException 400 when it is no JSON object, or of an unknown kind */
    static JsonNode read(byte[] bytes) {
        JsonNode body;
        try {
            body = Json.tree(bytes);
        } catch (UncheckedIOException e) {
            throw wrong("", "Nội dung không phải JSON.", "The body is not JSON.");
        }
        if (!body.isObject()) {
            throw wrong("", "Nội dung phải là một đối tượng JSON.", "The body must be a JSON object.");
        }
        if (body.has("kind")
                && !Set.of("replay", "renormalise").contains(body.path("kind").asText())) {
            throw wrong("kind", "kind phải là replay hoặc renormalise.", "kind must be replay or renormalise.");
        }
        return body;
    }

    static ReplayRequest parse(JsonNode body, String by) {
        for (Iterator<String> names = body.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!NAMES.contains(name)) {
                throw wrong(
                        name,
                        "Không có trường «" + Problems.shown(name) + "».",
                        "There is no member «" + Problems.shown(name) + "».");
            }
        }
        return new ReplayBody(body).request(by);
    }

    private ReplayRequest request(String by) {
        QuarantineFilter filter = new QuarantineFilter(
                texts("source"),
                texts("tenant"),
                text("stage"),
                text("reason"),
                moment("since"),
                moment("until"),
                ids(),
                Optional.of(QuarantineState.OPEN));
        if (filter.equals(QuarantineFilter.all()) && !body.path("all").asBoolean(false)) {
            throw wrong(
                    "all",
                    "Hãy chọn source, stage, reason, since, until hoặc ids; muốn chạy lại tất cả thì ghi \"all\": true.",
                    "Choose by source, stage, reason, since, until or ids; for everything say \"all\": true.");
        }
        return new ReplayRequest(
                filter,
                number("rate", ReplayRequest.USUAL_RATE, ReplayRequest.FASTEST),
                number("batch", ReplayRequest.USUAL_BATCH, ReplayRequest.LARGEST_BATCH),
                by,
                text("note").orElse(""));
    }

    private Optional<String> text(String name) {
        JsonNode node = body.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        if (!node.isTextual() || node.asText().isBlank()) {
            throw wrong(name, "«" + name + "» phải là một chuỗi.", "«" + name + "» must be a text.");
        }
        return Optional.of(node.asText());
    }

    /** One text, or a list of them. */
    private Optional<Set<String>> texts(String name) {
        JsonNode node = body.path(name);
        if (!node.isArray()) {
            return text(name).map(Set::of);
        }
        Set<String> values = new LinkedHashSet<>();
        for (JsonNode one : node) {
            if (!one.isTextual()) {
                throw wrong(name, "«" + name + "» phải gồm các chuỗi.", "«" + name + "» must hold texts.");
            }
            values.add(one.asText());
        }
        return Optional.of(values);
    }

    private Optional<Set<Long>> ids() {
        JsonNode node = body.path("ids");
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        Set<Long> ids = new LinkedHashSet<>();
        for (JsonNode one : node) {
            if (!one.canConvertToLong() || !one.isIntegralNumber()) {
                throw wrong("ids", "ids phải gồm các số.", "ids must hold numbers.");
            }
            ids.add(one.asLong());
        }
        if (ids.isEmpty() || ids.size() > 10_000) {
            throw wrong("ids", "ids cần 1 đến 10000 số.", "ids takes 1 to 10000 numbers.");
        }
        return Optional.of(ids);
    }

    private Optional<Instant> moment(String name) {
        return text(name).map(value -> {
            try {
                return OffsetDateTime.parse(value).toInstant();
            } catch (DateTimeException e) {
                throw wrong(
                        name,
                        "«" + name + "» phải là thời điểm có múi giờ, ví dụ 2026-03-01T08:00:00+07:00.",
                        "«" + name + "» must be a time with an offset, for example 2026-03-01T08:00:00+07:00.");
            }
        });
    }

    private int number(String name, int otherwise, int most) {
        JsonNode node = body.path(name);
        if (node.isMissingNode()) {
            return otherwise;
        }
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.asInt() < 1 || node.asInt() > most) {
            throw wrong(
                    name, "«" + name + "» phải từ 1 đến " + most + ".", "«" + name + "» must be 1 to " + most + ".");
        }
        return node.asInt();
    }

    private static RuntimeException wrong(String member, String vi, String en) {
        return Problems.badParameter(member, vi, en);
    }
}
