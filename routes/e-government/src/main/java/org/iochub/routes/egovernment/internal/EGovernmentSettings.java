package org.iochub.routes.egovernment.internal;

import java.time.Duration;
import java.util.List;
import org.iochub.api.Setting;

/** What is computed for one authority. */
public record EGovernmentSettings(
        @Setting(
                vi = "Đơn vị hành chính mà cơ quan quản lý; kèm ngày khi đơn vị thay đổi",
                en = "The administrative unit the authority governs; with days where it changed",
                pattern = "[0-9]{1,8}(@[0-9-]{10})?(;[0-9]{1,8}(@[0-9-]{10})?)*",
                example = "51")
        String area,

        @Setting(
                vi = "Mã định danh của cơ quan, thế hệ cũ và mới: văn bản của cơ quan này và cấp dưới là văn bản đi",
                en = "The authority's organisation codes, old and new: documents of these and those below are outgoing",
                pattern = "[A-Z0-9][A-Z0-9.]{0,40}",
                example = "H48,000.00.00.H48")
        List<String> organisations,

        @Setting(
                vi = "Hình thức nộp (HinhThuc) là trực tuyến",
                en = "Channels (HinhThuc) that are online",
                byDefault = "1")
        List<String> onlineChannels,

        @Setting(
                vi = "Hình thức nộp (HinhThuc) không phải trực tuyến",
                en = "Channels (HinhThuc) that are not online",
                byDefault = "0,2")
        List<String> otherChannels,

        @Setting(
                vi = "Kỳ: month (tháng), quarter (quý), year-to-date (lũy kế từ đầu năm)",
                en = "Periods: month, quarter, year-to-date",
                byDefault = "month,quarter,year-to-date",
                pattern = "month|quarter|year-to-date")
        List<String> periods,

        @Setting(
                vi = "Tính cho bao nhiêu tháng gần nhất, kể cả tháng này",
                en = "For how many months back, this one included",
                byDefault = "24",
                min = 1,
                max = 60)
        int months,

        @Setting(
                vi = "Bao lâu xem một lần có hồ sơ, văn bản mới để tính lại",
                en = "How often to look for new dossiers and documents and compute anew",
                byDefault = "15m",
                min = 1)
        Duration period) {}
