package org.iochub.routes.onlinemedia.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.iochub.api.Setting;
import org.iochub.api.read.MissingOffset;

/** What an instance is told. */
public record OnlineMediaSettings(
        @Setting(
                vi =
                        "Địa chỉ các nguồn tin RSS hoặc Atom, cách nhau bằng dấu phẩy (dấu phẩy trong địa chỉ viết là %2C)",
                en = "Addresses of the RSS or Atom feeds, separated by commas (a comma within an address is %2C)",
                example = "https://bao.example/rss/thoi-su.rss")
        List<String> feeds,

        @Setting(
                vi = "Tên báo, trang tin; bỏ trống thì lấy tên ghi trong nguồn tin",
                en = "Name of the outlet; without it the name that the feed gives",
                example = "Báo Quảng Ngãi")
        Optional<String> outlet,

        @Setting(vi = "Chu kỳ hỏi", en = "How often to ask", byDefault = "10m", min = 1)
        Duration period,

        @Setting(vi = "Thời gian chờ kết nối", en = "How long to wait for a connection", byDefault = "10s", min = 1)
        Duration connectTimeout,

        @Setting(
                vi = "Thời gian chờ nhận trọn một nguồn tin",
                en = "How long to wait for a whole feed",
                byDefault = "60s",
                min = 1)
        Duration responseTimeout,

        @Setting(
                vi = "Dung lượng tối đa của một nguồn tin (byte, sau giải nén)",
                en = "Largest feed, in bytes after decompression",
                byDefault = "8388608",
                min = 1_024,
                max = 67_108_864)
        long maxFeedBytes,

        @Setting(
                vi = "Thời điểm không ghi múi giờ: local, utc hoặc refuse",
                en = "A time without a zone: local, utc or refuse",
                byDefault = "local")
        MissingOffset missingOffset,

        @Setting(
                vi = "Tỉnh, thành phố để nhận ra địa danh trong phạm vi đó; bỏ trống thì không tìm địa danh",
                en = "The province within which place names are recognised; without it none are",
                pattern = "[0-9]{1,8}(@[0-9-]{10})?(;[0-9]{1,8}(@[0-9-]{10})?)*",
                example = "49;48")
        Optional<String> within) {}
