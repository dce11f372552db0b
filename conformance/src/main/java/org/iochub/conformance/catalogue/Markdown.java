package org.iochub.conformance.catalogue;

import org.iochub.model.Text;

/** Pieces of a page. */
final class Markdown {
    private final StringBuilder out = new StringBuilder();

    Markdown line(String text) {
        out.append(text).append('\n');
        return this;
    }

    Markdown heading(String vi, String en) {
        return line("").line("## " + vi + " / " + en).line("");
    }

    Markdown row(String... cells) {
        out.append('|');
        for (String cell : cells) {
            out.append(' ').append(cell.replace("|", "\\|").replace("\n", " ")).append(" |");
        }
        out.append('\n');
        return this;
    }

    Markdown head(String... cells) {
        row(cells);
        return line("|" + "---|".repeat(cells.length));
    }

    /** Code as it is, whatever fences it holds. */
    Markdown code(String language, String text) {
        String fence = text.contains("```") ? "````" : "```";
        line(fence + language);
        out.append(text.endsWith("\n") ? text : text + "\n");
        return line(fence);
    }

    static String both(Text text) {
        return text.vi().equals(text.en()) ? text.vi() : text.vi() + " / *" + text.en() + "*";
    }

    /** As code; nothing for nothing. */
    static String tick(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
