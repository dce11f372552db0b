package org.iochub.feed.internal.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.iochub.core.report.ReportFormat;
import org.iochub.core.report.ReportInfo;
import org.iochub.core.report.Reports;
import org.iochub.model.FaultException;

/** Reports that say nothing, in memory. */
public final class FakeReports implements Reports {
    /** A report that is there from the beginning. */
    public static final String KEPT = "vinhlong.2026-02-16.2026-02-22";

    private final List<ReportInfo> all = new CopyOnWriteArrayList<>(List.of(new ReportInfo(
            KEPT,
            "vinhlong",
            LocalDate.parse("2026-02-16"),
            LocalDate.parse("2026-02-22"),
            Instant.parse("2026-02-23T00:00:00Z"),
            "hub")));

    @Override
    public List<ReportInfo> list() {
        return List.copyOf(all);
    }

    @Override
    public Optional<ReportInfo> get(String id) {
        return all.stream().filter(report -> report.id().equals(id)).findFirst();
    }

    @Override
    public Optional<byte[]> content(String id, ReportFormat format) {
        String text = format == ReportFormat.JSON ? "{\"id\":\"" + id + "\"}" : format.wireName() + " " + id;
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return get(id).map(report -> format == ReportFormat.XLSX ? zipped(bytes) : bytes);
    }

    @Override
    public ReportInfo make(String tenant, LocalDate from, LocalDate to, String by) {
        if (!tenant.equals("vinhlong")) {
            throw FaultException.of("unknown-tenant", "tenant", "Không có cơ quan này.", "There is no such authority.");
        }
        if (to.isBefore(from)) {
            throw FaultException.of(
                    "bad-period", "to", "Kỳ kết thúc trước khi bắt đầu.", "The period ends before it begins.");
        }
        ReportInfo report = new ReportInfo(
                tenant + "." + from + "." + to, tenant, from, to, Instant.parse("2026-03-02T00:00:00Z"), by);
        all.add(report);
        return report;
    }

    /** As workbooks are. */
    private static byte[] zipped(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
