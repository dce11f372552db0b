package org.iochub.feed.internal.records;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iochub.core.log.LoggedRecord;
import org.iochub.feed.internal.problem.Problems;
import org.iochub.feed.internal.query.Params;
import org.iochub.model.RecordType;
import org.iochub.model.schema.Shape;
import org.iochub.model.schema.WireCodes;
import org.iochub.reading.scope.Scope;

/**
 * What of the current state a reader wants, beyond its scope: when it happened and in which status it is. Both change
 * with a record, so a feed, which tells changes, has no such filter.
 *
 * @param from happened at or after this
 * @param to happened before this
 * @param statuses one of these; empty for all
 */
public record StateFilter(Optional<OffsetDateTime> from, Optional<OffsetDateTime> to, Set<String> statuses) {
    private static final JsonFactory JSON = new JsonFactory();

    /** All of it. */
    public static StateFilter none() {
        return new StateFilter(Optional.empty(), Optional.empty(), Set.of());
    }

    public static StateFilter of(Params params, Scope scope) {
        List<String> statuses = params.many("status");
        if (!statuses.isEmpty()) {
            scope.types().values().stream()
                    .filter(type -> type.statusField().isEmpty())
                    .findFirst()
                    .ifPresent(StateFilter::refuse);
            scope.types().values().forEach(type -> requireCodes(type, statuses));
        }
        Optional<OffsetDateTime> from = params.moment("from");
        Optional<OffsetDateTime> to = params.moment("to");
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            throw Problems.badParameter("to", "to phải sau from.", "to must be after from.");
        }
        return new StateFilter(from, to, Set.copyOf(statuses));
    }

    private static void refuse(RecordType<?> type) {
        throw Problems.badParameter(
                "status",
                "Loại bản ghi «" + type.name()
                        + "» không có trạng thái để lọc; bỏ tham số status hoặc đọc một loại khác.",
                "The record type \"" + type.name()
                        + "\" has no status to filter by; leave status out or read another type.");
    }

    /** A mistyped status would silently find nothing. Types whose sources name the status freely take any word. */
    private static void requireCodes(RecordType<?> type, List<String> statuses) {
        Shape.of(type.dataClass()).components().stream()
                .filter(field -> type.statusField().filter(field.name()::equals).isPresent())
                .filter(field -> field.kind() == Shape.Kind.CODE)
                .forEach(field -> {
                    List<String> codes = Arrays.stream(field.valueClass().getEnumConstants())
                            .map(code -> WireCodes.of(code).toString())
                            .toList();
                    statuses.stream()
                            .filter(status -> !codes.contains(status))
                            .findFirst()
                            .ifPresent(status -> unknown(type, status, codes));
                });
    }

    private static void unknown(RecordType<?> type, String status, List<String> codes) {
        String list = String.join(", ", codes);
        throw Problems.badParameter(
                "status",
                "Loại bản ghi «" + type.name() + "» không có trạng thái «" + Problems.shown(status)
                        + "»; các trạng thái: " + list + ".",
                "The record type \"" + type.name() + "\" has no status \"" + Problems.shown(status) + "\"; there are: "
                        + list + ".");
    }

    boolean isEmpty() {
        return from.isEmpty() && to.isEmpty() && statuses.isEmpty();
    }

    boolean passes(RecordType<?> type, LoggedRecord record) {
        return from.map(start -> !record.time().isBefore(start)).orElse(true)
                && to.map(end -> record.time().isBefore(end)).orElse(true)
                && (statuses.isEmpty()
                        || type.statusField()
                                .flatMap(field -> text(record.data(), field))
                                .filter(statuses::contains)
                                .isPresent());
    }

    /** The text of a member of an object, without reading what stands behind it. */
    static Optional<String> text(byte[] data, String member) {
        try (JsonParser json = JSON.createParser(data)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = json.currentName().equals(member);
                json.nextToken();
                if (wanted) {
                    return Optional.of(json.getText());
                }
                json.skipChildren();
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
