package org.iochub.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.support.CommandException;
import org.iochub.core.alert.Acknowledgement;
import org.iochub.core.alert.Alert;
import org.iochub.core.alert.AlertContact;
import org.iochub.core.alert.AlertSeverity;
import org.iochub.core.alert.Alerts;
import org.iochub.core.report.ReportFormat;
import org.iochub.core.report.ReportInfo;
import org.iochub.core.report.Reports;
import org.iochub.model.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertCommandsTest {
    @TempDir
    Path folder;

    private final Fires alerts = new Fires();
    private final Made reports = new Made();

    private AlertsCommand alerts(String... words) {
        AlertsCommand command = new AlertsCommand();
        command.alerts = alerts;
        command.words = List.of(words);
        return command;
    }

    private ReportCommand report(String... words) {
        ReportCommand command = new ReportCommand();
        command.reports = reports;
        command.words = List.of(words);
        return command;
    }

    private static String run(HubCommand command) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        command.out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        command.execute();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void listsWithinEightyCharacters() throws Exception {
        String text = run(alerts());
        assertThat(text).contains("quarantine-growing.field-reports-quang-ngai", "crit", "1 cảnh báo đang mở");
        assertThat(text.lines()).allMatch(line -> line.length() <= 80);
        assertThat(run(alerts("--all")).lines()).allMatch(line -> line.length() <= 80);
        AlertsCommand json = alerts("--all");
        json.json = true;
        JsonNode document = new ObjectMapper().readTree(run(json));
        assertThat(document.at("/alerts/0/severity").asText()).isEqualTo("critical");
        assertThat(document.path("recent")).hasSize(1);
    }

    @Test
    void oneIsShownWithItsPageAndSomebodyTakesCare() throws Exception {
        assertThat(run(alerts(Fires.ID))).contains("Gọi đầu mối.", "Ông An", "# Trang");
        assertThat(run(alerts(Fires.ID, "--acknowledge", "--note", "đã gọi"))).contains("user:karaf", "đã gọi");
        assertThatThrownBy(() -> run(alerts("none"))).isInstanceOf(CommandException.class);
        assertThatThrownBy(() -> run(alerts("--acknowledge"))).hasMessageContaining("Name the alert");
    }

    @Test
    void aReportOfAnyPeriodIsMadeAndWritten() throws Exception {
        Path file = folder.resolve("r.pdf");
        run(report(
                "quang-ngai",
                "--from",
                "2026-11-01",
                "--to",
                "2026-11-30",
                "--format",
                "pdf",
                "--out",
                file.toString()));
        assertThat(Files.readString(file)).isEqualTo("PDF quang-ngai.2026-11-01.2026-11-30");
        assertThat(run(report("quang-ngai", "--format", "html"))).startsWith("HTML quang-ngai.");
        LocalDate from = reports.all.get(1).from();
        assertThat(from.getDayOfWeek()).isEqualTo(java.time.DayOfWeek.MONDAY);
        assertThat(reports.all.get(1).to()).isEqualTo(from.plusDays(6));
        assertThat(run(report())).contains("quang-ngai.2026-11-01.2026-11-30");
        assertThatThrownBy(() -> run(report("quang-ngai", "--format", "pdf"))).hasMessageContaining("--out");
        assertThatThrownBy(() -> run(report("quang-ngai", "--from", "1/11"))).hasMessageContaining("--from");
        assertThatThrownBy(() -> run(report("quang-ngai", "--format", "doc"))).hasMessageContaining("--format");
    }

    private static final class Fires implements Alerts {
        static final String ID = "quarantine-growing.field-reports-quang-ngai";
        private Alert alert = new Alert(
                ID,
                "quarantine-growing",
                "field-reports-quang-ngai",
                Optional.of("quang-ngai"),
                Optional.of("field-reports-quang-ngai"),
                AlertSeverity.CRITICAL,
                Instant.parse("2026-03-01T01:00:00Z"),
                Optional.empty(),
                Text.of("Gọi đầu mối.", "Call the contact."),
                new AlertContact(List.of("Ông An"), List.of()),
                URI.create("urn:x"),
                Optional.empty());

        @Override
        public List<Alert> firing() {
            return List.of(alert);
        }

        @Override
        public List<Alert> resolved(Instant since) {
            return List.of(alert.resolvedAt(Instant.parse("2026-03-01T02:00:00Z")));
        }

        @Override
        public Optional<Alert> get(String id) {
            return Optional.of(alert).filter(each -> each.id().equals(id));
        }

        @Override
        public Alert acknowledge(String id, String by, String note) {
            alert = alert.acknowledgedBy(new Acknowledgement(by, Instant.parse("2026-03-01T02:00:00Z"), note));
            return alert;
        }

        @Override
        public Optional<String> runbook(String rule) {
            return Optional.of("# Trang");
        }
    }

    private static final class Made implements Reports {
        private final List<ReportInfo> all = new ArrayList<>();

        @Override
        public List<ReportInfo> list() {
            return all;
        }

        @Override
        public Optional<ReportInfo> get(String id) {
            return all.stream().filter(each -> each.id().equals(id)).findFirst();
        }

        @Override
        public Optional<byte[]> content(String id, ReportFormat format) {
            return Optional.of((format.name() + " " + id).getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public ReportInfo make(String tenant, LocalDate from, LocalDate to, String by) {
            ReportInfo info = new ReportInfo(
                    tenant + "." + from + "." + to, tenant, from, to, Instant.parse("2026-12-01T00:00:00Z"), by);
            all.add(info);
            return info;
        }
    }
}
