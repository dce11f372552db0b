package org.iochub.feed.internal.representation;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.iochub.feed.internal.json.Json;
import org.iochub.reading.event.EventAttributes;
import org.iochub.reading.event.EventJson;
import org.iochub.reading.scope.Shown;

/** A GeoJSON feature collection (RFC 7946): attributes and data are the properties, the type's place the geometry. */
final class GeoJsonWriter implements RecordWriter {
    private final EventAttributes attributes;
    private final String placeField;

    GeoJsonWriter(EventAttributes attributes, String placeField) {
        this.attributes = attributes;
        this.placeField = placeField;
    }

    @Override
    public void write(List<Shown> records, OutputStream out) throws IOException {
        ascii("{\"type\":\"FeatureCollection\",\"features\":[", out);
        String separator = "";
        for (Shown shown : records) {
            ascii(separator, out);
            separator = ",\n";
            feature(shown, out);
        }
        ascii("]}", out);
    }

    private void feature(Shown shown, OutputStream out) throws IOException {
        ascii("{\"type\":\"Feature\",", out);
        EventJson.writeAttributes(Map.of("id", shown.record().id().value()), out);
        ascii(",\"geometry\":", out);
        ascii(geometry(shown), out);
        ascii(",\"properties\":{", out);
        EventJson.writeAttributes(attributes.of(shown), out);
        if (!shown.isDelete()) {
            ascii(",\"data\":", out);
            out.write(shown.data());
        }
        ascii("}}", out);
    }

    /** Null for a delete, a record without a place, and a reader who may not see the place. */
    private String geometry(Shown shown) {
        if (shown.isDelete()) {
            return "null";
        }
        JsonNode place = Json.tree(shown.data()).path(placeField);
        JsonNode longitude = place.path("longitude");
        JsonNode latitude = place.path("latitude");
        return longitude.isNumber() && latitude.isNumber()
                ? "{\"type\":\"Point\",\"coordinates\":["
                        + longitude.decimalValue().toPlainString() + ","
                        + latitude.decimalValue().toPlainString() + "]}"
                : "null";
    }

    private static void ascii(String text, OutputStream out) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
