package org.iochub.routes.health.internal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.iochub.api.Setting;

/** Settings and packages for tests. Nobody in them is real. */
final class Example {
    /** Whatever a test puts into a package that is a person's. */
    static final List<String> PERSONAL = List.of(
            "Nguyễn Thị Mẫu",
            "Trần Văn Thử",
            "Lê Thị Giả Định",
            "Phạm Không Thật",
            "051185000001",
            "051085000002",
            "051190000003",
            "051290000004",
            "0900000001",
            "Không Có Thật",
            "BN-MAU",
            "51901.MAU",
            "DN451519");

    private Example() {}

    static HealthSettings settings() {
        return settings(Span.DAY, 5, Optional.empty(), 1 << 20);
    }

    static HealthSettings settings(Span span, int smallest, Optional<String> sentHeader, long maxFileBytes) {
        return new HealthSettings(
                List.of("51901=21025@2025-07-01", "51902=21439@2025-07-01;534@2025-01-01"),
                Optional.empty(),
                span,
                smallest,
                visitKinds(),
                sentHeader,
                maxFileBytes,
                16 << 20);
    }

    private static List<String> visitKinds() {
        return Stream.of(HealthSettings.class.getRecordComponents())
                .filter(component -> component.getName().equals("visitKinds"))
                .map(component -> component.getAnnotation(Setting.class).byDefault())
                .flatMap(list -> Stream.of(list.split(",")))
                .toList();
    }

    static String wrap(String... records) {
        return from("51901", "20260301", Integer.toString(records.length), records);
    }

    static String from(String facility, String day, String count, String... records) {
        return Stream.of(records)
                .collect(Collectors.joining(
                        "",
                        "<GIAMDINHHS><THONGTINDONVI><MACSKCB>" + facility + "</MACSKCB></THONGTINDONVI><THONGTINHOSO>"
                                + "<NGAYLAP>" + day + "</NGAYLAP><SOLUONGHOSO>" + count
                                + "</SOLUONGHOSO><DANHSACHHOSO>",
                        "</DANHSACHHOSO></THONGTINHOSO><CHUKYDONVI/></GIAMDINHHS>"));
    }

    /** Every column is a person's but the four that are read. */
    static String xml1(String kind, String disease, String from, String to) {
        return "<TONG_HOP><MA_LK>51901.MAU.1</MA_LK><HO_TEN>Nguyễn Thị Mẫu</HO_TEN><SO_CCCD>051185000001</SO_CCCD>"
                + "<DIEN_THOAI>0900000001</DIEN_THOAI><MA_LOAI_KCB>" + kind + "</MA_LOAI_KCB><MA_BENH_CHINH>" + disease
                + "</MA_BENH_CHINH><NGAY_VAO>" + from + "</NGAY_VAO><NGAY_RA>" + to + "</NGAY_RA></TONG_HOP>";
    }

    static String visit(String kind, String disease) {
        return hoso("XML1", base64(xml1(kind, disease, "202603010800", "202603010930")));
    }

    static String[] visits(int count, String kind, String disease) {
        return Stream.generate(() -> visit(kind, disease)).limit(count).toArray(String[]::new);
    }

    static String hoso(String type, String content) {
        return "<HOSO><FILEHOSO><LOAIHOSO>" + type + "</LOAIHOSO><NOIDUNGFILE>" + content
                + "</NOIDUNGFILE></FILEHOSO></HOSO>";
    }

    static String base64(String xml) {
        return Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8));
    }
}
