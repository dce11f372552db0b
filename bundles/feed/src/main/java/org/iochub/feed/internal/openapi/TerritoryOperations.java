package org.iochub.feed.internal.openapi;

import static org.iochub.feed.internal.openapi.Parameter.choice;
import static org.iochub.feed.internal.openapi.Parameter.flag;
import static org.iochub.feed.internal.openapi.Parameter.formatted;
import static org.iochub.feed.internal.openapi.Parameter.path;
import static org.iochub.feed.internal.openapi.Parameter.text;

import java.util.List;

/** Authorities and administrative units. */
final class TerritoryOperations {

    private TerritoryOperations() {}

    static List<Operation> all() {
        return List.of(
                Operation.get("/api/v1/tenants", "tenants", "Các cơ quan", "The authorities")
                        .build(),
                Operation.get("/api/v1/areas", "areas", "Đơn vị hành chính", "Administrative units")
                        .with(
                                formatted(
                                        "at",
                                        "date",
                                        "Có hiệu lực vào ngày này; mặc định hôm nay",
                                        "Valid on this day; today when absent"),
                                text(
                                        "parent",
                                        "Chỉ các đơn vị trực thuộc mã này",
                                        "Units directly below this code only"),
                                choice(
                                        "level",
                                        List.of("province", "district", "commune"),
                                        "Chỉ cấp này",
                                        "This level only"),
                                flag("all", "Mọi giai đoạn hiệu lực", "Every span of validity"))
                        .refuses(400)
                        .build(),
                Operation.get(
                                "/api/v1/areas/{code}",
                                "area",
                                "Một đơn vị hành chính, với đơn vị tiền thân và kế thừa",
                                "One administrative unit with predecessors and successors")
                        .with(
                                path("code", "Mã đơn vị", "The unit's code"),
                                formatted(
                                        "at",
                                        "date",
                                        "Có hiệu lực vào ngày này; mặc định hôm nay",
                                        "Valid on this day; today when absent"))
                        .refuses(400, 404)
                        .build());
    }
}
