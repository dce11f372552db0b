package org.iochub.conformance.report;

import org.iochub.model.Text;

/** Writes HTML so that nothing a source sent is taken for markup. */
final class Html {
    private final StringBuilder out = new StringBuilder();

    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    Html text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                // Not allowed in a page; shown as what it is.
                default -> out.append(c < ' ' && c != '\n' && c != '\t' && c != '\r' ? (char) (0x2400 + c) : c);
            }
        }
        return this;
    }

    Html element(String tag, String text) {
        String name = tag.indexOf(' ') < 0 ? tag : tag.substring(0, tag.indexOf(' '));
        return raw("<" + tag + ">").text(text).raw("</" + name + ">");
    }

    /** Both languages, Vietnamese first. */
    Html both(Text text) {
        element("span", text.vi());
        return text.vi().equals(text.en()) ? this : raw(" ").element("span lang=\"en\" class=\"en\"", text.en());
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
