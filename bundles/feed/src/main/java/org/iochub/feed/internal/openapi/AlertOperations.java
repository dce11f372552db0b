package org.iochub.feed.internal.openapi;

import static org.iochub.feed.internal.openapi.Parameter.integer;
import static org.iochub.feed.internal.openapi.Parameter.path;
import static org.iochub.feed.internal.openapi.Shared.JSON;

import java.util.List;

/** Alerts: what needs a person now. */
final class AlertOperations {
    private AlertOperations() {}

    static List<Operation> all() {
        return List.of(
                Operation.get(
                                "/api/v1/alerts",
                                "alerts",
                                "Cảnh báo đang mở và mới đóng, kèm đầu mối và hướng dẫn",
                                "Alerts that fire, and those that were over lately, with whom to call and what to do")
                        .audience(Audience.VIEWER)
                        .with(integer(
                                "days",
                                0,
                                60,
                                "Số ngày đã qua của các cảnh báo đã đóng, mặc định 7",
                                "Days back for alerts that are over, 7 when absent"))
                        .refuses(400)
                        .build(),
                Operation.get("/api/v1/alerts/{id}", "alert", "Một cảnh báo đang mở", "One alert that fires")
                        .audience(Audience.VIEWER)
                        .with(path("id", "Mã cảnh báo", "The alert's id"))
                        .refuses(404)
                        .build(),
                Operation.post(
                                "/api/v1/alerts/{id}/acknowledge",
                                "alertAcknowledge",
                                "Nhận xử lý một cảnh báo; nó vẫn mở cho đến khi hết",
                                "Says that the caller takes care of an alert; it goes on firing until it is over")
                        .audience(Audience.OPERATOR)
                        .with(path("id", "Mã cảnh báo", "The alert's id"))
                        .takes(JSON)
                        .refuses(400, 404)
                        .build(),
                Operation.get(
                                "/api/v1/alerts/runbook/{rule}",
                                "alertRunbook",
                                "Hướng dẫn xử lý của một loại cảnh báo (Markdown)",
                                "The runbook's page on a kind of alert (Markdown)")
                        .audience(Audience.VIEWER)
                        .with(path("rule", "Tên loại cảnh báo", "The rule's name"))
                        .answers(200, "text/markdown")
                        .refuses(404)
                        .build());
    }
}
