package org.iochub.declarative.internal.fetch.http;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.iochub.declarative.internal.fetch.Fill;
import org.iochub.declarative.internal.fetch.Options;
import org.iochub.declarative.internal.fetch.Template;

/** What a request carries: a template whose values are escaped as the text they go into wants it. Immutable. */
public record Content(Template text, Syntax syntax) {
    /** What the text is. */
    public enum Syntax {
        JSON("application/json", Content::json),
        XML("text/xml; charset=utf-8", Content::xml),
        FORM("application/x-www-form-urlencoded", WebAddresses::encode);

        private final String mediaType;
        private final UnaryOperator<String> escape;

        Syntax(String mediaType, UnaryOperator<String> escape) {
            this.mediaType = mediaType;
            this.escape = escape;
        }

        String mediaType() {
            return mediaType;
        }
    }

    /** What stands under {@code body}: a text, or a mapping that is sent as JSON. */
    static Content of(Options options) {
        JsonNode node = options.node().path("body");
        if (node.isContainerNode()) {
            return new Content(options.template("body", node.toString()), Syntax.JSON);
        }
        String start = node.asText().stripLeading();
        Syntax syntax = start.startsWith("<")
                ? Syntax.XML
                : start.startsWith("{") && !start.startsWith("{{") || start.startsWith("[") ? Syntax.JSON : Syntax.FORM;
        return new Content(options.text("body", ""), syntax);
    }

    byte[] fill(Fill fill) {
        return fill.escaping(syntax.escape).text(text).getBytes(StandardCharsets.UTF_8);
    }

    /** Escaped for XML text and attributes; characters that XML does not have are left out. */
    public static String xml(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&apos;");
                default -> {
                    boolean control = c < 0x20 && c != '\t' && c != '\n' && c != '\r';
                    if (!control && c != 0xFFFE && c != 0xFFFF && !(c >= 0xD800 && c <= 0xDFFF)) {
                        out.appendCodePoint(c);
                    }
                }
            }
        });
        return out.toString();
    }

    private static String json(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(text));
    }
}
