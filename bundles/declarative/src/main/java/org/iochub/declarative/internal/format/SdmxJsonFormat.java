package org.iochub.declarative.internal.format;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.iochub.api.RawMessage;
import org.iochub.api.RawPart;
import org.iochub.api.read.JsonLimits;

/**
 * The observations of an SDMX-JSON data message (1.0 and 2.0), by series or flat, each as a record with the fields that
 * SDMX-CSV has as columns. Read twice: once for the structure, which may stand behind the data, once for the data.
 */
final class SdmxJsonFormat implements RecordFormat {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final JsonLimits limits;
    private final JsonValues values;

    private SdmxJsonFormat(JsonLimits limits) {
        this.limits = limits;
        this.values = new JsonValues(limits, true);
    }

    static RecordFormat compile(Options options) {
        return new SdmxJsonFormat(JsonFormat.limits(options));
    }

    @Override
    public Stream<Row> read(RawMessage message) throws IOException {
        SdmxHead head = SdmxHead.read(message, values);
        SdmxCursor cursor = new SdmxCursor(message, head, values, limits.elementBytes());
        return Rows.stream(cursor::next, cursor::close);
    }

    /** What is kept of an observation that is refused, written when somebody asks. */
    static RawPart raw(String position, Map<String, ?> written) {
        return new RawPart(position, () -> new ByteArrayInputStream(MAPPER.writeValueAsBytes(written)));
    }
}
