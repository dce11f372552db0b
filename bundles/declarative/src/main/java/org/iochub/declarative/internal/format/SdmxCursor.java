package org.iochub.declarative.internal.format;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.iochub.api.RawMessage;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;

/** Walks through the data sets of a message and holds one series, or one observation, at a time. One thread. */
final class SdmxCursor implements Closeable {
    /** Where the parser stands. */
    private enum Place {
        OUTSIDE,
        SETS,
        SET,
        SERIES,
        OBSERVATIONS,
        END
    }

    private final RawMessage message;
    private final SdmxHead head;
    private final JsonValues values;
    private final long limit;
    private final InputStream in;
    private final JsonParser parser;
    private final Queue<Row> waiting = new ArrayDeque<>();
    private Place place = Place.OUTSIDE;
    private int set = -1;
    private Optional<SdmxFields> fields = Optional.empty();
    private String position = "";

    SdmxCursor(RawMessage message, SdmxHead head, JsonValues values, long limit) throws IOException {
        this.message = message;
        this.head = head;
        this.values = values;
        this.limit = limit;
        this.in = message.open();
        try {
            this.parser = values.factory().createParser(ByteOrderMark.skip(in).rest());
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /** The next observation; empty at the end. */
    Optional<Row> next() throws IOException {
        while (waiting.isEmpty() && place != Place.END) {
            try {
                JsonToken token = parser.nextToken();
                if (token == null) {
                    place = Place.END;
                } else {
                    step(token);
                }
            } catch (JacksonException e) {
                place = Place.END;
                long at = Math.max(
                        0, e.getLocation() == null ? 0 : e.getLocation().getByteOffset());
                waiting.add(new Piece.BrokenOff(position, at).row(message));
            }
        }
        return Optional.ofNullable(waiting.poll());
    }

    private void step(JsonToken token) throws IOException {
        switch (place) {
            case OUTSIDE -> outside(token);
            case SETS -> sets(token);
            case SET -> inSet(token);
            case SERIES -> entry(token, this::series);
            default -> entry(token, this::observation);
        }
    }

    private void outside(JsonToken token) throws IOException {
        if (token == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("dataSets") && value == JsonToken.START_ARRAY) {
                place = Place.SETS;
            } else if (!name.equals("data")) {
                parser.skipChildren();
            }
        }
    }

    private void sets(JsonToken token) throws IOException {
        if (token == JsonToken.END_ARRAY) {
            place = Place.OUTSIDE;
            return;
        }
        set++;
        position = "dataSets[" + set + "]";
        fields = Optional.empty();
        if (token != JsonToken.START_OBJECT) {
            parser.skipChildren();
            refuse(position, badPart().fault(), Map.of());
            return;
        }
        place = Place.SET;
        try {
            fields = Optional.of(
                    new SdmxFields(head.structureOf(set).orElseThrow(SdmxCursor::noStructure), head.dataSet(set)));
        } catch (FaultException e) {
            refuse(position, e.fault(), head.dataSet(set));
        }
    }

    private void inSet(JsonToken token) throws IOException {
        if (token == JsonToken.END_OBJECT) {
            place = Place.SETS;
            return;
        }
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        // Without a structure, indexes mean nothing: the set was refused as a whole.
        if (value == JsonToken.START_OBJECT && fields.isPresent() && name.equals("series")) {
            place = Place.SERIES;
        } else if (value == JsonToken.START_OBJECT && fields.isPresent() && name.equals("observations")) {
            place = Place.OBSERVATIONS;
        } else {
            parser.skipChildren();
        }
    }

    /** Takes what stands behind a key. */
    @FunctionalInterface
    private interface Taker {
        void take(String key, Object value);
    }

    private void entry(JsonToken token, Taker taker) throws IOException {
        if (token == JsonToken.END_OBJECT) {
            place = Place.SET;
            return;
        }
        String key = parser.currentName();
        parser.nextToken();
        position = "dataSets[" + set + "]." + (place == Place.SERIES ? "series." : "observations.") + key;
        try {
            taker.take(key, BoundedParser.read(parser, values, limit));
        } catch (FaultException e) {
            refuse(position, e.fault(), Map.of("key", key));
        }
    }

    private void series(String key, Object value) {
        if (!(value instanceof Map<?, ?>)) {
            throw badPart();
        }
        Map<String, Object> series = JsonValues.asMap(value);
        List<?> attributes = SdmxStructure.list(series.get("attributes"));
        SdmxStructure.object(series.get("observations"))
                .forEach((own, written) -> row(position + ".observations." + own, key, attributes, own, written));
    }

    private void observation(String key, Object value) {
        row(position, "", List.of(), key, value == null ? "" : value);
    }

    private void row(String where, String series, List<?> attributes, String key, Object written) {
        Map<String, Object> raw = Map.of("series", series, "attributes", attributes, "key", key, "values", written);
        if (!(written instanceof List<?> list)) {
            refuse(where, badPart().fault(), raw);
            return;
        }
        try {
            waiting.add(new Row.Found(
                    fields.orElseThrow().of(series, attributes, key, list), SdmxJsonFormat.raw(where, raw)));
        } catch (FaultException e) {
            refuse(where, e.fault(), raw);
        }
    }

    private void refuse(String where, Fault fault, Map<String, ?> raw) {
        Fault placed = fault.where().isEmpty() ? new Fault(fault.code(), where, fault.message()) : fault;
        waiting.add(Rows.broken(placed, SdmxJsonFormat.raw(where, raw)));
    }

    private static FaultException badPart() {
        return FaultException.of(
                "not-sdmx-json",
                "",
                "Chỗ này không có dạng của SDMX-JSON (dataSet và series là đối tượng, quan sát là mảng); hãy kiểm tra"
                        + " dịch vụ của nguồn.",
                "This has not the form of SDMX-JSON (data sets and series are objects, observations arrays); check the"
                        + " source's service.");
    }

    private static FaultException noStructure() {
        return FaultException.of(
                "missing-structure",
                "structure",
                "dataSet chỉ tới một structure không có trong thông điệp; hãy kiểm tra dịch vụ của nguồn.",
                "The data set points at a structure that the message does not have; check the source's service.");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
