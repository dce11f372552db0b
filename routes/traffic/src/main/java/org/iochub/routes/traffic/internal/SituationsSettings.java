package org.iochub.routes.traffic.internal;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.iochub.api.Secret;
import org.iochub.api.Setting;
import org.iochub.api.read.MissingOffset;

/** What an instance of {@code traffic-situations} is told. */
public record SituationsSettings(
        @Setting(
                vi = "Địa chỉ bản tin DATEX II (SituationPublication)",
                en = "Address of the DATEX II publication (SituationPublication)",
                example = "https://giao-thong.example/datex/situations.xml")
        URI url,

        @Setting(
                vi = "Khóa gửi trong tiêu đề Authorization (Bearer), dạng env:TÊN hoặc file:/đường/dẫn",
                en = "Key to send in the header Authorization (Bearer), as env:NAME or file:/path",
                example = "env:DATEX_KEY")
        Optional<Secret> apiKey,

        @Setting(vi = "Chu kỳ hỏi", en = "How often to ask", byDefault = "1m", min = 1)
        Duration period,

        @Setting(vi = "Thời gian chờ kết nối", en = "How long to wait for a connection", byDefault = "10s", min = 1)
        Duration connectTimeout,

        @Setting(
                vi = "Thời gian chờ nhận trọn bản tin",
                en = "How long to wait for the whole publication",
                byDefault = "60s",
                min = 1)
        Duration responseTimeout,

        @Setting(
                vi = "Dung lượng tối đa của bản tin (byte, sau giải nén)",
                en = "Largest publication, in bytes after decompression",
                byDefault = "16777216",
                min = 1_024,
                max = 67_108_864)
        long maxBytes,

        @Setting(
                vi = "Đơn vị hành chính mà mạng lưới đường thuộc về",
                en = "The administrative unit that the road network belongs to",
                pattern = "[0-9]{1,8}(@[0-9-]{10})?(;[0-9]{1,8}(@[0-9-]{10})?)*",
                example = "49;48")
        Optional<String> area,

        @Setting(
                vi = "Thời điểm không ghi múi giờ: local, utc hoặc refuse",
                en = "A time without an offset: local, utc or refuse",
                byDefault = "local")
        MissingOffset missingOffset) {}
