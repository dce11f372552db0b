package org.iochub.model.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import org.iochub.model.text.Nfc;

/** Strings leave the hub in NFC, whoever made them. */
final class Strings extends JsonSerializer<String> {
    @Override
    public void serialize(String value, JsonGenerator out, SerializerProvider provider) throws IOException {
        out.writeString(Nfc.of(value));
    }

    /** The same for keys of maps. */
    static final class Keys extends JsonSerializer<String> {
        @Override
        public void serialize(String value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeFieldName(Nfc.of(value));
        }
    }
}
