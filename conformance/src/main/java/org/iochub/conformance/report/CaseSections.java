package org.iochub.conformance.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.iochub.api.Change;
import org.iochub.conformance.ChangeJson;
import org.iochub.conformance.Examination;
import org.iochub.conformance.Report;
import org.iochub.conformance.check.FieldClasses;
import org.iochub.conformance.check.UnmappedCodesCheck;
import org.iochub.model.Fault;
import org.iochub.model.PersonalData;
import org.iochub.model.Text;

/** Each fixture: the raw record on the left, what became of it on the right. */
final class CaseSections {
    /** A raw form or a record longer than this says no more to the eye. */
    private static final int LONGEST = 6_000;

    private static final int MOST = 200;

    private final ChangeJson json;

    CaseSections(ChangeJson json) {
        this.json = json;
    }

    void write(Html page, Report report) {
        unmapped(page, report.cases());
        personal(page, report.cases());
        if (!report.cases().isEmpty()) {
            HtmlReport.heading(page, Text.of("Mẫu và bản ghi", "Fixtures and records"));
        }
        for (Examination.Case one : report.cases()) {
            page.raw("<section>\n").element("h3", one.fixture().file()).raw("\n");
            one.mapped().changes().stream().limit(MOST).forEach(change -> pair(page, change));
            one.mapped().ending().ifPresent(ending -> fault(page, ending.fault()));
            page.raw("</section>\n");
        }
    }

    private void pair(Html page, Change change) {
        page.raw("<div class=\"pair\"><figure><figcaption>")
                .both(Text.of("Gốc", "Raw"))
                .raw(" ")
                .element("code", change.raw().position())
                .raw("</figcaption><pre tabindex=\"0\">")
                .text(raw(change))
                .raw("</pre></figure><figure><figcaption>");
        if (change instanceof Change.Refusal refusal) {
            page.both(Text.of("Bị từ chối", "Refused")).raw("</figcaption>");
            fault(page, refusal.fault());
        } else {
            page.both(Text.of("Bản ghi", "Record"))
                    .raw("</figcaption><pre tabindex=\"0\">")
                    .text(cut(new String(json.pretty(json.of(change)), StandardCharsets.UTF_8)))
                    .raw("</pre>");
            if (change instanceof Change.Upsert<?> upsert) {
                upsert.notes().forEach(note -> fault(page, note));
            }
        }
        page.raw("</figure></div>\n");
    }

    private static void fault(Html page, Fault fault) {
        page.raw("<p class=\"fault\">")
                .element("code", fault.code())
                .raw(" ")
                .element("code", fault.where())
                .raw(" ")
                .both(fault.message())
                .raw("</p>");
    }

    private static String raw(Change change) {
        try (InputStream in = change.raw().content().open()) {
            return cut(new String(in.readNBytes(LONGEST * 2), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return "(" + e.getMessage() + ")";
        }
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private static void unmapped(Html page, List<Examination.Case> cases) {
        List<Fault> faults = cases.stream()
                .flatMap(one -> one.mapped().changes().stream())
                .flatMap(CaseSections::faults)
                .filter(UnmappedCodesCheck::unmapped)
                .distinct()
                .toList();
        HtmlReport.heading(page, Text.of("Mã chưa dịch được", "Codes without a translation"));
        if (faults.isEmpty()) {
            page.raw("<p>").both(Text.of("Không có.", "None.")).raw("</p>\n");
        }
        faults.forEach(fault -> fault(page, fault));
    }

    private static Stream<Fault> faults(Change change) {
        if (change instanceof Change.Refusal refusal) {
            return Stream.of(refusal.fault());
        }
        return change instanceof Change.Upsert<?> upsert ? upsert.notes().stream() : Stream.empty();
    }

    /** The class of each field that any fixture fills. */
    private void personal(Html page, List<Examination.Case> cases) {
        Map<String, FieldClasses.Value> fields = new LinkedHashMap<>();
        for (Examination.Case one : cases) {
            for (Change change : one.mapped().changes()) {
                if (change instanceof Change.Upsert<?> upsert) {
                    JsonNode data = json.of(change).path("data");
                    for (FieldClasses.Value value :
                            FieldClasses.of(upsert.type().dataClass(), data)) {
                        fields.putIfAbsent(upsert.type().name() + "." + value.path(), value);
                    }
                }
            }
        }
        if (fields.isEmpty()) {
            return;
        }
        HtmlReport.heading(
                page,
                Text.of("Trường được điền và phân loại dữ liệu cá nhân", "Fields filled and how personal they are"));
        page.raw("<table><thead><tr>");
        List<Text> heads = new ArrayList<>(List.of(
                Text.of("Trường", "Field"), Text.of("Tên", "Title"), Text.of("Dữ liệu cá nhân", "Personal data")));
        heads.forEach(head -> page.raw("<th scope=\"col\">").both(head).raw("</th>"));
        page.raw("</tr></thead><tbody>\n");
        fields.forEach((path, value) -> page.raw("<tr><td>")
                .element("code", path)
                .raw("</td><td>")
                .both(Text.of(value.field().vi(), value.field().en()))
                .raw("</td><td>")
                .both(personal(value.personal()))
                .raw("</td></tr>\n"));
        page.raw("</tbody></table>\n");
    }

    private static Text personal(PersonalData personal) {
        return switch (personal) {
            case NONE -> Text.of("không", "none");
            case BASIC -> Text.of("cơ bản", "basic");
            case SENSITIVE -> Text.of("nhạy cảm", "sensitive");
        };
    }
}
