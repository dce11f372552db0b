package org.iochub.conformance.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.iochub.conformance.ChangeJson;
import org.iochub.conformance.Finding;
import org.iochub.conformance.Report;
import org.iochub.conformance.Result;
import org.iochub.model.Text;

/** The report as one page that needs nothing else: checks first, then each fixture beside its records. */
public final class HtmlReport {
    private final ChangeJson json = new ChangeJson();

    public String of(Report report) {
        Html page = new Html();
        String name = report.subject()
                .map(subject -> subject.id())
                .orElse(report.path().toString());
        page.raw("<!DOCTYPE html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .raw(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
                .element("title", name + " – hub check")
                .raw("\n<style>\n")
                .raw(style())
                .raw("</style>\n</head>\n<body>\n<header>\n");
        header(page, report, name);
        page.raw("</header>\n<main>\n");
        checks(page, report.results());
        waivers(page, report.results());
        new CaseSections(json).write(page, report);
        page.raw("</main>\n</body>\n</html>\n");
        return page.toString();
    }

    private static void header(Html page, Report report, String name) {
        page.element("h1", name);
        report.subject().ifPresent(subject -> {
            page.raw("<p class=\"lead\">")
                    .both(subject.adapter().descriptor().title())
                    .raw("</p>\n<p>");
            page.both(subject.adapter().descriptor().description()).raw("</p>\n");
            page.element("p", subject.version());
        });
        Text verdict = report.passed() ? Text.of("Đạt", "Passed") : Text.of("Không đạt", "Failed");
        page.raw("<p class=\"verdict " + (report.passed() ? "passed" : "failed") + "\">")
                .both(verdict)
                .raw("</p>\n");
    }

    private static void checks(Html page, List<Result> results) {
        heading(page, Text.of("Các kiểm tra", "Checks"));
        page.raw("<ul class=\"checks\">\n");
        for (Result result : results) {
            page.raw("<li class=\"" + result.status().code() + "\"><span class=\"mark\" aria-hidden=\"true\">")
                    .text(result.status().mark())
                    .raw("</span> ")
                    .element("code", result.id())
                    .raw(" ")
                    .both(result.title())
                    .raw(" <span class=\"status\">")
                    .both(status(result.status()))
                    .raw("</span>");
            result.reason()
                    .ifPresent(reason ->
                            page.raw("<p class=\"reason\">").both(reason).raw("</p>"));
            findings(page, "findings", result.findings());
            findings(page, "notes", result.notes());
            page.raw("</li>\n");
        }
        page.raw("</ul>\n");
    }

    private static Text status(Result.Status status) {
        return switch (status) {
            case PASSED -> Text.of("đạt", "passed");
            case FAILED -> Text.of("không đạt", "failed");
            case WAIVED -> Text.of("được miễn", "waived");
            case NOT_APPLICABLE -> Text.of("không áp dụng", "not applicable");
        };
    }

    private static void waivers(Html page, List<Result> results) {
        List<Result> waived = results.stream()
                .filter(result -> result.status() == Result.Status.WAIVED)
                .toList();
        if (waived.isEmpty()) {
            return;
        }
        heading(page, Text.of("Miễn trừ và lý do", "Waivers and their reasons"));
        page.raw("<dl>\n");
        for (Result result : waived) {
            page.element("dt", result.id()).raw("<dd>");
            result.reason().ifPresent(page::both);
            page.raw("</dd>\n");
        }
        page.raw("</dl>\n");
    }

    static void heading(Html page, Text title) {
        page.raw("<h2>").both(title).raw("</h2>\n");
    }

    static void findings(Html page, String kind, List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        page.raw("<ul class=\"" + kind + "\">");
        for (Finding finding : findings) {
            page.raw("<li>");
            if (!finding.where().isEmpty()) {
                page.element("code", finding.where()).raw(" ");
            }
            page.both(finding.text()).raw("</li>");
        }
        page.raw("</ul>");
    }

    private static String style() {
        try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
