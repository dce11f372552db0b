package org.iochub.routes.egovernment.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.iochub.api.LogPlace;

/** Writes the raw message: everything a figure is made of, so that it can be checked and made again. */
final class CountJson {
    private static final JsonFactory JSON = new JsonFactory();

    private CountJson() {}

    /**
     * @param place up to where in the log the records were read
     * @param day the day they were looked at
     */
    static byte[] write(LogPlace place, LocalDate day, List<Count> counts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = JSON.createGenerator(bytes)) {
            out.writeStartObject();
            out.writeStringField("epoch", place.epoch());
            out.writeStringField("day", day.toString());
            out.writeArrayFieldStart("counts");
            for (Count count : counts) {
                out.writeRaw('\n');
                write(out, place, count);
            }
            out.writeEndArray();
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator out, LogPlace place, Count count) throws IOException {
        out.writeStartObject();
        out.writeStringField("indicator", count.place().definition().code());
        out.writeNumberField("definition", count.place().definition().version());
        out.writeStringField("area", count.place().area());
        out.writeStringField("from", count.place().period().first().toString());
        out.writeStringField("to", count.place().period().last().toString());
        out.writeStringField("frequency", count.place().period().frequency().code());
        out.writeBooleanField("cumulative", count.place().period().cumulative());
        out.writeNumberField("numerator", count.numerator());
        out.writeNumberField("denominator", count.denominator());
        out.writeStringField("status", count.status());
        out.writeArrayFieldStart("split");
        for (String unit : count.split()) {
            out.writeString(unit);
        }
        out.writeEndArray();
        out.writeNumberField("unsure", count.unsure());
        out.writeNumberField("revision", count.revision());
        out.writeNumberField("position", place.position());
        out.writeEndObject();
    }
}
