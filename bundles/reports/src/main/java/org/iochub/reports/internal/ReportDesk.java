package org.iochub.reports.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.core.report.ReportFormat;
import org.iochub.core.report.ReportInfo;
import org.iochub.core.report.Reports;
import org.iochub.core.tenant.Tenant;
import org.iochub.core.tenant.Tenants;
import org.iochub.model.FaultException;
import org.iochub.reports.internal.collect.Collector;
import org.iochub.reports.internal.page.HtmlForm;
import org.iochub.reports.internal.page.JsonForm;
import org.iochub.reports.internal.page.Page;
import org.iochub.reports.internal.page.PdfForm;
import org.iochub.reports.internal.page.XlsxForm;

/** Makes reports and keeps them. One is made at a time: each reads much. */
final class ReportDesk implements Reports {
    /** Who makes the report of every Monday. */
    static final String HUB = "hub";

    private static final int LONGEST = 366;
    private final Tenants tenants;
    private final Collector collector;
    private final Shelf shelf;
    private final Clock clock;

    ReportDesk(Tenants tenants, Collector collector, Shelf shelf, Clock clock) {
        this.tenants = tenants;
        this.collector = collector;
        this.shelf = shelf;
        this.clock = clock;
    }

    @Override
    public List<ReportInfo> list() {
        return shelf.list();
    }

    @Override
    public Optional<ReportInfo> get(String id) {
        return shelf.get(id);
    }

    @Override
    public Optional<byte[]> content(String id, ReportFormat format) {
        return shelf.content(id, format);
    }

    @Override
    public ReportInfo make(String tenant, LocalDate from, LocalDate to, String by) {
        if (to.isBefore(from) || to.isAfter(from.plusDays(LONGEST - 1L))) {
            throw FaultException.of(
                    "bad-period",
                    "to",
                    "Kỳ báo cáo từ 1 đến 366 ngày, ngày cuối không trước ngày đầu.",
                    "A period has 1 to 366 days and does not end before it begins.");
        }
        return make(known(tenant), from, to, by, false);
    }

    private Tenant known(String id) {
        return tenants.get(id)
                .orElseThrow(() -> FaultException.of(
                        "unknown-tenant",
                        "tenant",
                        "Không có cơ quan «" + id + "»; xem hub:tenants.",
                        "There is no authority \"" + id + "\"; see hub:tenants."));
    }

    /** @param mail whether it is to be mailed */
    synchronized ReportInfo make(Tenant tenant, LocalDate from, LocalDate to, String by, boolean mail) {
        Page page = collector.page(tenant, from, to);
        ReportInfo info =
                new ReportInfo(tenant.id() + "." + from + "." + to, tenant.id(), from, to, clock.instant(), by);
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("id", info.id());
        head.put("tenant", info.tenant());
        head.put("from", from.toString());
        head.put("to", to.toString());
        head.put("made", info.made().toString());
        Map<ReportFormat, byte[]> forms = new EnumMap<>(ReportFormat.class);
        try {
            forms.put(ReportFormat.JSON, JsonForm.of(head, page));
            forms.put(ReportFormat.HTML, HtmlForm.of(page));
            forms.put(ReportFormat.PDF, PdfForm.of(page));
            forms.put(ReportFormat.XLSX, XlsxForm.of(page));
            shelf.put(info, forms, mail);
        } catch (IOException | UncheckedIOException e) {
            throw FaultException.of(
                    "report-unavailable",
                    "",
                    "Không lưu được báo cáo (" + e.getMessage() + "); hãy kiểm tra đĩa.",
                    "The report could not be kept (" + e.getMessage() + "); check the disk.");
        }
        return info;
    }
}
