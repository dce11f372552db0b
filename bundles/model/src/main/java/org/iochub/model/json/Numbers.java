package org.iochub.model.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;

/** Doubles in one form: whole numbers without a fraction, never a minus zero; NaN and the infinities are refused. */
final class Numbers extends JsonSerializer<Double> {
    private static final double EXACT = 1L << 53;

    @Override
    public void serialize(Double boxed, JsonGenerator out, SerializerProvider provider) throws IOException {
        write(boxed, out);
    }

    static void write(double value, JsonGenerator out) throws IOException {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("JSON has no number for " + value);
        }
        if (value == Math.rint(value) && Math.abs(value) < EXACT) {
            out.writeNumber((long) value);
        } else {
            out.writeNumber(value);
        }
    }
}
