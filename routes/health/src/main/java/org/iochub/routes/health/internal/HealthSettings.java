package org.iochub.routes.health.internal;

import java.util.List;
import java.util.Optional;
import org.iochub.api.Setting;

/** What an instance is told. */
public record HealthSettings(
        @Setting(
                vi = "Mã cơ sở khám, chữa bệnh (MACSKCB) = mã đơn vị hành chính nơi cơ sở đặt trụ sở",
                en = "Facility code (MACSKCB) = code of the administrative unit where it lies",
                pattern = "[0-9]{5}=[0-9]{1,8}(@[0-9-]{10})?(;[0-9]{1,8}(@[0-9-]{10})?)*",
                example = "51901=21025@2025-07-01,51902=21439@2025-07-01;534@2025-01-01")
        List<String> facilities,

        @Setting(
                vi =
                        "Mã đơn vị hành chính của những cơ sở không có trong facilities; bỏ trống thì gói của chúng bị từ chối",
                en = "Code of the administrative unit of facilities that facilities does not list; without it their"
                        + " packages are refused",
                pattern = "[0-9]{1,8}(@[0-9-]{10})?(;[0-9]{1,8}(@[0-9-]{10})?)*",
                example = "51")
        Optional<String> area,

        @Setting(
                vi = "Một gói là số liệu trọn một ngày (day) hay lũy kế từ đầu tháng (month) của NGAYLAP",
                en = "Whether a package holds the whole day (day) or the month so far (month) of NGAYLAP",
                byDefault = "day")
        Span period,

        @Setting(
                vi = "Nhóm bệnh có ít lượt hơn số này được gộp vào nhóm «other» để không lộ danh tính",
                en = "Disease groups with fewer visits are merged into the group other, so that nobody is identified",
                byDefault = "5",
                min = 1,
                max = 1_000)
        int smallest,

        @Setting(
                vi =
                        "MA_LOAI_KCB = loại lượt khám (outpatient ngoại trú, inpatient nội trú); mã không có ở đây bị từ chối",
                en = "MA_LOAI_KCB = kind of visit (outpatient or inpatient); one that is not listed is refused",
                byDefault =
                        "1=outpatient,2=outpatient,3=inpatient,01=outpatient,02=outpatient,03=inpatient,04=inpatient,"
                                + "05=outpatient,06=inpatient,07=outpatient,08=outpatient,09=inpatient",
                pattern = "[0-9]{1,3}=(outpatient|inpatient)")
        List<String> visitKinds,

        @Setting(
                vi = "Tiêu đề HTTP chứa thời điểm gửi gói (RFC 3339); bỏ trống thì NGAYLAP rồi thứ tự đến quyết định",
                en =
                        "HTTP header with the time at which the package was sent (RFC 3339); without it NGAYLAP and then the"
                                + " order of arrival decide",
                pattern = "[A-Za-z0-9-]{1,64}",
                example = "X-Sent-At")
        Optional<String> sentHeader,

        @Setting(
                vi = "Dung lượng tối đa của một tệp trong gói (byte, sau giải mã)",
                en = "Largest file within a package, in bytes after decoding",
                byDefault = "16777216",
                min = 1_024,
                max = 268_435_456)
        long maxFileBytes,

        @Setting(
                vi = "Dung lượng tối đa của một gói (byte)",
                en = "Largest package, in bytes",
                byDefault = "268435456",
                min = 1_024,
                max = 1_073_741_824)
        long maxPackageBytes) {}
