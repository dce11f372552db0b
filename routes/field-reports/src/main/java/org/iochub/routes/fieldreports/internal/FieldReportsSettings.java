package org.iochub.routes.fieldreports.internal;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.iochub.api.Secret;
import org.iochub.api.Setting;
import org.iochub.api.read.MissingOffset;

/** What an instance is told. */
public record FieldReportsSettings(
        @Setting(
                vi = "Địa chỉ gốc của dịch vụ Open311, nơi có requests.json",
                en = "Base address of the Open311 service, where requests.json lies",
                example = "https://phan-anh.example/open311/v2/")
        URI url,

        @Setting(
                vi = "Mã địa bàn (jurisdiction_id) gửi kèm yêu cầu",
                en = "jurisdiction_id to ask for",
                example = "quang-nam")
        Optional<String> jurisdiction,

        @Setting(
                vi = "Khóa truy cập, dạng env:TÊN hoặc file:/đường/dẫn",
                en = "API key, as env:NAME or file:/path",
                example = "env:OPEN311_KEY")
        Optional<Secret> apiKey,

        @Setting(
                vi = "Tên tiêu đề HTTP mang khóa; bỏ trống thì khóa đi trong tham số api_key",
                en = "HTTP header that carries the key; without it the key goes as the parameter api_key",
                pattern = "[A-Za-z0-9-]{1,64}",
                example = "X-Api-Key")
        Optional<String> apiKeyHeader,

        @Setting(vi = "Chu kỳ hỏi", en = "How often to ask", byDefault = "5m", min = 1)
        Duration period,

        @Setting(vi = "Thời gian chờ kết nối", en = "How long to wait for a connection", byDefault = "10s", min = 1)
        Duration connectTimeout,

        @Setting(
                vi = "Thời gian chờ nhận trọn một trang",
                en = "How long to wait for a whole page",
                byDefault = "60s",
                min = 1)
        Duration responseTimeout,

        @Setting(vi = "Số phản ánh mỗi trang", en = "Reports per page", byDefault = "100", min = 1, max = 1_000)
        int pageSize,

        @Setting(
                vi = "Số trang tối đa mỗi chu kỳ; phần còn lại đọc ở chu kỳ sau",
                en = "Most pages per period; the rest follows in the next one",
                byDefault = "200",
                min = 1,
                max = 10_000)
        int maxPages,

        @Setting(
                vi = "Dung lượng tối đa của một trang (byte, sau giải nén)",
                en = "Largest page, in bytes after decompression",
                byDefault = "4194304",
                min = 1_024,
                max = 67_108_864)
        long maxPageBytes,

        @Setting(
                vi = "Máy chủ chọn phản ánh theo thời điểm nào",
                en = "By which time the server selects",
                byDefault = "updated-after")
        TimeParameter timeParameter,

        @Setting(
                vi = "Lần đầu đọc ngược về trước bao lâu",
                en = "How far back the first reading goes",
                byDefault = "90d",
                min = 1)
        Duration history,

        @Setting(
                vi = "Đọc chồng lên trước mốc đã đọc bao lâu, để không sót phản ánh ghi muộn",
                en = "How far behind the watermark each reading starts, so that late commits are not lost",
                byDefault = "10m",
                min = 1)
        Duration overlap,

        @Setting(
                vi = "Mỗi ngày một lần đọc chồng xa hơn, bao lâu",
                en = "How far behind the watermark the wider reading of each day starts",
                byDefault = "2d",
                min = 1)
        Duration nightlyOverlap,

        @Setting(
                vi = "Giờ của lần đọc xa hơn đó, theo giờ địa phương",
                en = "When that wider reading is due, local time",
                byDefault = "02:00",
                pattern = "([01][0-9]|2[0-3]):[0-5][0-9]")
        String nightlyAt,

        @Setting(
                vi = "Trạng thái của nguồn = trạng thái dùng chung (received, assigned, in-process, answered, closed,"
                        + " rejected); trạng thái không có ở đây bị từ chối",
                en = "Status of the source = status of the shared model (received, assigned, in-process, answered,"
                        + " closed, rejected); one that is not listed is refused",
                byDefault = "open=received,closed=closed",
                example = "open=received,in_progress=in-process,closed=closed")
        List<String> statusMap,

        @Setting(
                vi = "Các trường chứa trạng thái, trường đầu tiên có giá trị được dùng",
                en = "The fields that may hold the status; the first that is filled counts",
                byDefault = "status",
                example = "extended_status,status")
        List<String> statusFields,

        @Setting(
                vi = "Thời điểm không ghi múi giờ: local, utc hoặc refuse",
                en = "A time without an offset: local, utc or refuse",
                byDefault = "local")
        MissingOffset missingOffset,

        @Setting(
                vi = "Đơn vị hành chính bao trùm, để tìm xã, phường theo địa chỉ trong phạm vi đó",
                en = "The unit within which communes are looked up by address",
                pattern = "[0-9]{1,8}(@[0-9-]{10})?(;[0-9]{1,8}(@[0-9-]{10})?)*",
                example = "49;48")
        Optional<String> within,

        @Setting(
                vi = "Mã địa bàn = mã đơn vị hành chính, dùng khi địa chỉ không nói rõ hơn",
                en = "jurisdiction_id = code of the unit, for addresses that say nothing narrower",
                byDefault = "",
                example = "quang-nam=49;48")
        List<String> areas,

        @Setting(
                vi = "Danh mục trạng thái có sẵn: basic (chỉ statusMap) hoặc extended (thêm các trạng thái mở rộng"
                        + " thường gặp như in_progress, duplicate); statusMap bổ sung và sửa",
                en = "Statuses known beforehand: basic (statusMap alone) or extended (with the additional ones in use,"
                        + " such as in_progress, duplicate); statusMap adds to them and changes them",
                byDefault = "basic")
        StatusList statusList) {}
