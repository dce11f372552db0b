package org.iochub.declarative.internal.format;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.CharConversionException;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.iochub.api.RawMessage;
import org.iochub.model.FaultException;

/** The coordinate system a GeoJSON document says it is in; RFC 7946 knows one only, servers still write others. */
final class GeoJsonCrs {
    private static final long CRS_BYTES = 4_096;

    private GeoJsonCrs() {}

    /** The name in the document's member {@code crs}, which may stand behind the features. */
    static Optional<String> of(RawMessage message, JsonValues values) throws IOException {
        try (var in = message.open();
                JsonParser parser =
                        values.factory().createParser(ByteOrderMark.skip(in).rest())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            for (String member = parser.nextFieldName(); member != null; member = parser.nextFieldName()) {
                parser.nextToken();
                if (member.equals("crs")) {
                    return name(BoundedParser.read(parser, values, CRS_BYTES));
                }
                parser.skipChildren();
            }
            return Optional.empty();
        } catch (JacksonException | CharConversionException | FaultException e) {
            // What is wrong with the document is said where its features are read.
            return Optional.empty();
        }
    }

    /** Of {@code {"type":"name","properties":{"name":…}}}; empty when it says nothing. */
    static Optional<String> name(Object crs) {
        return crs instanceof Map<?, ?> said
                        && said.get("properties") instanceof Map<?, ?> properties
                        && properties.get("name") instanceof String name
                        && !name.isBlank()
                ? Optional.of(name.strip())
                : Optional.empty();
    }
}
