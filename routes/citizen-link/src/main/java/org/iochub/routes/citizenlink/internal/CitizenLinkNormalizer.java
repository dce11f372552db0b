package org.iochub.routes.citizenlink.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.iochub.api.Change;
import org.iochub.api.Normalizer;
import org.iochub.api.RawMessage;
import org.iochub.api.RawPart;
import org.iochub.api.Source;
import org.iochub.api.mqtt.MqttMessages;
import org.iochub.api.mqtt.MqttMessages.Published;
import org.iochub.api.read.JsonItem;
import org.iochub.api.read.Shown;
import org.iochub.model.FaultException;
import org.iochub.model.record.RecordTypes;

/**
 * Turns events into citizen reports, and into patches of their rating and their latest comment. Of the person behind an
 * event it reads {@code user.id} alone, and keeps of that a keyed digest.
 */
final class CitizenLinkNormalizer implements Normalizer {
    private static final int MOST_STARS = 5;
    /** The largest comment that a record takes. */
    private static final int LONGEST_COMMENT = 1_900;

    private final Reports reports;

    CitizenLinkNormalizer(Source<CitizenLinkSettings> source) {
        this.reports = new Reports(source);
    }

    @Override
    public Stream<Change> normalize(RawMessage message) throws IOException {
        return MqttMessages.json(message).map(published -> change(published, message.receivedAt()));
    }

    private Change change(Published published, OffsetDateTime received) {
        if (published.payload() instanceof JsonItem.Broken broken) {
            return broken.refusal();
        }
        JsonItem.Element element = (JsonItem.Element) published.payload();
        try {
            return change(element.node(), element.raw(), received);
        } catch (FaultException e) {
            return new Change.Refusal(e.fault(), element.raw());
        }
    }

    private Change change(JsonNode node, RawPart raw, OffsetDateTime received) {
        if (!node.isObject()) {
            throw wrong("", "một đối tượng JSON", "a JSON object");
        }
        EventFields fields = new EventFields(node, new ArrayList<>());
        String event = fields.required("event");
        return switch (event) {
            case "report" -> reports.read(fields, raw, received);
            case "rating" -> patch(fields, "rating", stars(node), raw);
            case "comment" -> patch(fields, "statusNotes", comment(fields), raw);
            default ->
                throw FaultException.of(
                        "unknown-code",
                        "event",
                        "Sự kiện «" + Shown.of(event)
                                + "» chưa được biết; các sự kiện đã biết: report, rating, comment.",
                        "The event \"" + Shown.of(event) + "\" is not known; known events: report, rating, comment.");
        };
    }

    private static Change patch(EventFields fields, String part, Object value, RawPart raw) {
        return new Change.Patch(RecordTypes.CITIZEN_REPORT, List.of(fields.required("report")), part, value, raw);
    }

    private static Integer stars(JsonNode node) {
        JsonNode stars = node.path("stars");
        if (!stars.isIntegralNumber() || !stars.canConvertToInt()) {
            throw wrong("stars", "số nguyên", "a whole number");
        }
        if (stars.asInt() < 1 || stars.asInt() > MOST_STARS) {
            throw FaultException.of(
                    "impossible-value",
                    "stars",
                    "Đánh giá phải từ 1 đến 5 sao, không phải " + Shown.of(stars.asText()) + "; hãy sửa ở nguồn.",
                    "A rating has 1 to 5 stars, not " + Shown.of(stars.asText()) + "; mend it at the source.");
        }
        return stars.asInt();
    }

    private static String comment(EventFields fields) {
        String by = fields.required("by");
        String who = switch (by) {
            case "co-quan" -> "Cơ quan";
            case "nguoi-dan" -> "Người dân";
            default ->
                throw FaultException.of(
                        "unknown-code",
                        "by",
                        "Không biết ai là «" + Shown.of(by) + "»; các mã đã biết: co-quan, nguoi-dan.",
                        "It is not known who \"" + Shown.of(by) + "\" is; known codes: co-quan, nguoi-dan.");
        };
        String text = fields.required("text");
        return who + ": " + (text.length() > LONGEST_COMMENT ? text.substring(0, LONGEST_COMMENT) + "…" : text);
    }

    private static FaultException wrong(String field, String vi, String en) {
        Optional<String> named = Optional.of(field).filter(name -> !name.isEmpty());
        return FaultException.of(
                "wrong-type",
                field,
                named.map(name -> "Trường «" + name + "»").orElse("Thông điệp") + " phải là " + vi
                        + "; hãy sửa ở nguồn.",
                named.map(name -> "The field \"" + name + "\"").orElse("The message") + " must be " + en
                        + "; mend it at the source.");
    }
}
