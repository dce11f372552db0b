package org.iochub.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.conformance.adapter.Fixture;
import org.iochub.conformance.adapter.Fixtures;
import org.iochub.conformance.adapter.Kind;
import org.iochub.conformance.adapter.Subject;
import org.iochub.conformance.adapter.Waivers;
import org.iochub.conformance.report.HtmlReport;
import org.iochub.conformance.report.JsonOutput;
import org.iochub.conformance.report.TextOutput;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class OutputTest {
    private static final String MESSAGE =
            "A1;open;2026-03-01T09:00:00;<script>alert(1)</script>\nA2;strange;2026-03-01T09:00:00;x\n";
    private static Report report;

    @BeforeAll
    static void examine() throws Exception {
        Fixture fixture =
                new Fixture("one", "one.txt", MESSAGE.getBytes(StandardCharsets.UTF_8), Map.of(), Optional.empty());
        Subject subject = new Subject(
                Path.of("sample.yaml"),
                Kind.YAML,
                new SampleAdapter(),
                "1.2.3",
                Optional.empty(),
                Optional.empty(),
                new Fixtures(List.of(fixture), Map.of(), Optional.empty(), List.of()),
                Map.of(),
                new Waivers(Map.of("older-version", "Chỉ gửi một lần."), "sample.yaml"),
                () -> {});
        report = new Kit().examine(subject);
    }

    @Test
    void aTerminalGetsALineForEachCheckAndVietnameseFirst() {
        String text = new TextOutput(Optional.empty()).of(report);

        assertThat(text).startsWith("sample 1.2.3  Mẫu thử / A sample\n");
        assertThat(text).contains("✗ fixtures").contains("✓ descriptor").contains("– older-version");
        assertThat(text.indexOf("Thiếu tệp")).isPositive().isLessThan(text.indexOf("The file is missing"));
    }

    @Test
    void aLanguageLeavesTheOtherOut() {
        assertThat(new TextOutput(Optional.of("en")).of(report))
                .contains("The file is missing")
                .doesNotContain("Thiếu tệp");
    }

    @Test
    void jsonSaysTheSame() {
        var json = JsonOutput.of(report);

        assertThat(json.path("passed").asBoolean(true)).isFalse();
        assertThat(json.path("adapter").asText()).isEqualTo("sample");
        assertThat(json.path("checks")).anySatisfy(check -> {
            assertThat(check.path("check").asText()).isEqualTo("older-version");
            assertThat(check.path("status").asText()).isEqualTo("waived");
            assertThat(check.path("reason").path("vi").asText()).isEqualTo("Chỉ gửi một lần.");
        });
    }

    @Test
    void thePageShowsRawAndRecordSideBySideAndAsksNobodyForAnything() {
        String page = new HtmlReport().of(report);

        assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;").doesNotContain("<script");
        assertThat(page)
                .contains("<div class=\"pair\">")
                .contains("unknown-code")
                .contains("Chỉ gửi một lần.");
        assertThat(page).doesNotContainPattern("(src|href)=").doesNotContain("url(");
        assertThat(page).contains("prefers-color-scheme");
    }
}
