package org.iochub.feed.internal.openapi;

import static org.iochub.feed.internal.openapi.Parameter.choice;
import static org.iochub.feed.internal.openapi.Parameter.path;
import static org.iochub.feed.internal.openapi.Shared.JSON;

import java.util.List;
import org.iochub.core.report.ReportFormat;

/** Reports: of every week, and of any period. */
final class ReportOperations {
    private ReportOperations() {}

    static List<Operation> all() {
        return List.of(
                Operation.get(
                                "/api/v1/reports",
                                "reports",
                                "Các báo cáo đang lưu, kỳ mới nhất trước",
                                "The reports that are kept, the latest period first")
                        .audience(Audience.VIEWER)
                        .build(),
                Operation.post(
                                "/api/v1/reports",
                                "makeReport",
                                "Lập báo cáo của một cơ quan cho kỳ bất kỳ: tenant, from, to (ngày đầu và ngày cuối)",
                                "Makes an authority's report for any period: tenant, from, to (first and last day)")
                        .audience(Audience.OPERATOR)
                        .takes(JSON)
                        .answers(201, JSON)
                        .refuses(400, 404)
                        .build(),
                Operation.get("/api/v1/reports/{id}", "report", "Một báo cáo", "One report")
                        .audience(Audience.VIEWER)
                        .with(path("id", "Mã báo cáo", "The report's id"))
                        .with(choice(
                                "format",
                                List.of("json", "html", "pdf", "xlsx"),
                                "Dạng, mặc định json",
                                "The form, json when absent"))
                        .answers(200, JSON, "text/html", ReportFormat.PDF.mediaType(), ReportFormat.XLSX.mediaType())
                        .refuses(400, 404)
                        .build());
    }
}
