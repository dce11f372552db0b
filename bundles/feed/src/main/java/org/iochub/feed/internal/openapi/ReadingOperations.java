package org.iochub.feed.internal.openapi;

import static org.iochub.feed.internal.openapi.Parameter.choice;
import static org.iochub.feed.internal.openapi.Parameter.formatted;
import static org.iochub.feed.internal.openapi.Parameter.header;
import static org.iochub.feed.internal.openapi.Parameter.integer;
import static org.iochub.feed.internal.openapi.Parameter.path;
import static org.iochub.feed.internal.openapi.Parameter.text;
import static org.iochub.feed.internal.openapi.Parameter.texts;
import static org.iochub.feed.internal.openapi.Shared.AFTER;
import static org.iochub.feed.internal.openapi.Shared.JSON;
import static org.iochub.feed.internal.openapi.Shared.TYPE;

import java.util.List;

/** Feeds, current state, histories, exports, tickets for browsers. */
final class ReadingOperations {
    private static final String BATCH = "application/cloudevents-batch+json";
    private static final String EVENT = "application/cloudevents+json";
    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String GEOJSON = "application/geo+json";
    private static final Parameter RECORD = path("id", "Mã bản ghi (subject)", "The record's id (subject)");
    private static final Parameter MAJOR =
            integer("major", 1, 9_999, "Phiên bản chính của loại bản ghi", "Major version of the type");
    private static final Parameter LIMIT =
            integer("limit", 1, 10_000, "Số bản ghi tối đa, mặc định 500", "Records at most, 500 when absent");
    private static final Parameter FORMAT = choice(
            "format",
            List.of("json", "ndjson", "csv", "geojson", "sse"),
            "Định dạng; thay cho tiêu đề Accept",
            "Representation; instead of the Accept header");
    private static final Parameter FILE_FORMAT = choice(
            "format",
            List.of("json", "ndjson", "csv", "geojson"),
            "Định dạng; thay cho tiêu đề Accept",
            "Representation; instead of the Accept header");
    private static final List<Parameter> FILTERS = List.of(
            texts("source", "Chỉ bản ghi của các nguồn này", "Records of these sources only"),
            texts(
                    "area",
                    "Chỉ đơn vị hành chính này và các đơn vị trực thuộc: MÃ hoặc MÃ@NGÀY",
                    "This administrative unit and those below it only: CODE or CODE@DATE"),
            texts("tenant", "Chỉ bản ghi của các cơ quan này", "Records of these authorities only"),
            formatted("since", "date-time", "Ghi nhận từ thời điểm này", "Recorded at or after this time"));
    private static final List<Parameter> STATE = List.of(
            formatted("from", "date-time", "Xảy ra từ thời điểm này", "Happened at or after this time"),
            formatted("to", "date-time", "Xảy ra trước thời điểm này", "Happened before this time"),
            texts("status", "Chỉ các trạng thái này", "These statuses only"));

    private static final Parameter NEXT = header(
            "Link",
            "rel=\"next\": đọc tiếp từ đây, kể cả khi chưa có gì mới",
            "rel=\"next\": where to read on, also when there is nothing new yet");
    private static final Parameter FEED = header(
            "Link",
            "rel=\"next\": trang sau; rel=\"feed\": con trỏ để theo tiếp sau khi đọc hết, cố định trước dòng đầu tiên",
            "rel=\"next\": the next page; rel=\"feed\": the cursor to go on from, fixed before the first row");

    private ReadingOperations() {}

