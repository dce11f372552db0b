package org.iochub.feed.internal.openapi;

import static org.iochub.feed.internal.openapi.Parameter.choice;
import static org.iochub.feed.internal.openapi.Parameter.flag;
import static org.iochub.feed.internal.openapi.Parameter.formatted;
import static org.iochub.feed.internal.openapi.Parameter.header;
import static org.iochub.feed.internal.openapi.Parameter.integer;
import static org.iochub.feed.internal.openapi.Parameter.path;
import static org.iochub.feed.internal.openapi.Parameter.text;
import static org.iochub.feed.internal.openapi.Parameter.texts;

import java.util.List;

/** Every operation the face serves. A test holds this list equal to the JAX-RS resources. */
public final class Operations {
    private static final String BATCH = "application/cloudevents-batch+json";
    private static final String EVENT = "application/cloudevents+json";
    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String GEOJSON = "application/geo+json";
    private static final String JSON = "application/json";

    private static final Parameter TYPE = path("type", "Loại bản ghi", "Record type");
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
    private static final Parameter AFTER = text(
            "after",
            "Con trỏ từ liên kết rel=\"next\" của lần đọc trước",
            "The cursor of the rel=\"next\" link of the reading before");
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
    private static final Parameter SUBSCRIPTION = path("id", "Mã đăng ký", "The subscription's id");
    private static final Parameter TOKEN = text("token", "Mã trong liên kết", "The token of the link");
    private static final Parameter ALLOWED_RATE =
            header("WebHook-Allowed-Rate", "Số lần gửi mỗi phút được phép", "How many deliveries a minute are allowed");

    private Operations() {}

