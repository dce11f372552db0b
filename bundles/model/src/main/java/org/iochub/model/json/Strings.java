package org.iochub.model.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import org.iochub.model.text.Nfc;
import org.iochub.model.text.Utf16;

/** Strings leave the hub in NFC, whoever made them. */
final class Strings extends JsonSerializer<String> {
    @Override
    public void serialize(String value, JsonGenerator out, SerializerProvider provider) throws IOException {
        // Jackson would write half a surrogate pair as bytes that are no UTF-8.
        if (!Nfc.isPlain(value) && !Utf16.isSound(value)) {
            throw new IllegalArgumentException("half a surrogate pair in a text");
        }
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
