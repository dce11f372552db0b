package org.iochub.shell.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.iochub.core.report.ReportFormat;
import org.iochub.core.report.ReportInfo;
import org.iochub.core.report.Reports;

@Command(
        scope = "hub",
        name = "report",
        description = "Báo cáo thứ Hai, hoặc báo cáo của kỳ bất kỳ / The Monday report, or one of any period",
        detailedDescription =
                "Without an authority: the reports that are kept. With one: makes its report, of last week (Monday to"
                        + " Sunday) or of the days given, and keeps it. --out writes the file to a path on the hub's machine;"
                        + " without it, --format json or html is printed.\n\nEXAMPLE\n\n  hub:report\n"
                        + "  hub:report quang-ngai\n"
                        + "  hub:report quang-ngai --from 2026-11-01 --to 2026-11-30 --format pdf --out /tmp/11.pdf")
@Service
public final class ReportCommand extends HubCommand {
    @Argument(name = "TENANT", description = "Cơ quan / The authority", multiValued = true)
    @Completion(TenantIds.class)
    List<String> words = List.of();

    @Option(name = "--from", description = "Ngày đầu, ví dụ 2026-11-16 / First day")
    String from = "";

    @Option(name = "--to", description = "Ngày cuối / Last day")
    String to = "";

    @Option(name = "--format", description = "json, html, pdf, xlsx")
    @Completion(
            value = StringsCompleter.class,
            values = {"json", "html", "pdf", "xlsx"})
    String format = "";

    @Option(name = "--out", description = "Tệp để ghi / The file to write")
    String file = "";

    @Reference(optional = true)
    Reports reports;

    @Override
    List<String> words() {
        return words;
    }

    @Override
    void run() throws Exception {
        need(reports);
        if (arguments().isEmpty()) {
            list();
            return;
        }
        LocalDate lastMonday = Times.today()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .minusWeeks(1);
        LocalDate first = from.isEmpty() ? lastMonday : day("--from", from);
        LocalDate last = to.isEmpty() ? (from.isEmpty() ? lastMonday.plusDays(6) : Times.today()) : day("--to", to);
        ReportFormat wanted = format();
        if (!file.isEmpty() && format.isEmpty() || file.isEmpty() && binary(wanted)) {
            throw failure(
                    "Dùng --format cùng --out TỆP: pdf và xlsx phải ghi ra tệp.",
                    "Use --format together with --out FILE: pdf and xlsx go to a file.");
        }
        ReportInfo info = reports.make(argument(), first, last, actor());
        changed(info.id(), Map.of("from", first.toString(), "to", last.toString()));
        byte[] content = reports.content(info.id(), wanted)
                .orElseThrow(() -> failure("Báo cáo không còn nữa.", "The report is not there any more."));
        if (!file.isEmpty()) {
            write(content);
            say("Đã ghi " + file + " (báo cáo " + info.id() + ").", "Wrote " + file + " (report " + info.id() + ").");
        } else if (json || !format.isEmpty()) {
            out.println(new String(content, StandardCharsets.UTF_8));
        } else {
            say(
                    "Đã lập báo cáo " + info.id() + "; xem /api/v1/reports/" + info.id() + "?format=html.",
                    "Made the report " + info.id() + "; see /api/v1/reports/" + info.id() + "?format=html.");
        }
    }

    private static boolean binary(ReportFormat format) {
        return format == ReportFormat.PDF || format == ReportFormat.XLSX;
    }

    private ReportFormat format() throws Exception {
        try {
            return format.isEmpty() ? ReportFormat.JSON : ReportFormat.valueOf(format.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw failure("--format là json, html, pdf hoặc xlsx.", "--format is json, html, pdf or xlsx.");
        }
    }

    private void write(byte[] content) throws Exception {
        try {
            Files.write(Path.of(file), content);
        } catch (IOException | InvalidPathException e) {
            throw failure("Không ghi được tệp «" + file + "».", "The file «" + file + "» cannot be written.");
        }
    }

    private static LocalDate day(String option, String text) throws Exception {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw failure(option + " phải là ngày như 2026-11-16.", option + " must be a day such as 2026-11-16.");
        }
    }

    private void list() {
        List<ReportInfo> all = reports.list();
        if (json) {
            out.println(Json.pretty(
                    Map.of("reports", all.stream().map(ReportCommand::describe).toList())));
            return;
        }
        Table table = Table.of("id", "made", "by");
        for (ReportInfo report : all) {
            table.row(report.id(), Times.brief(report.made()), Table.cut(report.by(), 14));
        }
        table.print(out);
    }

    private static Map<String, Object> describe(ReportInfo report) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", report.id());
        document.put("tenant", report.tenant());
        document.put("from", report.from().toString());
        document.put("to", report.to().toString());
        document.put("made", report.made().toString());
        document.put("by", report.by());
        return document;
    }
}
