package org.iochub.routes.petitions.internal;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.iochub.api.Secret;
import org.iochub.api.Setting;
import org.iochub.api.read.MissingOffset;

/** What an instance is told. */
public record PetitionsSettings(
        @Setting(
                vi = "Địa chỉ dịch vụ SOAP (không kèm ?wsdl)",
                en = "Address of the SOAP service, without ?wsdl",
                example = "https://kien-nghi.example/services/PhanAnhKienNghi")
        URI url,

        @Setting(vi = "Tên đăng nhập (HTTP Basic)", en = "User name (HTTP Basic)", example = "ioc")
        Optional<String> user,

        @Setting(
                vi = "Mật khẩu, dạng env:TÊN hoặc file:/đường/dẫn",
                en = "Password: env:NAME or file:/path",
                example = "env:PAKN_PASSWORD")
        Optional<Secret> password,

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

        @Setting(vi = "Số phản ánh mỗi trang", en = "Petitions per page", byDefault = "100", min = 1, max = 1_000)
        int pageSize,

        @Setting(
                vi = "Số trang tối đa mỗi chu kỳ; phần còn lại đọc ở chu kỳ sau",
                en = "Most pages per period; the rest follows in the next one",
                byDefault = "200",
                min = 1,
                max = 10_000)
        int maxPages,

        @Setting(
                vi = "Dung lượng tối đa của một trang (byte)",
                en = "Largest page, in bytes",
                byDefault = "4194304",
                min = 1_024,
                max = 33_554_432)
        long maxPageBytes,

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
                byDefault = "1=received,2=assigned,3=in-process,4=answered,5=closed,6=rejected",
                example = "1=received,2=in-process,3=closed")
        List<String> statusMap,

        @Setting(
                vi = "Thời điểm không ghi múi giờ: local, utc hoặc refuse",
                en = "A time without an offset: local, utc or refuse",
                byDefault = "local")
        MissingOffset missingOffset) {}