    static List<Operation> all() {
        return List.of(
                Operation.get(
                                "/api/v1/feeds/{type}",
                                "feed",
                                "Dòng bản ghi theo thứ tự, sau con trỏ",
                                "The ordered feed of a type, or of all, behind a cursor")
                        .with(TYPE, AFTER, LIMIT)
                        .with(integer(
                                "wait",
                                0,
                                60,
                                "Chờ tối đa số giây này khi chưa có gì mới",
                                "Holds an empty answer back for so many seconds"))
                        .with(FILTERS)
                        .with(MAJOR, FORMAT)
                        .answers(200, BATCH, NDJSON, CSV, GEOJSON, "text/event-stream")
                        .tells(NEXT)
                        .refuses(400, 401, 403, 404, 406, 410, 429, 503)
                        .build(),
                Operation.get(
                                "/api/v1/feeds/{type}/events",
                                "feedEvents",
                                "Dòng bản ghi dạng sự kiện (SSE); cũng có ở /api/v1/feeds/{type} với Accept: text/event-stream",
                                "The feed as server-sent events; also at /api/v1/feeds/{type} with Accept: text/event-stream")
                        .with(TYPE, AFTER)
                        .with(header(
                                "Last-Event-ID",
                                "Con trỏ của sự kiện cuối cùng đã nhận",
                                "The cursor of the last event received"))
                        .with(FILTERS)
                        .with(MAJOR, choice("format", List.of("sse"), "Luôn là sse", "Always sse"))
                        .with(text(
                                "ticket",
                                "Vé một phút thay cho khóa, cho trình duyệt",
                                "A one-minute ticket instead of a key, for browsers"))
                        .answers(200, "text/event-stream")
                        .refuses(400, 401, 403, 404, 410, 503)
                        .build(),
                Operation.get(
                                "/api/v1/records/{type}",
                                "records",
                                "Trạng thái hiện tại, theo trang; kèm liên kết rel=\"feed\"",
                                "Current state in pages, with a rel=\"feed\" link to go on from")
                        .with(TYPE, AFTER, LIMIT)
                        .with(FILTERS)
                        .with(STATE)
                        .with(MAJOR, FILE_FORMAT)
                        .answers(200, BATCH, NDJSON, CSV, GEOJSON)
                        .tells(FEED)
                        .refuses(400, 401, 403, 404, 406, 410)
                        .build(),
                Operation.get(
                                "/api/v1/export/{type}",
                                "export",
                                "Trạng thái hiện tại thành một tệp, không giới hạn số dòng; kèm liên kết rel=\"feed\"",
                                "Current state as one file of any size, with a rel=\"feed\" link to go on from")
                        .with(TYPE)
                        .with(FILTERS)
                        .with(STATE)
                        .with(
                                MAJOR,
                                choice(
                                        "format",
                                        List.of("csv", "xlsx", "ndjson"),
                                        "Định dạng; thay cho tiêu đề Accept",
                                        "Representation; instead of the Accept header"),
                                choice(
                                        "lang",
                                        List.of("vi", "en", "none"),
                                        "Ngôn ngữ của tiêu đề cột và tên mã; none: tên trường và mã gốc",
                                        "Language of headings and codes; none: field names and codes as they are"),
                                choice(
                                        "dialect",
                                        List.of("rfc4180", "excel-vi"),
                                        "CSV chuẩn, hoặc CSV mở đúng trong Excel tiếng Việt (dấu chấm phẩy, dấu phẩy thập phân)",
                                        "Standard CSV, or one that Excel with Vietnamese settings opens right"))
                        .answers(200, CSV, XLSX, NDJSON)
                        .tells(FEED)
                        .refuses(400, 401, 403, 404, 406)
                        .build(),
                Operation.get("/api/v1/records/{type}/{id}", "record", "Một bản ghi", "One record")
                        .with(TYPE, RECORD)
                        .answers(200, EVENT, JSON)
                        .refuses(401, 403, 404, 406)
                        .build(),
                Operation.get(
                                "/api/v1/records/{type}/{id}/history",
                                "history",
                                "Các phiên bản của một bản ghi, mới nhất trước",
                                "Every version of a record, newest first")
                        .with(TYPE, RECORD)
                        .with(integer(
                                "limit",
                                1,
                                1_000,
                                "Số phiên bản tối đa, mặc định 100",
                                "Versions at most, 100 when absent"))
                        .answers(200, BATCH, JSON)
                        .tells(header(
                                "History-Cut",
                                "true: các phiên bản cũ hơn không còn giữ",
                                "true: older versions are kept no more"))
                        .refuses(401, 403, 404, 406)
                        .build(),
                Operation.get(
                                "/api/v1/records/{type}/{id}/lineage",
                                "lineage",
                                "Nguồn gốc của một phiên bản",
                                "Where a version came from")
                        .with(TYPE, RECORD)
                        .with(text(
                                "version",
                                "Mã phiên bản; mặc định là phiên bản hiện tại",
                                "A version's id; the current one when absent"))
                        .refuses(401, 403, 404)
                        .build(),
                Operation.post(
                                "/api/v1/tickets",
                                "createTicket",
                                "Xin vé một phút để mở luồng sự kiện từ trình duyệt",
                                "Gives a one-minute ticket to open an event stream from a browser")
                        .answers(201, JSON)
                        .refuses(401)
                        .build());
    }
}
