package org.iochub.declarative.internal.format;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import org.iochub.api.RawMessage;
import org.iochub.model.FaultException;

/**
 * Where a document's records begin.
 *
 * @param offset behind the array's opening bracket, or of the opening brace of a single object
 * @param array whether there is a list of them
 * @param enclosing how many brackets are open around the records
 * @param name how to say it to people: {@code data.items}
 */
record JsonStart(long offset, boolean array, int enclosing, String name) {
    /**
     * Walks to the records.
     *
     * @throws FaultException {@code empty-message}, {@code missing-list}, {@code unreadable-json}, {@code not-utf-8}
     */
    static JsonStart find(RawMessage message, JsonFactory factory, JsonPointer records) throws IOException {
        try (InputStream in = message.open()) {
            ByteOrderMark mark = ByteOrderMark.skip(in);
            try (JsonParser parser = factory.createParser(mark.rest())) {
                JsonToken token = parser.nextToken();
                if (token == null) {
                    throw Faults.emptyMessage();
                }
                int enclosing = 0;
                JsonPointer step = records;
                for (; !step.matches(); step = step.tail()) {
                    enclosing++;
                    token = into(parser, token, step);
                }
                return start(parser, token, mark.length(), enclosing, name(records));
            }
        } catch (CharConversionException e) {
            throw JsonValues.notUtf8();
        } catch (JacksonException e) {
            throw JsonValues.unreadable(e);
        }
    }

    private static JsonStart start(JsonParser parser, JsonToken token, int mark, int enclosing, String name) {
        boolean array = token == JsonToken.START_ARRAY;
        if (!array && token != JsonToken.START_OBJECT) {
            throw missing(name);
        }
        long offset = parser.currentTokenLocation().getByteOffset();
        if (offset < 0) {
            throw JsonValues.notUtf8();
        }
        return new JsonStart(mark + offset + (array ? 1 : 0), array, enclosing, name);
    }

    private static JsonToken into(JsonParser parser, JsonToken token, JsonPointer step) throws IOException {
        if (token == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean found = parser.currentName().equals(step.getMatchingProperty());
                JsonToken value = parser.nextToken();
                if (found) {
                    return value;
                }
                parser.skipChildren();
            }
        } else if (token == JsonToken.START_ARRAY && step.mayMatchElement()) {
            JsonToken value = parser.nextToken();
            for (int i = 0; value != null && value != JsonToken.END_ARRAY; i++) {
                if (i == step.getMatchingIndex()) {
                    return value;
                }
                parser.skipChildren();
                value = parser.nextToken();
            }
        }
        return JsonToken.NOT_AVAILABLE;
    }

    private static String name(JsonPointer records) {
        return records.toString().isEmpty()
                ? ""
                : records.toString().substring(1).replace('/', '.');
    }

    private static FaultException missing(String where) {
        String vi = where.isEmpty() ? "Thông điệp" : "Trường «" + where + "»";
        String en = where.isEmpty() ? "The message" : "Field «" + where + "»";
        return FaultException.of(
                "missing-list",
                where,
                vi + " phải là một mảng hoặc đối tượng JSON; hãy kiểm tra cấu trúc mà nguồn gửi.",
                en + " must be a JSON array or object; check the structure that the source sends.");
    }
}
