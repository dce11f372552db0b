package org.iochub.feed.internal.openapi;

import static org.iochub.feed.internal.openapi.Parameter.flag;
import static org.iochub.feed.internal.openapi.Parameter.formatted;
import static org.iochub.feed.internal.openapi.Parameter.integer;
import static org.iochub.feed.internal.openapi.Parameter.path;
import static org.iochub.feed.internal.openapi.Parameter.text;
import static org.iochub.feed.internal.openapi.Parameter.texts;
import static org.iochub.feed.internal.openapi.Shared.AFTER;
import static org.iochub.feed.internal.openapi.Shared.JSON;

import java.util.List;

/** The NGSI-LD and Open311 views. */
final class StandardViewOperations {
    private static final String JSON_LD = "application/ld+json";
    private static final String XML = "text/xml";
    private static final List<Parameter> NARROWING = List.of(
            texts("source", "Chỉ bản ghi của các nguồn này", "Records of these sources only"),
            texts("area", "Chỉ đơn vị hành chính này và các đơn vị trực thuộc", "This unit and those below it only"),
            texts("tenant", "Chỉ bản ghi của các cơ quan này", "Records of these authorities only"));
    private static final List<Parameter> NGSI_FORM = List.of(
            text(
                    "attrs",
                    "Chỉ các thuộc tính này, cách nhau bằng dấu phẩy",
                    "These attributes only, separated by commas"),
            text("options", "keyValues, normalized, count", "keyValues, normalized, count"));
    private static final Parameter GEOREPORT = path("format", "json hoặc xml", "json or xml");
    private static final List<Parameter> JURISDICTION = List.of(
            text("jurisdiction_id", "Mã cơ quan", "The authority's id"),
            texts("area", "Chỉ đơn vị hành chính này và các đơn vị trực thuộc", "This unit and those below it only"));

    private StandardViewOperations() {}

    static List<Operation> all() {
        return List.of(
                Operation.get(
                                "/ngsi-ld/v1/entities",
                                "ngsiEntities",
                                "Trạng thái hiện tại dạng thực thể NGSI-LD; cần type hoặc id",
                                "Current state as NGSI-LD entities; give type or id")
                        .with(
                                text(
                                        "type",
                                        "Các loại thực thể, cách nhau bằng dấu phẩy",
                                        "Entity types, separated by commas"),
                                text(
                                        "id",
                                        "Các mã thực thể, cách nhau bằng dấu phẩy",
                                        "Entity ids, separated by commas"))
                        .with(NGSI_FORM)
                        .with(
                                AFTER,
                                integer(
                                        "limit",
                                        0,
                                        1_000,
                                        "Số thực thể tối đa, mặc định 20",
                                        "Entities at most, 20 when absent"),
                                integer("offset", 0, 10_000, "Bỏ qua số thực thể này", "Leaves out so many entities"),
                                flag(
                                        "count",
                                        "Kèm tổng số trong NGSILD-Results-Count",
                                        "Adds the total as NGSILD-Results-Count"))
                        .with(NARROWING)
                        .answers(200, JSON, JSON_LD)
                        .refuses(400, 401, 403, 406, 410)
                        .build(),
                Operation.get("/ngsi-ld/v1/entities/{id}", "ngsiEntity", "Một thực thể NGSI-LD", "One NGSI-LD entity")
                        .with(path("id", "Mã thực thể", "The entity's id"))
                        .with(NGSI_FORM)
                        .answers(200, JSON, JSON_LD)
                        .refuses(400, 401, 404, 406)
                        .build(),
                Operation.get("/ngsi-ld/v1/types", "ngsiTypes", "Các loại thực thể NGSI-LD", "The NGSI-LD entity types")
                        .answers(200, JSON, JSON_LD)
                        .refuses(401, 406)
                        .build(),
                Operation.get(
                                "/ngsi-ld/v1/context.jsonld",
                                "ngsiContext",
                                "Ngữ cảnh JSON-LD của các thực thể",
                                "The JSON-LD context of the entities")
                        .audience(Audience.EVERYONE)
                        .answers(200, JSON_LD)
                        .build(),
                Operation.get(
                                "/open311/v2/discovery.{format}",
                                "open311Discovery",
                                "GeoReport v2: mô tả dịch vụ",
                                "GeoReport v2: where the service is")
                        .with(GEOREPORT)
                        .answers(200, JSON, XML)
                        .refuses(401)
                        .build(),
                Operation.get(
                                "/open311/v2/services.{format}",
                                "open311Services",
                                "GeoReport v2: các lĩnh vực phản ánh",
                                "GeoReport v2: the services")
                        .with(GEOREPORT)
                        .with(JURISDICTION)
                        .answers(200, JSON, XML)
                        .refuses(400, 401, 403)
                        .build(),
                Operation.get(
                                "/open311/v2/services/{code}.{format}",
                                "open311Service",
                                "GeoReport v2: một lĩnh vực phản ánh",
                                "GeoReport v2: one service")
                        .with(path("code", "Mã lĩnh vực", "The service's code"), GEOREPORT)
                        .with(JURISDICTION)
                        .answers(200, JSON, XML)
                        .refuses(400, 401, 403, 404)
                        .build(),
                Operation.get(
                                "/open311/v2/requests.{format}",
                                "open311Requests",
                                "GeoReport v2: phản ánh của người dân, mới nhất trước",
                                "GeoReport v2: citizen reports, newest first")
                        .with(GEOREPORT)
                        .with(JURISDICTION)
                        .with(
                                text(
                                        "service_request_id",
                                        "Các mã, cách nhau bằng dấu phẩy",
                                        "Ids, separated by commas"),
                                text(
                                        "service_code",
                                        "Các lĩnh vực, cách nhau bằng dấu phẩy",
                                        "Services, separated by commas"),
                                formatted(
                                        "start_date",
                                        "date-time",
                                        "Gửi từ thời điểm này",
                                        "Requested at or after this"),
                                formatted(
                                        "end_date",
                                        "date-time",
                                        "Gửi đến thời điểm này, cách start_date tối đa 90 ngày",
                                        "Requested at or before this, 90 days after start_date at most"),
                                text("status", "open, closed hoặc cả hai", "open, closed or both"),
                                integer("page", 1, 10_000, "Trang, từ 1", "Page, from 1"),
                                integer(
                                        "page_size",
                                        1,
                                        500,
                                        "Số phản ánh mỗi trang, mặc định 50",
                                        "Requests in a page, 50 when absent"))
                        .answers(200, JSON, XML)
                        .refuses(400, 401, 403)
                        .build(),
                Operation.get(
                                "/open311/v2/requests/{id}.{format}",
                                "open311Request",
                                "GeoReport v2: một phản ánh",
                                "GeoReport v2: one citizen report")
                        .with(path("id", "service_request_id", "service_request_id"), GEOREPORT)
                        .with(JURISDICTION)
                        .answers(200, JSON, XML)
                        .refuses(400, 401, 403, 404)
                        .build());
    }
}
