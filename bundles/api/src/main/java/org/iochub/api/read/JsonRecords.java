package org.iochub.api.read;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Stream;
import org.iochub.api.RawMessage;
import org.iochub.api.RawPart;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;

/**
 * Streams the elements of a JSON array, or of a document with one JSON value a line. Jackson walks to the array; from
 * there the bytes are cut into elements before each one is parsed by itself, so that an element that is too large, too
 * deep or malformed is one {@link JsonItem.Broken} and those behind it still come. A document that breaks off gives the
 * elements before the break and then one Broken. UTF-8 only, as RFC 8259 has it.
 */
public final class JsonRecords {
    private JsonRecords() {}

    /**
     * The elements of the array found at {@code path}; without a path the document itself is the array.
     *
     * @throws FaultException {@code missing-list} when no array stands there, {@code unreadable-json} when the document
     *     breaks before it
     */
    public static Stream<JsonItem> array(RawMessage message, JsonLimits limits, String... path) throws IOException {
        long start = startOfArray(message, limits, path);
        InputStream in = message.open();
        try {
            in.skipNBytes(start);
        } catch (IOException e) {
            in.close();
            throw e;
        }
        return new JsonArrayReader(message, in, start, path, limits).stream();
    }

    /** One value a line; empty lines do not count. */
    public static Stream<JsonItem> lines(RawMessage message, JsonLimits limits) throws IOException {
        JsonElements elements = new JsonElements(limits);
        return new Lines(message.open(), limits.elementBytes())
                .stream()
                        .filter(line -> !(line instanceof Line.Read read && read.blank()))
                        .map(line -> item(message, elements, line));
    }

    /** A document that is one record: the text of a message that came with others. */
    public static JsonItem document(String position, byte[] bytes, JsonLimits limits) {
        JsonElements elements = new JsonElements(limits);
        return bytes.length > limits.elementBytes()
                ? elements.tooLarge(RawPart.of(position, bytes), position, bytes.length)
                : elements.parse(position, bytes);
    }

    private static JsonItem item(RawMessage message, JsonElements elements, Line line) {
        String position = "line " + line.number();
        if (line instanceof Line.Read read) {
            return elements.parse(position, read.bytes());
        }
        return elements.tooLarge(Range.of(message, position, line.offset(), line.length()), position, line.length());
    }

    /** The offset behind the opening bracket. */
    private static long startOfArray(RawMessage message, JsonLimits limits, String... path) throws IOException {
        try (InputStream in = message.open();
                JsonParser parser = limits.factory().createParser(in)) {
            JsonToken token = parser.nextToken();
            for (String step : path) {
                token = valueOf(parser, token, step);
            }
            if (token != JsonToken.START_ARRAY) {
                throw missing(path);
            }
            long offset = parser.currentTokenLocation().getByteOffset();
            if (offset < 0) {
                throw new FaultException(notUtf8(""));
            }
            return offset + 1;
        } catch (CharConversionException e) {
            throw new FaultException(notUtf8(""));
        } catch (JacksonException e) {
            throw new FaultException(unreadable("", e));
        }
    }

    private static JsonToken valueOf(JsonParser parser, JsonToken token, String name) throws IOException {
        if (token != JsonToken.START_OBJECT) {
            return JsonToken.VALUE_NULL;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean found = parser.currentName().equals(name);
            JsonToken value = parser.nextToken();
            if (found) {
                return value;
            }
            parser.skipChildren();
        }
        return JsonToken.VALUE_NULL;
    }

    private static FaultException missing(String... path) {
        String where = String.join(".", path);
        String vi = where.isEmpty() ? "Thông điệp" : "Trường «" + where + "»";
        String en = where.isEmpty() ? "The message" : "Field «" + where + "»";
        return FaultException.of(
                "missing-list",
                where,
                vi + " phải là một mảng JSON; hãy kiểm tra cấu trúc mà nguồn gửi.",
                en + " must be a JSON array; check the structure that the source sends.");
    }

    /** Also for bytes that look like UTF-16 or UTF-32 and are not: the content's fault, not the disk's. */
    static Fault notUtf8(String where) {
        return Fault.of(
                "not-utf-8",
                where,
                "Nội dung không phải JSON bằng UTF-8; hãy gửi lại bằng UTF-8.",
                "The content is not JSON in UTF-8; send it again in UTF-8.");
    }

    /** Says where the text stops being JSON, without repeating any of it: it may be personal. */
    static Fault unreadable(String where, JacksonException e) {
        long column = Optional.ofNullable(e.getLocation())
                .map(location -> location.getByteOffset() >= 0 ? location.getByteOffset() : location.getCharOffset())
                .orElse(0L);
        return Fault.of(
                "unreadable-json",
                where,
                "Nội dung không phải JSON hợp lệ ở quanh byte thứ " + column + "; hãy sửa ở nguồn rồi gửi lại.",
                "The content is not valid JSON around byte " + column + "; mend it at the source and send it again.");
    }
}
