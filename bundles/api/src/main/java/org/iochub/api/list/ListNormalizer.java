package org.iochub.api.list;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.iochub.api.Change;
import org.iochub.api.Normalizer;
import org.iochub.api.RawMessage;
import org.iochub.api.RawPart;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.RecordData;
import org.iochub.model.RecordType;
import org.iochub.model.VersionKey;
import org.iochub.model.area.AreaRef;
import org.iochub.model.record.Area.Successor;

/**
 * Turns a whole list into records: what it does not name any more is deleted. A list with a line that is wrong says
 * nothing about what it does not name.
 */
public final class ListNormalizer<T extends RecordData> implements Normalizer {
    private static final int MAX_BYTES = 64 << 20;

    /** What a row becomes. */
    public record Mapped<T>(T data, Optional<AreaRef> area, List<Fault> notes) {}

    /** Makes the record of a row; {@code predecessors} are those whose successor it is. */
    @FunctionalInterface
    public interface Mapping<T> {
        Mapped<T> of(ListRow row, List<Successor> predecessors);
    }

    private record Placed(int line, Change change) {}

    private final RecordType<T> type;
    private final Function<byte[], ListFile> reader;
    private final Mapping<T> mapping;

    /** @param reader reads a list and checks it by every rule, referring to nothing else */
    public ListNormalizer(RecordType<T> type, Function<byte[], ListFile> reader, Mapping<T> mapping) {
        this.type = type;
        this.reader = reader;
        this.mapping = mapping;
    }

    @Override
    public Stream<Change> normalize(RawMessage message) throws IOException {
        byte[] text = body(message);
        ListFile list = reader.apply(text);
        String[] lines = new String(text, StandardCharsets.UTF_8).split("\\R", -1);
        Map<ListRow.Key, List<Successor>> predecessors = predecessors(list.rows());
        List<Placed> changes = new ArrayList<>();
        list.wrong()
                .forEach(wrong -> changes.add(
                        new Placed(wrong.line(), new Change.Refusal(wrong.fault(), raw(lines, wrong.line())))));
        for (ListRow row : list.rows()) {
            Mapped<T> mapped = mapping.of(row, predecessors.getOrDefault(row.key(), List.of()));
            // A list is as a person let it in; an earlier one may be put back, so that no day in it can decide.
            changes.add(new Placed(
                    row.line(),
                    new Change.Upsert<>(
                            type,
                            mapped.data(),
                            mapped.area(),
                            VersionKey.arrival(),
                            mapped.notes(),
                            raw(lines, row.line()))));
        }
        Stream<Change> all =
                changes.stream().sorted(Comparator.comparingInt(Placed::line)).map(Placed::change);
        return list.wrong().isEmpty()
                ? Stream.concat(
                        all,
                        Stream.of(new Change.ListComplete(
                                type, RawPart.of("", list.rows().size() + ""))))
                : all;
    }

    private static byte[] body(RawMessage message) throws IOException {
        try (InputStream in = message.open()) {
            byte[] text = in.readNBytes(MAX_BYTES);
            if (text.length == MAX_BYTES) {
                throw FaultException.of(
                        "list-too-large",
                        "",
                        "Danh mục lớn hơn 64 MiB; hãy kiểm tra xem có đúng là danh mục không.",
                        "The list is larger than 64 MiB; check that it is a list.");
            }
            return text;
        }
    }

    private static RawPart raw(String[] lines, int line) {
        return RawPart.of("line " + line, line > 0 && line <= lines.length ? lines[line - 1] : "");
    }

    private static Map<ListRow.Key, List<Successor>> predecessors(List<ListRow> rows) {
        Map<ListRow.Key, List<Successor>> predecessors = new HashMap<>();
        for (ListRow row : rows) {
            row.to()
                    .ifPresent(last -> row.successors()
                            .forEach(heir -> predecessors
                                    .computeIfAbsent(
                                            new ListRow.Key(heir.code(), last.plusDays(1)), key -> new ArrayList<>())
                                    .add(new Successor(row.code(), heir.part()))));
        }
        return predecessors;
    }
}
