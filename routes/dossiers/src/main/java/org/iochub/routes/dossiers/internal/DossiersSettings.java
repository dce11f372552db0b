package org.iochub.routes.dossiers.internal;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.iochub.api.Secret;
import org.iochub.api.Setting;
import org.iochub.model.number.NumberStyle;

/** One one-stop system of one authority. */
public record DossiersSettings(
        @Setting(
                vi =
                        "Cách dùng LoaiDoiTuong của nguồn: citizen1 (1 công dân, 2 doanh nghiệp) hoặc citizen0 (0 công dân,"
                                + " 1 doanh nghiệp, 2 hộ kinh doanh)",
                en = "How the source uses LoaiDoiTuong: citizen1 (1 citizen, 2 business) or citizen0 (0 citizen,"
                        + " 1 business, 2 household business)",
                example = "citizen1")
        ApplicantDialect applicantKinds,

        @Setting(
                vi = "Trạng thái của nguồn = trạng thái quốc gia (1 đến 10), cách nhau bằng dấu phẩy; không khai thì"
                        + " nguồn dùng đúng danh mục quốc gia",
                en = "Status of the source = national status (1 to 10), separated by commas; without it the source uses"
                        + " the national list",
                example = "0=1,1=2,5=4")
        Optional<String> statusMap,

        @Setting(
                vi = "Mã cơ quan = mã đơn vị hành chính, cách nhau bằng dấu phẩy",
                en = "Organisation code = area code, separated by commas",
                example = "000.00.53.H48=524,H48.53=21034@2025-07-01")
        Optional<String> areas,

        @Setting(
                vi =
                        "Số thứ tự cấp 2 của mã cơ quan từ đây trở lên là huyện (trước 01/7/2025) hoặc xã; dưới đó là sở, ban, ngành",
                en = "Second-level numbers of organisation codes from here on are districts (before 2025-07-01) or"
                        + " communes; lower ones are departments",
                byDefault = "40",
                min = 1,
                max = 1000)
        int localFrom,

        @Setting(
                vi = "Cách viết số tiền dạng chữ: vi là 1.234,5; en là 1,234.5",
                en = "How amounts in text are written: vi is 1.234,5; en is 1,234.5",
                byDefault = "vi")
        NumberStyle numbers,

        @Setting(vi = "Trường chứa thời điểm cập nhật", en = "Field with the update time", byDefault = "NgayCapNhat")
        String updatedField,

        @Setting(
                vi = "Trường chứa danh sách hồ sơ liên thông",
                en = "Field with the linked dossiers",
                byDefault = "DanhSachHoSoLienThong")
        String linksField,

        @Setting(
                vi = "Trường số tiền trong DanhSachLePhi",
                en = "Field with the amount in DanhSachLePhi",
                byDefault = "SoTien")
        String feeField,

        @Setting(
                vi = "Trường thời điểm yêu cầu bổ sung trong DanhSachHoSoBoSung",
                en = "Field with the time a supplement was asked for in DanhSachHoSoBoSung",
                byDefault = "NgayBoSung")
        String supplementAskedField,

        @Setting(
                vi = "Trường thời điểm nhận được bổ sung trong DanhSachHoSoBoSung",
                en = "Field with the time the supplement was received in DanhSachHoSoBoSung",
                byDefault = "NgayTiepNhanBoSung")
        String supplementDoneField,

        @Setting(
                vi = "Danh mục trạng thái của nguồn: national (1 đến 10) hoặc twenty (0 đến 19); statusMap sửa từng mã"
                        + " của danh mục đã chọn, không chọn thì statusMap thay cho cả danh mục",
                en = "The source's list of states: national (1 to 10) or twenty (0 to 19); statusMap changes codes of"
                        + " the list chosen, or, when none is, stands in its place",
                example = "twenty")
        Optional<StatusList> statusList,

        @Setting(
                vi = "Địa chỉ dịch vụ để hub hỏi định kỳ; không khai thì chỉ nhận những gì nguồn đẩy đến",
                en = "Address of the service that the hub asks; without it only what the source pushes is taken",
                example = "https://mot-cua.example/api/dong-bo")
        Optional<URI> url,

        @Setting(
                vi = "Hỏi gì: dossiers (DongBoHoSoMC) hoặc steps (CapNhatTienDoHoSoMC); mỗi loại một cấu hình",
                en = "What to ask for: dossiers (DongBoHoSoMC) or steps (CapNhatTienDoHoSoMC); an instance for each",
                byDefault = "dossiers")
        Polled polled,

        @Setting(
                vi = "Khóa truy cập (Authorization: Bearer), dạng env:TÊN hoặc file:/đường/dẫn",
                en = "Access token (Authorization: Bearer), as env:NAME or file:/path",
                example = "env:DOSSIERS_TOKEN")
        Optional<Secret> token,

        @Setting(
                vi = "Tên tham số: cập nhật từ lúc, số trang, số dòng mỗi trang",
                en = "Names of the parameters: changed since, number of the page, entries per page",
                byDefault = "capNhatTu,trang,soDong")
        List<String> parameters,

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

        @Setting(vi = "Số dòng mỗi trang", en = "Entries per page", byDefault = "100", min = 1, max = 1_000)
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
                vi = "Lần đầu đọc ngược về trước bao lâu",
                en = "How far back the first reading goes",
                byDefault = "90d",
                min = 1)
        Duration history,

        @Setting(
                vi = "Đọc chồng lên trước mốc đã đọc bao lâu, để không sót hồ sơ ghi muộn",
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
        String nightlyAt) {}
