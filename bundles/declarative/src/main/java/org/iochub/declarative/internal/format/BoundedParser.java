package org.iochub.declarative.internal.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import org.iochub.model.FaultException;

/** Reads one value of a long document, up to a number of bytes; beyond it the value is a fault. */
final class BoundedParser extends JsonParserDelegate {
    private final long from;
    private final long limit;

    private BoundedParser(JsonParser parser, long limit) {
        super(parser);
        this.from = offset(parser);
        this.limit = limit;
    }

    /**
     * The value at the parser's token. Whether it can be read or not, the parser stands at its end afterwards.
     *
     * @throws FaultException {@code over-limit}, and what {@link JsonValues} knows
     */
    static Object read(JsonParser parser, JsonValues values, long limit) throws IOException {
        JsonStreamContext around = parser.currentToken().isStructStart()
                ? parser.getParsingContext().getParent()
                : parser.getParsingContext();
        try {
            return values.value(new BoundedParser(parser, limit), parser.currentToken());
        } catch (FaultException e) {
            while (parser.getParsingContext() != around && parser.nextToken() != null) {
                // Skips the rest of the value.
            }
            throw e;
        }
    }

    /** @throws FaultException {@code not-utf-8}, where the place in the message cannot be told */
    static long offset(JsonParser parser) {
        long offset = parser.currentTokenLocation().getByteOffset();
        if (offset < 0) {
            throw FaultException.of(
                    "not-utf-8",
                    "",
                    "Thông điệp không phải JSON bằng UTF-8; hãy gửi lại bằng UTF-8.",
                    "The message is not JSON in UTF-8; send it again in UTF-8.");
        }
        return offset;
    }

    @Override
    public JsonToken nextToken() throws IOException {
        JsonToken token = super.nextToken();
        if (offset(delegate) - from > limit) {
            throw FaultException.of(
                    "over-limit",
                    "",
                    "Một phần của thông điệp dài quá " + limit + " byte; hãy chia nhỏ ở nguồn.",
                    "A part of the message is longer than " + limit + " bytes; make it smaller at the source.");
        }
        return token;
    }
}
