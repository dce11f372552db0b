package org.iochub.model.schema;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.iochub.model.PersonalAccess;
import org.iochub.model.RecordType;

/**
 * Shows the content of a type's records to readers of each level of personal data, straight from their JSON. The
 * {@link Field} annotations decide; a field that the type does not know is shown at level {@code full} only. What
 * remains is valid against the type's schema: personal fields are never required. Immutable; safe for any number of
 * threads.
 */
public final class PersonalFields {
    private static final JsonFactory JSON = new JsonFactory();

    private final MaskPlan none;
    private final MaskPlan masked;

    private PersonalFields(Shape shape) {
        this.none = MaskPlan.of(shape, PersonalAccess.NONE);
        this.masked = MaskPlan.of(shape, PersonalAccess.MASKED);
    }

    public static PersonalFields of(RecordType<?> type) {
        return new PersonalFields(Shape.of(type.dataClass()));
    }

    /** Whether a reader of that level may see something else than the whole; if not, {@link #show} costs nothing. */
    public boolean changes(PersonalAccess access) {
        return switch (access) {
            case FULL -> false;
            case MASKED -> masked.changes();
            case NONE -> none.changes();
        };
    }

    /**
     * The content as a reader of that level sees it.
     *
     * @param data a JSON object in UTF-8, as {@link org.iochub.model.json.RecordCodec} writes it
     * @return JSON in UTF-8; {@code data} itself where the level changes nothing of this type
     * @throws IllegalArgumentException when {@code data} is no JSON object
     */
    public byte[] show(byte[] data, PersonalAccess access) {
        if (!changes(access)) {
            return data;
        }
        ByteArrayBuilder bytes = new ByteArrayBuilder(data.length + 32);
        try (JsonParser in = JSON.createParser(data);
                JsonGenerator out = JSON.createGenerator(bytes)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("the content of a record is a JSON object");
            }
            (access == PersonalAccess.NONE ? none : masked).copyObject(in, out);
            out.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
