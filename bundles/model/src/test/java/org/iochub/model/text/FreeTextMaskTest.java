package org.iochub.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FreeTextMaskTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Gọi 0912345678 nhé|Gọi *******678 nhé",
                "0912.345.678|****.***.678",
                "0912 345 678, 0355-123-456|**** *** 678, ****-***-456",
                "+84912345678|+********678",
                "+84 912 345 678|+** *** *** 678",
                "84912345678|********678",
                "(+84) 912 345 678|(+**) *** *** 678",
                "0084912345678|**********678",
                "+84 (0) 912345678|+** (*) ******678",
                "01234567890|********890",
                "máy bàn 0255 3822 123|máy bàn **** **** 123",
                "CCCD 051203012345|CCCD *********345",
                "số 051 203 012 345 cấp|số *** *** *** 345 cấp",
                "số 051203012345, ĐT 0912345678|số *********345, ĐT *******678",
                "căn cước: 123456789012|căn cước: *********012",
                "CMND số 212345678|CMND số ******678",
                "chứng minh nhân dân 212 345 678|chứng minh nhân dân *** *** 678",
                "thẻ DN4515112345678|thẻ ************678",
                "thẻ DN 4 51 51 123 45678|thẻ ** * ** ** *** **678",
                "BHYT 5112345678|BHYT *******678",
                "Zalo 912345678|Zalo ******678",
                "STK 101012345678 ngân hàng|STK *********678 ngân hàng",
                "thư nguyen.van.a@vi-du.vn gửi|thư ******.***.*@**-**.** gửi",
            })
    void masksWhatIdentifies(String text, String masked) {
        assertThat(FreeTextMask.mask(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hồ sơ 000.00.53.H48-230315-0001 và H48.15-230315-0001",
                "Hồ sơ H48.15-091234-5678 đã trả",
                "Thủ tục 1.001193.000.00.00.H48, 1.001612",
                "Công văn số 1295/UBND-KGVX ngày 24/3/2022",
                "Từ 09-12-2024 10:30 đến 15.12.2024 11:30",
                "Kinh phí 1.234.567.890 đồng",
                "Biên lai 123456789012",
                "Tọa độ 14.800812, 108.959345",
                "Không có số nào",
                "",
                "Mã trạm HN_ABCD_NUO001_20260101120000",
            })
    void leavesTheRestAlone(String text) {
        assertThat(FreeTextMask.mask(text)).isSameAs(text);
    }
}
