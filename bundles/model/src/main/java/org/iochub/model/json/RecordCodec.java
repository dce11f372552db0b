package org.iochub.model.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.iochub.model.FaultException;

/**
 * Writes and reads one class as canonical JSON; see {@link ModelJson}. Immutable; safe for any number of threads.
 *
 * @param <T> a record's content, or a part of it
 */
public final class RecordCodec<T> {
    private final ObjectWriter writer;
    private final ObjectReader reader;

    RecordCodec(ObjectMapper mapper, Class<T> type) {
        this.writer = mapper.writerFor(type);
        this.reader = mapper.readerFor(type);
    }

    /**
     * The canonical bytes, in UTF-8.
     *
     * @throws FaultException {@code unwritable}: a number that is none, half a surrogate pair; a validated record has
     *     neither
     */
    public byte[] write(T value) {
        try {
            return writer.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw FaultException.of(
                    "unwritable",
                    path(e),
                    "Không ghi được giá trị thành JSON: " + e.getOriginalMessage(),
                    "The value cannot be written as JSON: " + e.getOriginalMessage());
        }
    }

    /**
     * The value that the bytes hold. It may still break the rules of its type: validate it.
     *
     * @throws FaultException {@code not-json}, {@code unknown-field}, {@code bad-value}
     */
    public T read(byte[] json) {
        try {
            return reader.readValue(json);
        } catch (UnrecognizedPropertyException e) {
            throw FaultException.of(
                    "unknown-field",
                    path(e),
                    "Trường «" + e.getPropertyName() + "» không có trong lược đồ; hãy bỏ hoặc sửa tên trường.",
                    "The field \"" + e.getPropertyName() + "\" is not in the schema; remove or rename it.");
        } catch (JsonMappingException e) {
            throw unreadable(e);
        } catch (JsonProcessingException e) {
            throw notJson(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FaultException unreadable(JsonMappingException e) {
        if (e.getCause() instanceof FaultException inner) {
            return new FaultException(inner.fault());
        }
        if (e.getCause() instanceof JsonEOFException eof) {
            return notJson(eof);
        }
        // The offending value itself stays out of the sentence: it may be personal.
        String expected = e instanceof InvalidFormatException format
                ? format.getTargetType().getSimpleName()
                : e.getOriginalMessage().lines().findFirst().orElse("").replaceAll("\\s*\\(.*", "");
        return FaultException.of(
                "bad-value",
                path(e),
                "Giá trị không đọc được theo lược đồ (" + expected + ").",
                "The value cannot be read by the schema (" + expected + ").");
    }

    private static FaultException notJson(JsonProcessingException e) {
        String place = e.getLocation() == null
                ? ""
                : " (" + e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr() + ")";
        return FaultException.of(
                "not-json",
                "",
                "Nội dung không phải JSON hợp lệ" + place + ".",
                "The content is not valid JSON" + place + ".");
    }

    /** As in {@code steps[2].org}. */
    private static String path(JsonProcessingException e) {
        StringBuilder path = new StringBuilder();
        if (e instanceof JsonMappingException mapping) {
            for (JsonMappingException.Reference step : mapping.getPath()) {
                if (step.getFieldName() == null) {
                    path.append('[').append(step.getIndex()).append(']');
                } else {
                    path.append(path.length() == 0 ? "" : ".").append(step.getFieldName());
                }
            }
        }
        return path.toString();
    }
}