    public static List<Operation> all() {
        return List.of(
                Operation.get("/api/v1/openapi.json", "openapi", "Mô tả giao diện này", "This description")
                        .build(),
                Operation.get("/api/v1/types", "types", "Các loại bản ghi", "The record types")
                        .build(),
                Operation.get(
                                "/api/v1/types/{type}/v{major}/schema",
                                "schema",
                                "Lược đồ JSON của một loại bản ghi",
                                "The JSON Schema of a record type")
                        .audience(Audience.EVERYONE)
                        .with(TYPE, path("major", "Phiên bản chính", "Major version"))
                        .answers(200, "application/schema+json", JSON)
                        .refuses(404)
                        .build(),
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
                Operation.get("/api/v1/sources", "sources", "Tình trạng các nguồn", "Status of the sources")
                        .build(),
                Operation.get("/api/v1/sources/{id}", "source", "Tình trạng một nguồn", "Status of one source")
                        .with(path("id", "Mã nguồn", "The source's id"))
                        .refuses(404)
                        .build(),
                Operation.get(
                                "/api/v1/sources/{id}/messages/{message}",
                                "message",
                                "Một bản tin và các bản ghi mà nó tạo ra",
                                "A message and the records that it made")
                        .with(
                                path("id", "Mã nguồn", "The source's id"),
                                path(
                                        "message",
                                        "Mã bản tin như trong nguồn gốc của bản ghi, mã hóa phần trăm",
                                        "The message's id as a record's lineage has it, percent-encoded"))
                        .with(
                                text("after", "Chỉ các phiên bản sau phiên bản này", "Versions after this one only"),
                                integer(
                                        "limit",
                                        1,
                                        10_000,
                                        "Số phiên bản tối đa, mặc định 500",
                                        "Versions at most, 500 when absent"))
                        .refuses(400, 404)
                        .build(),
                Operation.get(
                                "/api/v1/sources/{id}/archive",
                                "archive",
                                "Các bản tin của một nguồn như khi nhận, theo thứ tự đến; damages: phần không còn đọc được",
                                "A source's raw messages in order of arrival; damages: what cannot be read any more")
                        .with(path("id", "Mã nguồn", "The source's id"))
                        .with(
                                formatted("from", "date-time", "Nhận từ thời điểm này", "Received at or after this"),
                                formatted("until", "date-time", "Nhận trước thời điểm này", "Received before this"),
                                text("after", "Chỉ sau chỗ này", "Behind this place only"),
                                integer(
                                        "limit",
                                        1,
                                        1_000,
                                        "Số bản tin tối đa, mặc định 100",
                                        "Messages at most, 100 when absent"))
                        .refuses(400, 404)
                        .build(),
                Operation.get(
                                "/api/v1/sources/{id}/archive/{place}",
                                "archived",
                                "Một bản tin trong kho bản gốc",
                                "One archived message")
                        .with(
                                path("id", "Mã nguồn", "The source's id"),
                                path("place", "Chỗ trong kho", "The place in the archive"))
                        .refuses(404)
                        .build(),
                Operation.get(
                                "/api/v1/sources/{id}/archive/{place}/raw",
                                "archivedRaw",
                                "Nội dung bản tin đúng như khi nhận; cần quyền quản trị và mức dữ liệu cá nhân full",
                                "The message's bytes as they came; takes the grant admin and personal level full")
                        .with(
                                path("id", "Mã nguồn", "The source's id"),
                                path("place", "Chỗ trong kho", "The place in the archive"))
                        .answers(200, "application/octet-stream")
                        .refuses(403, 404)
                        .build(),
                Operation.get("/api/v1/tenants", "tenants", "Các cơ quan", "The authorities")
                        .build(),
                Operation.get(
                                "/api/v1/quarantine",
                                "quarantine",
                                "Các bản ghi bị cách ly, mới nhất trước",
                                "Refused records, newest first")
                        .with(integer(
                                "limit", 1, 1_000, "Số mục tối đa, mặc định 100", "Entries at most, 100 when absent"))
                        .with(
                                text("before", "Chỉ các mục có số nhỏ hơn", "Entries with a smaller id only"),
                                texts("source", "Chỉ các nguồn này", "These sources only"),
                                texts("tenant", "Chỉ các cơ quan này", "These authorities only"),
                                text("stage", "Giai đoạn bị từ chối", "The stage that refused it"),
                                text("reason", "Mã lý do", "The reason's code"),
                                choice(
                                        "state",
                                        List.of("open", "replayed", "mended", "discarded", "all"),
                                        "Trạng thái; mặc định open",
                                        "The state; open when absent"))
                        .refuses(400)
                        .build(),
                Operation.get(
                                "/api/v1/quarantine/groups",
                                "quarantineGroups",
                                "Các bản ghi còn bị cách ly, gộp theo nguồn, giai đoạn và lý do",
                                "Open refused records by source, stage and reason")
                        .audience(Audience.ADMIN)
                        .with(integer(
                                "limit", 1, 1_000, "Số nhóm tối đa, mặc định 100", "Groups at most, 100 when absent"))
                        .with(
                                texts("source", "Chỉ các nguồn này", "These sources only"),
                                texts("tenant", "Chỉ các cơ quan này", "These authorities only"),
                                text("stage", "Giai đoạn bị từ chối", "The stage that refused it"),
                                text("reason", "Mã lý do", "The reason's code"))
                        .refuses(400)
                        .build(),
                Operation.post(
                                "/api/v1/quarantine/{id}/mend",
                                "mend",
                                "Gửi dạng gốc đã sửa của một bản ghi bị cách ly và chạy lại nó",
                                "Takes the mended raw form of a refused record and replays it")
                        .audience(Audience.ADMIN)
                        .with(path("id", "Số của mục", "The entry's id"))
                        .with(text("note", "Vì sao sửa", "Why it was mended"))
                        .takes("application/octet-stream")
                        .answers(202, JSON)
                        .refuses(400, 404, 409, 413)
                        .build(),
                Operation.get(
                                "/api/v1/quarantine/{id}/mends",
                                "mends",
                                "Ai đã sửa dạng gốc của một bản ghi bị cách ly, khi nào",
                                "Who mended the raw form of a refused record, and when")
                        .audience(Audience.ADMIN)
                        .with(path("id", "Số của mục", "The entry's id"))
                        .refuses(404)
                        .build(),
                Operation.post(
                                "/api/v1/quarantine/{id}/discard",
                                "discard",
                                "Bỏ một bản ghi bị cách ly, có lý do",
                                "Discards a refused record, with a reason")
                        .audience(Audience.ADMIN)
                        .with(path("id", "Số của mục", "The entry's id"))
                        .with(text("reason", "Lý do", "The reason"))
                        .with(flag("confirm", "Xác nhận", "Yes, really"))
                        .refuses(400, 404, 409)
                        .build(),
                Operation.get(
                                "/api/v1/replays",
                                "replays",
                                "Các lượt chạy lại, mới nhất trước",
                                "Replays of refused records, newest first")
                        .audience(Audience.ADMIN)
                        .with(integer(
                                "limit", 1, 1_000, "Số lượt tối đa, mặc định 100", "Jobs at most, 100 when absent"))
                        .with(text("before", "Chỉ các lượt có số nhỏ hơn", "Jobs with a smaller id only"))
                        .refuses(400)
                        .build(),
                Operation.post(
                                "/api/v1/replays",
                                "replay",
                                "Chạy lại các bản ghi bị cách ly qua bộ kết nối hiện tại: chọn theo source, tenant, stage, reason,"
                                        + " since, until, ids; hoặc all",
                                "Sends refused records through the current adapter again: chosen by source, tenant, stage,"
                                        + " reason, since, until, ids; or all")
                        .audience(Audience.ADMIN)
                        .takes(JSON)
                        .answers(202, JSON)
                        .refuses(400, 413, 422)
                        .build(),
                Operation.get("/api/v1/replays/{id}", "replayOne", "Một lượt chạy lại", "One replay")
                        .audience(Audience.ADMIN)
                        .with(path("id", "Số của lượt", "The job's id"))
                        .refuses(404)
                        .build(),
                Operation.get(
                                "/api/v1/replays/{id}/entries",
                                "replayEntries",
                                "Kết quả của từng bản ghi trong một lượt chạy lại",
                                "What came of each entry of a replay")
                        .audience(Audience.ADMIN)
                        .with(path("id", "Số của lượt", "The job's id"))
                        .with(integer(
                                "limit", 1, 1_000, "Số mục tối đa, mặc định 100", "Entries at most, 100 when absent"))
                        .with(
                                text("after", "Chỉ các mục có số lớn hơn", "Entries with a greater id only"),
                                choice(
                                        "outcome",
                                        List.of(
                                                "pending",
                                                "recorded",
                                                "unchanged",
                                                "outdated",
                                                "refused",
                                                "impossible",
                                                "gone"),
                                        "Chỉ kết quả này",
                                        "This outcome only"))
                        .refuses(400, 404)
                        .build(),
                Operation.post("/api/v1/replays/{id}/pause", "replayPause", "Tạm dừng", "Pauses a replay")
                        .audience(Audience.ADMIN)
                        .with(path("id", "Số của lượt", "The job's id"))
                        .refuses(404, 409)
                        .build(),
                Operation.post("/api/v1/replays/{id}/resume", "replayResume", "Chạy tiếp", "Resumes a replay")
                        .audience(Audience.ADMIN)
                        .with(path("id", "Số của lượt", "The job's id"))
                        .refuses(404, 409)
                        .build(),
                Operation.post(
                                "/api/v1/replays/{id}/cancel",
                                "replayCancel",
                                "Hủy: phần đã chạy giữ nguyên, phần còn lại vẫn mở",
                                "Cancels a replay: what was replayed stays, the rest stays open")
                        .audience(Audience.ADMIN)
                        .with(path("id", "Số của lượt", "The job's id"))
                        .refuses(404, 409)
                        .build(),
                Operation.get("/api/v1/quarantine/{id}", "quarantined", "Một bản ghi bị cách ly", "One refused record")
                        .with(path("id", "Số của mục", "The entry's id"))
                        .with(flag(
                                "raw",
                                "Trả về dạng gốc; cần mức dữ liệu cá nhân full",
                                "Answer with the raw form; takes personal level full"))
                        .answers(200, JSON, "application/octet-stream")
                        .refuses(403, 404)
                        .build(),
                Operation.get(
                                "/api/v1/quarantine/{id}/raw",
                                "quarantinedRaw",
                                "Dạng gốc của một bản ghi bị cách ly",
                                "The raw form of a refused record")
                        .with(path("id", "Số của mục", "The entry's id"))
                        .answers(200, "application/octet-stream")
                        .refuses(403, 404)
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
                        .build(),
                Operation.get(
                                "/api/v1/deployments",
                                "deployments",
                                "Kết quả triển khai các tệp",
                                "The verdict on every deployed file")
                        .audience(Audience.ADMIN)
                        .build(),
                Operation.post(
                                "/api/v1/deployments",
                                "deploy",
                                "Triển khai một tệp (.jar, .kar, .yaml)",
                                "Deploys a file (.jar, .kar, .yaml)")
                        .audience(Audience.ADMIN)
                        .with(text("file", "Tên tệp", "The file's name"))
                        .with(text(
                                "dryRun",
                                "true: chỉ nói trước điều sẽ xảy ra, không thay đổi gì, trả lời 200",
                                "true: only says what would happen, changes nothing, answers 200"))
                        .takes("application/octet-stream")
                        .answers(201, JSON)
                        .refuses(400, 413, 422)
                        .build(),
                Operation.post(
                                "/api/v1/tickets",
                                "createTicket",
                                "Xin vé một phút để mở luồng sự kiện từ trình duyệt",
                                "Gives a one-minute ticket to open an event stream from a browser")
                        .answers(201, JSON)
                        .refuses(401)
                        .build(),
                Operation.get("/api/v1/keys", "keys", "Các khóa truy cập", "The access keys")
                        .audience(Audience.ADMIN)
                        .build(),
                Operation.post(
                                "/api/v1/keys",
                                "createKey",
                                "Tạo khóa; giá trị chỉ hiện một lần",
                                "Makes a key; its value is shown once")
                        .audience(Audience.ADMIN)
                        .takes(JSON)
                        .answers(201, JSON)
                        .refuses(400, 415)
                        .build(),
                Operation.post(
                                "/api/v1/keys/{id}/rotate",
                                "rotateKey",
                                "Thay một khóa: khóa mới có cùng quyền, khóa cũ còn dùng được thêm một thời gian",
                                "Replaces a key: the new one has the same rights, the old one ends after an overlap")
                        .audience(Audience.ADMIN)
                        .with(path("id", "Mã khóa", "The key's id"))
                        .with(integer(
                                "overlap",
                                0,
                                24 * 90,
                                "Số giờ khóa cũ còn dùng được, mặc định 24",
                                "Hours for which the old key stays usable, 24 when absent"))
                        .answers(201, JSON)
                        .refuses(400, 404)
                        .build(),
                Operation.delete("/api/v1/keys/{id}", "revokeKey", "Thu hồi một khóa", "Revokes a key")
                        .audience(Audience.ADMIN)
                        .with(path("id", "Mã khóa", "The key's id"))
                        .answers(204)
                        .refuses(404)
                        .build(),
                Operation.post(
                                "/api/v1/ingest/{source}",
                                "ingest",
                                "Nguồn đẩy một bản tin vào hub; trả lời khi đã lưu bền vững",
                                "A source pushes a message; answered once it is durable")
                        .with(
                                path("source", "Mã nguồn", "The source's id"),
                                header(
                                        "Idempotency-Key",
                                        "Tên của bản tin: gửi lại cùng tên không tạo bản ghi mới",
                                        "The message's name: sent again, it changes nothing"))
                        .takes("*/*")
                        .refuses(400, 401, 403, 404, 409, 413, 429, 503)
                        .build(),
                Operation.get(
                                "/api/v1/subscriptions",
                                "subscriptions",
                                "Các đăng ký webhook của khóa này; quản trị viên thấy tất cả",
                                "The webhooks of this key; an administrator sees all")
                        .build(),
                Operation.post(
                                "/api/v1/subscriptions",
                                "createSubscription",
                                "Đăng ký webhook; bí mật của chữ ký chỉ hiện một lần",
                                "Makes a webhook; the secret of its signatures is shown once")
                        .takes(JSON)
                        .answers(201, JSON)
                        .refuses(400, 401, 403, 409, 410, 413, 415)
                        .build(),
                Operation.get(
                                "/api/v1/subscriptions/{id}",
                                "subscription",
                                "Một đăng ký và tình trạng gửi",
                                "A webhook and how its delivery stands")
                        .with(SUBSCRIPTION)
                        .refuses(404)
                        .build(),
                Operation.patch(
                                "/api/v1/subscriptions/{id}",
                                "changeSubscription",
                                "Sửa một đăng ký; mục không ghi giữ nguyên, bộ lọc ghi trọn",
                                "Changes a webhook; what is left out stays, a filter is given as a whole")
                        .with(SUBSCRIPTION)
                        .takes(JSON)
                        .refuses(400, 403, 404, 409, 410, 413, 415)
                        .build(),
                Operation.delete(
                                "/api/v1/subscriptions/{id}",
                                "deleteSubscription",
                                "Xóa một đăng ký",
                                "Deletes a webhook")
                        .with(SUBSCRIPTION)
                        .answers(204)
                        .refuses(404)
                        .build(),
                Operation.post(
                                "/api/v1/subscriptions/{id}/pause",
                                "pauseSubscription",
                                "Tạm dừng gửi",
                                "Pauses the delivery")
                        .with(SUBSCRIPTION)
                        .refuses(404, 409)
                        .build(),
                Operation.post(
                                "/api/v1/subscriptions/{id}/resume",
                                "resumeSubscription",
                                "Gửi tiếp từ chỗ đã dừng",
                                "Goes on where the delivery stopped")
                        .with(SUBSCRIPTION)
                        .refuses(404, 409)
                        .build(),
                Operation.post(
                                "/api/v1/subscriptions/{id}/rewind",
                                "rewindSubscription",
                                "Gửi lại từ sau một con trỏ",
                                "Delivers again what comes after a cursor")
                        .with(SUBSCRIPTION)
                        .with(text(
                                "after",
                                "Một con trỏ của hub, oldest hoặc newest",
                                "A cursor of the hub, oldest or newest"))
                        .refuses(400, 404, 409, 410)
                        .build(),
                Operation.post(
                                "/api/v1/subscriptions/{id}/secret",
                                "rotateSubscriptionSecret",
                                "Tạo bí mật mới; bí mật cũ còn ký song song trong overlapSeconds giây (mặc định một ngày)",
                                "Makes a new secret; the old one signs beside it for overlapSeconds (a day when absent)")
                        .with(SUBSCRIPTION)
                        .takes(JSON)
                        .refuses(400, 404, 409, 413)
                        .build(),
                Operation.get(
                                "/api/v1/subscriptions/{id}/grant",
                                "grantSubscription",
                                "Nơi nhận đồng ý, theo liên kết WebHook-Request-Callback",
                                "The receiver agrees, by the link of WebHook-Request-Callback")
                        .audience(Audience.EVERYONE)
                        .with(SUBSCRIPTION, TOKEN, ALLOWED_RATE)
                        .refuses(401)
                        .build(),
                Operation.post(
                                "/api/v1/subscriptions/{id}/grant",
                                "grantSubscriptionByPost",
                                "Nơi nhận đồng ý, theo liên kết WebHook-Request-Callback",
                                "The receiver agrees, by the link of WebHook-Request-Callback")
                        .audience(Audience.EVERYONE)
                        .with(SUBSCRIPTION, TOKEN, ALLOWED_RATE)
                        .refuses(401)
                        .build(),
                Operation.get("/health/live", "live", "Tiến trình còn sống", "The process is alive")
                        .audience(Audience.EVERYONE)
                        .build(),
                Operation.get("/health/ready", "ready", "Hub đã sẵn sàng", "The hub is ready")
                        .audience(Audience.EVERYONE)
                        .refuses(503)
                        .build(),
                Operation.get(
                                "/api/v1/audit",
                                "audit",
                                "Nhật ký truy cập và thay đổi, mới nhất trước; verify=true kiểm tra tính toàn vẹn",
                                "The audit trail, newest first; verify=true checks its chain")
                        .audience(Audience.ADMIN)
                        .with(
                                text("actor", "Người thực hiện", "Who did it"),
                                text("action", "Hành động", "What was done"),
                                text("target", "Đối tượng", "What it was done to"),
                                formatted("since", "date-time", "Từ thời điểm này", "At or after this time"),
                                formatted("until", "date-time", "Trước thời điểm này", "Before this time"),
                                integer(
                                        "before",
                                        1,
                                        Integer.MAX_VALUE,
                                        "Chỉ mục nhỏ hơn số này",
                                        "Smaller numbers only"),
                                integer(
                                        "limit",
                                        1,
                                        10_000,
                                        "Số mục tối đa, mặc định 100",
                                        "Entries at most, 100 when absent"),
                                flag("verify", "Kiểm tra chuỗi băm", "Check the chain of hashes"))
                        .refuses(400, 401, 403)
                        .build(),
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
                        .build(),
                Operation.get("/metrics", "metrics", "Số đo dạng Prometheus", "Figures as Prometheus text")
                        .answers(200, "text/plain")
                        .build());
    }
}
