package org.iochub.declarative.internal.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.BiFunction;
import org.iochub.api.RawMessage;
import org.iochub.api.RawPart;

/** One JSON record by itself. */
final class JsonPart {
    private JsonPart() {}

    /** @param row reads the bytes of a record that is not too large */
    static Row read(RawMessage part, String position, int limit, BiFunction<RawPart, byte[], Row> row)
            throws IOException {
        try (InputStream in = part.open()) {
            byte[] bytes = in.readNBytes(limit + 1);
            return bytes.length > limit
                    ? Rows.tooLarge(new RawPart(position, part::open), Math.max(part.size(), bytes.length), limit)
                    : row.apply(RawPart.of(position, bytes), bytes);
        }
    }
}
