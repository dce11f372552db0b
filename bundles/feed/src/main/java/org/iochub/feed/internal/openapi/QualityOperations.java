package org.iochub.feed.internal.openapi;

import static org.iochub.feed.internal.openapi.Parameter.choice;
import static org.iochub.feed.internal.openapi.Parameter.flag;
import static org.iochub.feed.internal.openapi.Parameter.formatted;
import static org.iochub.feed.internal.openapi.Parameter.integer;
import static org.iochub.feed.internal.openapi.Parameter.text;

import java.util.Arrays;
import java.util.List;
import org.iochub.core.quality.Measure;

/** How good the data are. */
final class QualityOperations {
    private static final Parameter TENANT = text("tenant", "Địa phương", "The authority");
    private static final Parameter SOURCE = text("source", "Nguồn", "The source");
    private static final Parameter TYPE = text("type", "Loại bản ghi", "The record type");
    private static final Parameter DAY =
            formatted("day", "date", "Ngày (Asia/Ho_Chi_Minh)", "The day (Asia/Ho_Chi_Minh)");
    private static final Parameter LIMIT =
            integer("limit", 1, 1_000, "Số mục tối đa, mặc định 100", "Entries at most, 100 when absent");
    private static final Parameter AFTER =
            text("after", "Từ liên kết rel=\"next\" của trang trước", "From the rel=\"next\" link of the page before");

    private QualityOperations() {}

    static List<Operation> all() {
        return List.of(
                Operation.get(
                                "/api/v1/quality",
                                "quality",
                                "Bảng điểm chất lượng dữ liệu «đúng, đủ, sạch, sống» theo ngày, nguồn và loại bản ghi",
                                "The scorecard of data quality by day, source and record type")
                        .audience(Audience.VIEWER)
                        .with(
                                TENANT,
                                SOURCE,
                                TYPE,
                                DAY,
                                formatted("from", "date", "Từ ngày", "From this day on"),
                                formatted("to", "date", "Đến hết ngày", "Up to this day"),
                                LIMIT,
                                AFTER)
                        .refuses(400)
                        .build(),
                Operation.get(
                                "/api/v1/quality/behind",
                                "qualityBehind",
                                "Các bản ghi, mục cách ly, đơn vị hoặc kỳ đứng sau một con số",
                                "The records, refused records, units or spans behind a figure")
                        .audience(Audience.VIEWER)
                        .with(
                                TENANT,
                                SOURCE,
                                TYPE,
                                DAY,
                                choice(
                                        "measure",
                                        Arrays.stream(Measure.values())
                                                .map(Measure::wireName)
                                                .toList(),
                                        "Chỉ số",
                                        "The measure"),
                                flag("all", "Cả những mục đạt", "Those that are as they should be, too"),
                                LIMIT,
                                AFTER)
                        .refuses(400, 404)
                        .build(),
                Operation.get(
                                "/api/v1/quality/rules",
                                "qualityRules",
                                "Định nghĩa đang dùng cho từng loại bản ghi và từng nguồn",
                                "The definitions in force, by record type and source")
                        .audience(Audience.VIEWER)
                        .build());
    }
}
