package org.iochub.conformance.report;

import java.util.List;
import java.util.Optional;
import org.iochub.conformance.Finding;
import org.iochub.conformance.Report;
import org.iochub.conformance.Result;
import org.iochub.model.Text;

/** The report for a terminal: a line for each check, and what, where and how to mend below the ones that failed. */
public final class TextOutput {
    /** So many findings of one check say enough. */
    private static final int MOST = 12;

    private final Optional<String> language;

    /** @param language {@code vi} or {@code en}; empty for both, Vietnamese first */
    public TextOutput(Optional<String> language) {
        this.language = language;
    }

    public String of(Report report) {
        StringBuilder out = new StringBuilder();
        report.subject()
                .ifPresent(subject -> out.append(subject.id())
                        .append(' ')
                        .append(subject.version())
                        .append("  ")
                        .append(one(subject.adapter().descriptor().title()))
                        .append('\n'));
        for (Result result : report.results()) {
            out.append(result.status().mark())
                    .append(' ')
                    .append(String.format("%-15s", result.id()))
                    .append(one(result.title()));
            result.reason()
                    .ifPresent(
                            reason -> out.append(" — ").append(prefix(result)).append(one(reason)));
            out.append('\n');
            findings(result.findings(), "  ", out);
            findings(result.notes(), "  · ", out);
        }
        return out.append(summary(report)).toString();
    }

    private String prefix(Result result) {
        return result.status() == Result.Status.WAIVED ? one(Text.of("miễn: ", "waived: ")) : "";
    }

    private void findings(List<Finding> findings, String lead, StringBuilder out) {
        findings.stream().limit(MOST).forEach(finding -> {
            out.append(lead).append(finding.where().isEmpty() ? "" : finding.where() + ": ");
            if (language.isPresent()) {
                out.append(finding.text().in(language.get())).append('\n');
            } else {
                out.append(finding.text().vi()).append('\n');
                out.append("    ").append(finding.text().en()).append('\n');
            }
        });
        if (findings.size() > MOST) {
            int more = findings.size() - MOST;
            out.append(lead)
                    .append(one(Text.of("… và " + more + " chỗ nữa", "… and " + more + " more")))
                    .append('\n');
        }
    }

    private String summary(Report report) {
        long failed = count(report, Result.Status.FAILED);
        long waived = count(report, Result.Status.WAIVED);
        String vi = failed == 0 ? "Đạt" : "Không đạt: " + failed + " kiểm tra";
        String en = failed == 0 ? "Passed" : failed + " checks failed";
        String viWaived = waived == 0 ? "" : ", miễn " + waived;
        String enWaived = waived == 0 ? "" : ", " + waived + " waived";
        return one(Text.of(vi + viWaived, en + enWaived)) + "\n";
    }

    private static long count(Report report, Result.Status status) {
        return report.results().stream()
                .filter(result -> result.status() == status)
                .count();
    }

    private String one(Text text) {
        return language.map(text::in)
                .orElseGet(() -> text.vi().equals(text.en()) ? text.vi() : text.vi() + " / " + text.en());
    }
}
