package org.iochub.declarative.internal;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.iochub.api.Change;
import org.iochub.api.ExplainingNormalizer;
import org.iochub.api.RawMessage;
import org.iochub.api.RawPart;
import org.iochub.api.Source;
import org.iochub.api.Step;
import org.iochub.declarative.internal.format.RecordFormat;
import org.iochub.declarative.internal.format.Row;
import org.iochub.declarative.internal.mapping.Mapping;

/** Finds the rows of a message and maps each one. */
final class DeclaredNormalizer implements ExplainingNormalizer {
    private final RecordFormat format;
    private final Mapping mapping;
    private final Source<DeclaredSettings> source;

    DeclaredNormalizer(RecordFormat format, Mapping mapping, Source<DeclaredSettings> source) {
        this.format = format;
        this.mapping = mapping;
        this.source = source;
    }

    @Override
    public Stream<Change> normalize(RawMessage message) throws IOException {
        Stream<Row> rows = format.read(message);
        return StreamSupport.stream(new Changes(rows.spliterator(), message), false)
                .onClose(rows::close);
    }

    @Override
    public void explain(RawMessage message, BiPredicate<Change, List<Step>> to) throws IOException {
        Map<String, Object> known = describe(message);
        try (Stream<Row> rows = format.read(message)) {
            for (Iterator<Row> each = rows.iterator(); each.hasNext(); ) {
                if (each.next() instanceof Row.Found found
                        && !mapping.explain(found, known, message.receivedAt(), source, to)) {
                    return;
                }
            }
        }
    }

    @Override
    public Optional<Stream<Change>> normalizePart(RawMessage part, String position) throws IOException {
        return format.readPart(part, position)
                .map(row -> StreamSupport.stream(new Changes(Stream.of(row).spliterator(), part), false));
    }

    private static Map<String, Object> describe(RawMessage message) {
        Map<String, Object> known = new HashMap<>(message.attributes());
        known.put("name", message.name());
        known.put("id", message.id());
        known.put("receivedAt", message.receivedAt());
        return known;
    }

    /** Row by row; an iterator of its own, because a flat map would hold more. */
    private final class Changes extends Spliterators.AbstractSpliterator<Change> {
        private final Spliterator<Row> rows;
        private final RawMessage message;
        private final Map<String, Object> known;
        private final OffsetDateTime receivedAt;
        private final Queue<Change> waiting = new ArrayDeque<>();
        private boolean refused;
        private boolean ended;

        Changes(Spliterator<Row> rows, RawMessage message) {
            super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
            this.rows = rows;
            this.message = message;
            this.known = describe(message);
            this.receivedAt = message.receivedAt();
        }

        @Override
        public boolean tryAdvance(Consumer<? super Change> action) {
            while (waiting.isEmpty() && !ended) {
                if (!rows.tryAdvance(this::take)) {
                    end();
                }
            }
            Change next = waiting.poll();
            if (next != null) {
                action.accept(next);
            }
            return next != null;
        }

        private void take(Row row) {
            if (row instanceof Row.Found found) {
                mapping.changes(found, known, receivedAt, source, this::add);
            } else {
                add(((Row.Broken) row).refusal());
            }
        }

        private void add(Change change) {
            refused |= change instanceof Change.Refusal;
            waiting.add(change);
        }

        /** A list with a refused record is not complete: what was refused would be deleted. */
        private void end() {
            ended = true;
            if (!refused) {
                mapping.complete().forEach(type -> waiting.add(new Change.ListComplete(type, RawPart.whole(message))));
            }
        }
    }
}
