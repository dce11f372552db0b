package org.iochub.feed.internal.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import org.iochub.core.replay.RenormaliseRequest;
import org.iochub.core.replay.Renormalises;
import org.iochub.core.replay.Replay;
import org.iochub.core.replay.ReplayRequest;
import org.iochub.feed.internal.problem.Problems;

/** A new replay of the kind {@code renormalise}: a dry run of a period, or what such a run looked at, for real. */
final class RenormaliseBody {
    private static final Set<String> DRY = Set.of("kind", "dry", "source", "from", "to", "type", "rate", "note");
    private static final Set<String> APPLY = Set.of("kind", "apply", "confirm", "rate", "note");

    private final JsonNode body;

    private RenormaliseBody(JsonNode body) {
        this.body = body;
    }

    static boolean is(JsonNode body) {
        return body.path("kind").asText().equals("renormalise");
    }

    static Replay start(JsonNode body, Renormalises renormalises, String by) {
        RenormaliseBody asked = new RenormaliseBody(body);
        int rate = asked.rate();
        String note = asked.text("note").orElse("");
        if (body.has("apply")) {
            asked.only(APPLY);
            return renormalises.apply(asked.dryRun(), rate, by, note);
        }
        asked.only(DRY);
        if (!body.path("dry").asBoolean(true)) {
            throw wrong(
                    "dry",
                    "Phải chạy thử trước: «dry»: true; rồi gửi «apply»: SỐ, «confirm»: true.",
                    "A dry run comes first: \"dry\": true; then send \"apply\": NUMBER, \"confirm\": true.");
        }
        String source = asked.text("source").orElseThrow(() -> wrong("source", "Thiếu source.", "source is missing."));
        return renormalises.dry(new RenormaliseRequest(
                source, asked.moment("from"), asked.moment("to"), asked.text("type"), rate, by, note));
    }

    private void only(Set<String> names) {
        for (Iterator<String> all = body.fieldNames(); all.hasNext(); ) {
            String name = all.next();
            if (!names.contains(name)) {
                throw wrong(
                        name,
                        "Không có trường «" + Problems.shown(name) + "».",
                        "There is no member «" + Problems.shown(name) + "».");
            }
        }
    }

    private long dryRun() {
        JsonNode id = body.path("apply");
        if (!id.isIntegralNumber() || !id.canConvertToLong()) {
            throw wrong("apply", "apply phải là số của lượt chạy thử.", "apply must be the number of the dry run.");
        }
        if (!body.path("confirm").asBoolean(false)) {
            throw wrong(
                    "confirm",
                    "Các bản ghi sẽ có phiên bản mới trong luồng; thêm «confirm»: true để thực hiện.",
                    "Records would get new versions in the feed; add \"confirm\": true to do so.");
        }
        return id.asLong();
    }

    private int rate() {
        JsonNode rate = body.path("rate");
        if (rate.isMissingNode()) {
            return ReplayRequest.USUAL_RATE;
        }
        if (!rate.isIntegralNumber()
                || !rate.canConvertToInt()
                || rate.asInt() < 1
                || rate.asInt() > ReplayRequest.FASTEST) {
            throw wrong("rate", "rate phải từ 1 đến 1000.", "rate must be 1 to 1000.");
        }
        return rate.asInt();
    }

    private Optional<String> text(String name) {
        JsonNode node = body.path(name);
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        if (!node.isTextual()) {
            throw wrong(name, "«" + name + "» phải là một chuỗi.", "«" + name + "» must be a text.");
        }
        return Optional.of(node.asText()).filter(text -> !text.isBlank());
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

    private static RuntimeException wrong(String member, String vi, String en) {
        return Problems.badParameter(member, vi, en);
    }
}
