package org.iochub.routes.urbansecurity.internal;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.iochub.api.Secret;
import org.iochub.api.Setting;
import org.iochub.api.read.MissingOffset;

/** What an instance is told. */
public record UrbanSecuritySettings(
        @Setting(
                vi =
                        "Địa chỉ danh mục cảnh báo (Atom, RSS) hoặc của chính cảnh báo; hoặc thư mục, dạng file:/đường/dẫn",
                en = "Address of the index of alerts (Atom, RSS) or of an alert itself; or a directory, file:/path",
                example = "https://canh-bao.example/cap/index.atom")
        URI url,

        @Setting(
                vi = "Khóa gửi trong tiêu đề Authorization (Bearer), dạng env:TÊN hoặc file:/đường/dẫn",
                en = "Key to send in the header Authorization (Bearer), as env:NAME or file:/path",
                example = "env:CAP_KEY")
        Optional<Secret> apiKey,

        @Setting(vi = "Chu kỳ hỏi", en = "How often to ask", byDefault = "1m", min = 1)
        Duration period,

        @Setting(vi = "Thời gian chờ kết nối", en = "How long to wait for a connection", byDefault = "10s", min = 1)
        Duration connectTimeout,

        @Setting(
                vi = "Thời gian chờ nhận trọn một tài liệu",
                en = "How long to wait for a whole document",
                byDefault = "30s",
                min = 1)
        Duration responseTimeout,

        @Setting(
                vi = "Dung lượng tối đa của một tài liệu (byte, sau giải nén)",
                en = "Largest document, in bytes after decompression",
                byDefault = "2097152",
                min = 1_024,
                max = 33_554_432)
        long maxBytes,

        @Setting(
                vi = "Số cảnh báo tối đa lấy từ danh mục mỗi chu kỳ",
                en = "Most alerts to fetch of the index in each period",
                byDefault = "200",
                min = 1,
                max = 2_000)
        int maxAlerts,

        @Setting(
                vi = "Phạm vi phổ biến (scope) được nhận; cảnh báo phạm vi khác bị bỏ qua",
                en = "The scopes that are taken; alerts of others are left out",
                byDefault = "Public,Restricted")
        List<String> scopes,

        @Setting(
                vi = "Các tên geocode chứa mã đơn vị hành chính",
                en = "Names of geocodes that hold the code of an administrative unit",
                byDefault = "maDVHC,GSO")
        List<String> geocodes,

        @Setting(
                vi = "Đơn vị hành chính bao trùm, để tìm xã, phường theo areaDesc trong phạm vi đó",
                en = "The unit within which communes are looked up by areaDesc",
                pattern = "[0-9]{1,8}(@[0-9-]{10})?(;[0-9]{1,8}(@[0-9-]{10})?)*",
                example = "49;48")
        Optional<String> within,

        @Setting(
                vi = "Thời điểm không ghi múi giờ: local, utc hoặc refuse",
                en = "A time without an offset: local, utc or refuse",
                byDefault = "local")
        MissingOffset missingOffset) {}
