package org.iochub.declarative.internal.format;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.iochub.api.RawMessage;
import org.iochub.api.RawPart;
import org.iochub.api.read.JsonLimits;
import org.iochub.api.read.Line;
import org.iochub.api.read.Lines;
import org.iochub.api.read.Range;
import org.iochub.model.FaultException;

/** One JSON value a line; empty lines do not count. */
final class NdJsonFormat implements RecordFormat {
    private final JsonLimits limits;
    private final JsonValues values;

    private NdJsonFormat(JsonLimits limits) {
        this.limits = limits;
        this.values = new JsonValues(limits);
    }

    static RecordFormat compile(Options options) {
        return new NdJsonFormat(JsonFormat.limits(options));
    }

    @Override
    public Stream<Row> read(RawMessage message) throws IOException {
        Lines lines = new Lines(message.open(), limits.elementBytes());
        return Rows.stream(() -> next(lines, message), lines::close);
    }

    private Optional<Row> next(Lines lines, RawMessage message) throws IOException {
        Optional<Line> line = lines.next();
        while (line.isPresent() && line.get() instanceof Line.Read read && read.blank()) {
            line = lines.next();
        }
        return line.map(l -> row(l, message));
    }

    @Override
    public Optional<Row> readPart(RawMessage part, String position) throws IOException {
        return Optional.of(JsonPart.read(part, position, limits.elementBytes(), this::row));
    }

    private Row row(Line line, RawMessage message) {
        String position = "line " + line.number();
        if (!(line instanceof Line.Read read)) {
            RawPart raw = Range.of(message, position, line.offset(), line.length());
            return Rows.tooLarge(raw, line.length(), limits.elementBytes());
        }
        return row(RawPart.of(position, read.bytes()), read.bytes());
    }

    private Row row(RawPart raw, byte[] bytes) {
        try {
            return new Row.Found(values.record(bytes), raw);
        } catch (FaultException e) {
            return Rows.broken(e, raw);
        }
    }
}
