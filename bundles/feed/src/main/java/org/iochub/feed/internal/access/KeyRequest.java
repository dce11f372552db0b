package org.iochub.feed.internal.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.iochub.core.access.Grants;
import org.iochub.core.access.PersonalLevel;
import org.iochub.feed.internal.json.Json;
import org.iochub.feed.internal.problem.ProblemException;
import org.iochub.feed.internal.problem.Problems;

/** A key as an administrator asks for it. What is not named is not restricted, except that nothing is granted by it. */
record KeyRequest(String name, Grants grants, Optional<Instant> expiresAt) {
    private static final Set<String> MEMBERS = Set.of(
            "name", "read", "types", "tenants", "areas", "personal", "push", "admin", "expiresAt", "requestsPerMinute");

    static KeyRequest parse(byte[] body) {
        JsonNode json;
        try {
            json = Json.read(body);
        } catch (IOException e) {
            throw bad("body", "Nội dung không phải JSON.", "The body is not JSON.");
        }
        if (json == null || !json.isObject()) {
            throw bad("body", "Nội dung phải là một đối tượng JSON.", "The body must be a JSON object.");
        }
        json.fieldNames().forEachRemaining(member -> {
            if (!MEMBERS.contains(member)) {
                String shown = Problems.shown(member);
                throw bad(
                        shown,
                        "Không có mục «" + shown + "»; các mục: "
                                + String.join(", ", MEMBERS.stream().sorted().toList()),
                        "There is no member \"" + shown + "\"; there are: "
                                + String.join(", ", MEMBERS.stream().sorted().toList()));
            }
        });
        String name = json.path("name").asText("").strip();
        if (name.isEmpty() || name.length() > 200) {
            throw bad(
                    "name",
                    "name: ghi ai dùng khóa và để làm gì, tối đa 200 ký tự.",
                    "name: write who uses the key and what for, at most 200 characters.");
        }
        Set<String> push = texts(json, "push").orElse(Set.of());
        boolean admin = flag(json, "admin", false);
        Grants grants = new Grants(
                // A key that only delivers does not read unless that is said.
                flag(json, "read", push.isEmpty()),
                texts(json, "types"),
                texts(json, "tenants"),
                texts(json, "areas"),
                personal(json),
                push,
                admin,
                requests(json));
        return new KeyRequest(name, grants, expiry(json));
    }

    private static boolean flag(JsonNode json, String member, boolean otherwise) {
        JsonNode value = json.path(member);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            throw bad(member, member + " phải là true hoặc false.", member + " must be true or false.");
        }
        return value.booleanValue();
    }

    private static Optional<Set<String>> texts(JsonNode json, String member) {
        JsonNode value = json.path(member);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        Set<String> texts = new LinkedHashSet<>();
        value.forEach(element -> texts.add(element.isTextual() ? element.asText() : ""));
        if (!value.isArray() || texts.contains("")) {
            throw bad(member, member + " phải là danh sách chuỗi.", member + " must be a list of strings.");
        }
        return Optional.of(Set.copyOf(texts));
    }

    private static PersonalLevel personal(JsonNode json) {
        String wanted = json.path("personal").asText("none");
        for (PersonalLevel level : PersonalLevel.values()) {
            if (level.wireName().equals(wanted)) {
                return level;
            }
        }
        throw bad("personal", "personal phải là none, masked hoặc full.", "personal must be none, masked or full.");
    }

    private static Optional<Integer> requests(JsonNode json) {
        JsonNode value = json.path("requestsPerMinute");
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isInt() || value.intValue() < 1) {
            throw bad(
                    "requestsPerMinute",
                    "requestsPerMinute phải là số nguyên từ 1 trở lên.",
                    "requestsPerMinute must be a whole number of 1 or more.");
        }
        return Optional.of(value.intValue());
    }

    private static Optional<Instant> expiry(JsonNode json) {
        JsonNode value = json.path("expiresAt");
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(value.asText()).toInstant());
        } catch (DateTimeParseException e) {
            throw bad(
                    "expiresAt",
                    "expiresAt phải là thời điểm có múi giờ, ví dụ 2027-01-31T00:00:00+07:00.",
                    "expiresAt must be a time with an offset, such as 2027-01-31T00:00:00+07:00.");
        }
    }

    private static ProblemException bad(String member, String vi, String en) {
        return Problems.badParameter(member, vi, en);
    }
}
