package org.iochub.declarative.internal.format;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.CharConversionException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.iochub.api.read.JsonLimits;
import org.iochub.api.read.Shown;
import org.iochub.model.FaultException;

/** Reads JSON straight into maps: no tree in between. Immutable; safe for any number of threads. */
final class JsonValues {
    /** Digits behind or before the point; beyond, a short text becomes a number that fills the memory. */
    private static final int MOST_DIGITS = 400;

    /** What a record that is no object is called. */
    static final String VALUE = "value";

    private final JsonLimits limits;
    private final boolean nulls;
    private final JsonFactory factory;

    JsonValues(JsonLimits limits) {
        this(limits, false);
    }

    /** @param nulls whether a field that is null stays, as an empty text */
    JsonValues(JsonLimits limits, boolean nulls) {
        this.limits = limits;
        this.nulls = nulls;
        // The factory keeps the names it has seen, so that each name is one string however many records have it.
        this.factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .maxStringLength(limits.stringLength())
                        .maxNumberLength(100)
                        .maxNameLength(1_000)
                        .build())
                .build();
    }

    JsonFactory factory() {
        return factory;
    }

    /**
     * One record; a value that is no object becomes the field {@code value}.
     *
     * @throws FaultException {@code unreadable-json}, {@code over-limit}, {@code duplicate-field}, {@code not-a-record}
     */
    Map<String, Object> record(byte[] bytes) {
        try (JsonParser parser = factory.createParser(bytes)) {
            JsonToken first = parser.nextToken();
            if (first == null || first == JsonToken.VALUE_NULL) {
                throw FaultException.of(
                        "not-a-record",
                        "",
                        "Chỗ này phải là một bản ghi JSON nhưng lại trống (null); hãy bỏ ở nguồn.",
                        "A JSON record was expected here, but there is none (null); remove it at the source.");
            }
            Object value = value(parser, first);
            if (parser.nextToken() != null) {
                throw FaultException.of(
                        "unreadable-json",
                        "",
                        "Sau bản ghi còn nội dung thừa; mỗi dòng chỉ được có một giá trị JSON.",
                        "Something stands behind the record; a line may hold one JSON value only.");
            }
            return value instanceof Map<?, ?> ? asMap(value) : Map.of(VALUE, value);
        } catch (StreamConstraintsException e) {
            throw overLimit();
        } catch (CharConversionException e) {
            throw notUtf8();
        } catch (JacksonException e) {
            throw unreadable(e);
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can always be read", e);
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> asMap(Object value) {
        return (Map<String, Object>) value;
    }

    /** The value that begins at the token; the parser stands at its end afterwards. */
    Object value(JsonParser parser, JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> integer(parser);
            case VALUE_NUMBER_FLOAT -> decimal(parser);
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            default -> null;
        };
    }

    private static Object integer(JsonParser parser) throws IOException {
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? (Object) new BigDecimal(parser.getBigIntegerValue())
                : (Object) parser.getLongValue();
    }

    /** 12.50 stays 12.50: a double would already have rounded what the source said. */
    private BigDecimal decimal(JsonParser parser) throws IOException {
        BigDecimal decimal = parser.getDecimalValue();
        if (Math.abs((long) decimal.scale()) > MOST_DIGITS) {
            throw FaultException.of(
                    "over-limit",
                    "",
                    "Số «" + Shown.of(parser.getText()) + "» có số mũ quá lớn; hãy sửa ở nguồn.",
                    "The number «" + Shown.of(parser.getText())
                            + "» has too large an exponent; mend it at the source.");
        }
        return decimal;
    }

    private Map<String, Object> object(JsonParser parser) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        boolean absent = false;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            int before = fields.size();
            Object value = value(parser, parser.nextToken());
            fields.put(name, value);
            absent |= value == null;
            if (fields.size() == before) {
                throw FaultException.of(
                        "duplicate-field",
                        Shown.of(name),
                        "Trường «" + Shown.of(name) + "» xuất hiện hai lần trong một đối tượng; hãy sửa ở nguồn.",
                        "The field «" + Shown.of(name) + "» stands twice in one object; mend it at the source.");
            }
        }
        if (absent && nulls) {
            fields.replaceAll((name, value) -> value == null ? "" : value);
        } else if (absent) {
            fields.values().removeIf(Objects::isNull);
        }
        return Collections.unmodifiableMap(fields);
    }

    private List<Object> array(JsonParser parser) throws IOException {
        List<Object> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            Object value = value(parser, token);
            // A null in a list keeps its place as an empty text: lists are often read by position.
            items.add(value == null ? "" : value);
        }
        return Collections.unmodifiableList(items);
    }

    FaultException overLimit() {
        return FaultException.of(
                "over-limit",
                "",
                "Bản ghi lồng quá " + limits.depth() + " cấp hoặc có chuỗi dài quá " + limits.stringLength()
                        + " ký tự; hãy sửa ở nguồn rồi gửi lại.",
                "The record nests deeper than " + limits.depth() + " levels or holds a text longer than "
                        + limits.stringLength() + " characters; mend it at the source and send it again.");
    }

    /** Also for bytes that look like UTF-16 or UTF-32 and are not: the content's fault, not the disk's. */
    static FaultException notUtf8() {
        return FaultException.of(
                "not-utf-8",
                "",
                "Nội dung không phải JSON bằng UTF-8; hãy gửi lại bằng UTF-8.",
                "The content is not JSON in UTF-8; send it again in UTF-8.");
    }

    /** Says where the text stops being JSON, without repeating any of it: it may be personal. */
    static FaultException unreadable(JacksonException e) {
        long at = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getByteOffset());
        return FaultException.of(
                "unreadable-json",
                "",
                "Nội dung không phải JSON hợp lệ ở quanh byte thứ " + at + "; hãy sửa ở nguồn rồi gửi lại.",
                "The content is not valid JSON around byte " + at + "; mend it at the source and send it again.");
    }
}
