package org.iochub.reports.internal.page;

import java.nio.charset.StandardCharsets;
import org.iochub.model.Text;
import org.iochub.reports.internal.page.Page.Fact;
import org.iochub.reports.internal.page.Page.Row;
import org.iochub.reports.internal.page.Page.Section;

/** For the screen and the printer: one file, no script, nothing from elsewhere. Pure. */
public final class HtmlForm {
    private static final String STYLE = """
            body{font:16px/1.5 system-ui,"Liberation Sans",sans-serif;color:#1b1f24;margin:0 auto;max-width:70rem;padding:1.5rem}
            h1{font-size:1.6rem;margin:0}h2{font-size:1.2rem;margin:2rem 0 .3rem;border-bottom:2px solid #0b5cab}
            .en{color:#57606a;font-size:.85em;font-weight:400}p{margin:.3rem 0}
            dl{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));gap:1rem;margin:1rem 0}dl div{border:1px solid #d0d7de;border-radius:6px;padding:.5rem 1rem}
            dt{font-size:.85rem}dt .en{display:block}dd{margin:0;font-size:1.5rem;font-weight:700}
            .wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.9rem}
            th,td{padding:.3rem .6rem;border-bottom:1px solid #d0d7de;text-align:left;vertical-align:top}
            th{background:#f0f4f8}.n{text-align:right;font-variant-numeric:tabular-nums}
            tr.marked td{background:#fff1e5}tr.marked td:first-child{border-left:4px solid #b54708;font-weight:700}
            @media print{body{padding:0;font-size:11px}h2{break-after:avoid}tr{break-inside:avoid}}
            """;

    private HtmlForm() {}

    public static byte[] of(Page page) {
        StringBuilder html = new StringBuilder();
        html.append("<!doctype html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">")
                // Without one the browser asks the hub for a picture that is not there.
                .append("<link rel=\"icon\" href=\"data:,\"><title>")
                .append(escape(page.title().vi()))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body><header><h1>");
        both(html, page.title());
        html.append("</h1><p>");
        both(html, page.subtitle());
        html.append("</p></header><main><dl>");
        for (Fact fact : page.facts()) {
            html.append("<div><dt>");
            both(html, fact.name());
            html.append("</dt><dd>").append(escape(fact.value())).append("</dd></div>");
        }
        html.append("</dl>");
        page.sections().forEach(section -> section(html, section));
        return html.append("</main></body></html>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void section(StringBuilder html, Section section) {
        html.append("<section id=\"").append(section.key()).append("\"><h2>");
        both(html, section.title());
        html.append("</h2>");
        if (!section.note().vi().isEmpty()) {
            html.append("<p>");
            both(html, section.note());
            html.append("</p>");
        }
        if (section.rows().isEmpty()) {
            html.append("<p>");
            both(html, Text.of("Không có.", "None."));
            html.append("</p></section>");
            return;
        }
        html.append("<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"")
                .append(escape(section.title().vi()))
                .append("\"><table><thead><tr>");
        for (int i = 0; i < section.columns().size(); i++) {
            html.append("<th scope=\"col\"").append(section.numeric().get(i) ? " class=\"n\">" : ">");
            both(html, section.columns().get(i));
            html.append("</th>");
        }
        html.append("</tr></thead><tbody>");
        for (Row row : section.rows()) {
            html.append(row.marked() ? "<tr class=\"marked\">" : "<tr>");
            for (int i = 0; i < row.cells().size(); i++) {
                html.append(section.numeric().get(i) ? "<td class=\"n\">" : "<td>")
                        .append(escape(row.cells().get(i)))
                        .append("</td>");
            }
            html.append("</tr>");
        }
        html.append("</tbody></table></div></section>");
    }

    private static void both(StringBuilder html, Text text) {
        html.append(escape(text.vi()));
        if (!text.en().equals(text.vi())) {
            html.append(" <span class=\"en\" lang=\"en\">")
                    .append(escape(text.en()))
                    .append("</span>");
        }
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
