package org.iochub.routes.dossiers.internal;

import java.util.Optional;
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
        String supplementDoneField) {}
