package org.iochub.declarative.internal.format;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.iochub.api.Change;
import org.iochub.api.RawPart;
import org.iochub.api.read.Line;
import org.iochub.api.read.Lines;
import org.iochub.declarative.internal.Problems;
import org.iochub.model.Fault;

/** Placeholder: ndjson alone, for tests and the benchmark until the formats are merged. */
public final class Formats {
    private Formats() {}

    public static Set<String> names() {
        return Set.of("json", "ndjson");
    }

    public static RecordFormat compile(String name, JsonNode options, String pointer, Problems problems) {
        ObjectReader reader = JsonMapper.builder()
                .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.USE_LONG_FOR_INTS)
                .build()
                .readerFor(new TypeReference<Map<String, Object>>() {});
        return message -> new Lines(message.open())
                .stream()
                        .filter(line -> !(line instanceof Line.Read read && read.blank()))
                        .map(line -> row(reader, (Line.Read) line));
    }

    private static Row row(ObjectReader reader, Line.Read line) {
        RawPart raw = RawPart.of("line " + line.number(), line.bytes());
        try {
            return new Row.Found(reader.readValue(line.bytes()), raw);
        } catch (IOException e) {
            return new Row.Broken(new Change.Refusal(
                    Fault.of("unreadable-json", raw.position(), "Không phải JSON.", "This is no JSON."), raw));
        }
    }
}
