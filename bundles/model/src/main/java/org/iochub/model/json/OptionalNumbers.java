package org.iochub.model.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.util.OptionalDouble;

/** An optional double, written as {@link Numbers} writes it. */
final class OptionalNumbers extends JsonSerializer<OptionalDouble> {
    @Override
    public void serialize(OptionalDouble value, JsonGenerator out, SerializerProvider provider) throws IOException {
        if (value.isPresent()) {
            Numbers.write(value.getAsDouble(), out);
        } else {
            out.writeNull();
        }
    }

    @Override
    public boolean isEmpty(SerializerProvider provider, OptionalDouble value) {
        return value.isEmpty();
    }
}
