package org.iochub.declarative.internal.format;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.iochub.api.RawMessage;
import org.iochub.api.RawPart;
import org.iochub.api.read.Line;
import org.iochub.api.read.Lines;
import org.iochub.api.read.Range;
import org.iochub.model.FaultException;

/** Lines of text: by a pattern, by fixed columns or by a separator. Blank lines do not count. */
final class TextFormat implements RecordFormat {
    /** How the fields of one line are told; more than one record when they come in groups. */
    @FunctionalInterface
    interface LineShape {
        /** @throws FaultException when the line is not of this shape */
        List<Map<String, Object>> records(String line);
    }

    private final SourceEncoding encoding;
    private final LineShape shape;
    private final int skip;
    private final Optional<SafePattern> ignored;
    private final int limit;

    private TextFormat(Options options, LineShape shape) {
        this.encoding = SourceEncoding.compile(options);
        this.shape = shape;
        this.skip = options.integer("skip", 0);
        this.ignored = options.pattern("ignore");
        this.limit = options.integer("recordBytes", 1 << 16);
    }

    static RecordFormat compile(Options options) {
        return new TextFormat(options, LineShapes.compile(options));
    }

    @Override
    public Stream<Row> read(RawMessage message) throws IOException {
        SourceEncoding.Opened opened = encoding.open(message);
        Lines lines = new Lines(opened.message().open(), limit);
        Deque<Row> waiting = new ArrayDeque<>();
        return Rows.stream(() -> next(lines, opened, waiting), lines::close);
    }

    private Optional<Row> next(Lines lines, SourceEncoding.Opened opened, Deque<Row> waiting) throws IOException {
        while (waiting.isEmpty()) {
            Optional<Line> line = lines.next();
            if (line.isEmpty()) {
                return Optional.empty();
            }
            if (line.get().number() > skip) {
                take(line.get(), opened, waiting);
            }
        }
        return Optional.of(waiting.remove());
    }

    private void take(Line line, SourceEncoding.Opened opened, Deque<Row> rows) {
        String position = "line " + line.number();
        if (!(line instanceof Line.Read read)) {
            RawPart raw = Range.of(opened.message(), position, line.offset(), line.length());
            rows.add(Rows.tooLarge(raw, line.length(), limit));
            return;
        }
        if (read.blank()) {
            return;
        }
        RawPart raw = RawPart.of(position, read.bytes());
        try {
            String text = opened.encoding().decode(read.bytes());
            if (ignored.isPresent() && ignored.get().isIn(text)) {
                return;
            }
            List<Map<String, Object>> records = shape.records(text);
            for (int i = 0; i < records.size(); i++) {
                RawPart part = records.size() == 1 ? raw : RawPart.of(position + ", group " + (i + 1), read.bytes());
                rows.add(new Row.Found(records.get(i), part));
            }
        } catch (FaultException e) {
            rows.add(Rows.broken(e, raw));
        }
    }
}
