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
        Optional<String> within,

        @Setting(
                vi = "Tin cách nhau tối đa bao lâu còn được coi là cùng một câu chuyện",
                en = "How far apart items may lie and still tell one story",
                byDefault = "3d",
                min = 1)
        Duration storyWindow,

        @Setting(
                vi = "Câu chuyện được bao nhiêu trang đăng thì thành sự cố; 0 thì không bao giờ",
                en = "How many sites have to tell a story before it is an incident; 0 for never",
                byDefault = "3",
                min = 0,
                max = 50)
        int escalateOutlets,

        @Setting(
                vi = "Trong bao lâu kể từ tin đầu tiên",
                en = "Within how long of its first item",
                byDefault = "24h",
                min = 1)
        Duration escalateWithin,

        @Setting(
                vi = "Từ ngữ phải có trong tiêu đề hoặc tóm tắt thì câu chuyện mới có thể thành sự cố",
                en = "Words of which title or summary must have one before a story can become an incident",
                byDefault = "sạt lở,lũ quét,cháy,nổ,ngộ độc,vỡ đập,ô nhiễm,ổ dịch,tai nạn,lừa đảo,khiếu kiện",
                pattern = "[^;=]{2,64}")
        List<String> escalateWords,

        @Setting(
                vi = "Từ ngữ trong tiêu đề cho biết tin được rút lại: sự cố của câu chuyện bị hủy",
                en = "Words of a title that take the story back: its incident is cancelled",
                byDefault = "đính chính,gỡ bài,tin giả,sai sự thật",
                pattern = "[^;=]{2,64}")
        List<String> retractWords) {}
