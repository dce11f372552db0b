package org.iochub.declarative.internal.format;

import com.fasterxml.jackson.core.JsonPointer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.iochub.api.RawMessage;
import org.iochub.api.RawPart;
import org.iochub.api.read.JsonLimits;
import org.iochub.model.FaultException;

/** Records in a JSON document: the elements of an array, or one object. */
final class JsonFormat implements RecordFormat {
    private final JsonPointer records;
    private final JsonLimits limits;
    private final JsonValues values;
    private final UnaryOperator<Map<String, Object>> shape;

    /** @param shape what becomes of a record once it is read; may throw a {@link FaultException} */
    JsonFormat(JsonPointer records, JsonLimits limits, UnaryOperator<Map<String, Object>> shape) {
        this.records = records;
        this.limits = limits;
        this.values = new JsonValues(limits);
        this.shape = shape;
    }

    static RecordFormat compile(Options options) {
        return new JsonFormat(pointer(options, ""), limits(options), UnaryOperator.identity());
    }

    /** {@code records} as a pointer; {@code /} is the document itself, as most people mean it. */
    static JsonPointer pointer(Options options, String otherwise) {
        String text = options.text("records", otherwise);
        try {
            return JsonPointer.compile(text.equals("/") ? "" : text);
        } catch (IllegalArgumentException e) {
            options.wrong(
                    "records",
                    "«" + text + "» không phải JSON Pointer; hãy viết như /data/items.",
                    "«" + text + "» is no JSON Pointer; write it like /data/items.");
            return JsonPointer.empty();
        }
    }

    static JsonLimits limits(Options options) {
        int bytes = options.integer("recordBytes", JsonLimits.DEFAULT.elementBytes());
        return new JsonLimits(
                bytes,
                options.integer("depth", JsonLimits.DEFAULT.depth()),
                Math.max(bytes / 4, JsonLimits.DEFAULT.stringLength()));
    }

    @Override
    public Stream<Row> read(RawMessage message) throws IOException {
        JsonStart start = JsonStart.find(message, values.factory(), records);
        InputStream in = message.open();
        try {
            in.skipNBytes(start.offset());
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
        JsonCutter cutter = new JsonCutter(in, start, limits.elementBytes());
        return Rows.stream(() -> cutter.next().map(piece -> row(piece, message)), cutter::close);
    }

    @Override
    public Optional<Row> readPart(RawMessage part, String position) throws IOException {
        return Optional.of(JsonPart.read(part, position, limits.elementBytes(), this::row));
    }

    private Row row(Piece piece, RawMessage message) {
        if (piece instanceof Piece.Whole whole) {
            return row(whole.raw(), whole.bytes());
        }
        return piece instanceof Piece.TooLarge large
                ? large.row(message, limits.elementBytes())
                : ((Piece.BrokenOff) piece).row(message);
    }

    private Row row(RawPart raw, byte[] bytes) {
        try {
            return new Row.Found(shape.apply(values.record(bytes)), raw);
        } catch (FaultException e) {
            return Rows.broken(e, raw);
        }
    }
}
