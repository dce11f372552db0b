package org.iochub.routes.documents.internal;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.iochub.api.Secret;
import org.iochub.api.Setting;

/** What an instance is told. */
public record DocumentsSettings(
        @Setting(
                vi = "Địa chỉ gốc của trục liên thông văn bản, nơi có v1/receivedEdocs",
                en = "Base address of the document gateway, where v1/receivedEdocs lies",
                example = "https://truc-van-ban.example/api/")
        URI url,

        @Setting(
                vi = "Mã hệ thống gửi trong X-SystemId",
                en = "The system's id, sent as X-SystemId",
                pattern = "[!-~]{1,200}",
                example = "ioc-quang-ngai")
        String systemId,

        @Setting(
                vi = "Khóa bí mật gửi trong X-SecretKey, dạng env:TÊN hoặc file:/đường/dẫn",
                en = "Secret key, sent as X-SecretKey: env:NAME or file:/path",
                example = "env:EDOC_SECRET")
        Secret secretKey,

        @Setting(vi = "Chu kỳ hỏi", en = "How often to ask", byDefault = "5m", min = 1)
        Duration period,

        @Setting(vi = "Thời gian chờ kết nối", en = "How long to wait for a connection", byDefault = "10s", min = 1)
        Duration connectTimeout,

        @Setting(
                vi = "Thời gian chờ nhận trọn một danh sách hoặc một văn bản",
                en = "How long to wait for a whole list or document",
                byDefault = "120s",
                min = 1)
        Duration responseTimeout,

        @Setting(
                vi = "Số văn bản mỗi trang danh sách",
                en = "Entries per page",
                byDefault = "100",
                min = 1,
                max = 1_000)
        int pageSize,

        @Setting(
                vi = "Số văn bản tối đa tải mỗi chu kỳ; phần còn lại tải ở chu kỳ sau",
                en = "Most documents per period; the rest follows in the next one",
                byDefault = "2000",
                min = 1,
                max = 100_000)
        int maxDocuments,

        @Setting(
                vi = "Dung lượng tối đa của một trang danh sách (byte, sau giải nén)",
                en = "Largest page of the list, in bytes after decompression",
                byDefault = "4194304",
                min = 1_024,
                max = 67_108_864)
        long maxPageBytes,

        @Setting(
                vi = "Dung lượng tối đa của một văn bản edXML kèm tệp (byte, sau giải nén)",
                en = "Largest edXML document with its files, in bytes after decompression",
                byDefault = "268435456",
                min = 1_024,
                max = 1_073_741_824)
        long maxDocumentBytes,

        @Setting(
                vi = "Dung lượng tối đa của một tệp đính kèm sau khi bung nén (byte)",
                en = "Largest attachment once unpacked, in bytes",
                byDefault = "536870912",
                min = 1_024,
                max = 4_294_967_296L)
        long maxAttachmentBytes,

        @Setting(
                vi = "Số lần thử tải một văn bản bị lỗi trước khi ghi nhận và đi tiếp",
                en = "How often a document that fails is asked for before it is noted and the next one follows",
                byDefault = "5",
                min = 1,
                max = 1_000)
        int attempts,

        @Setting(
                vi = "Lần đầu đọc ngược về trước bao lâu",
                en = "How far back the first reading goes",
                byDefault = "30d",
                min = 1)
        Duration history,

        @Setting(
                vi = "Đọc chồng lên trước mốc đã đọc bao lâu, để không sót văn bản ghi muộn",
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
        String nightlyAt,

        @Setting(
                vi = "Các mã trạng thái liên thông được chấp nhận; mã khác bị từ chối",
                en = "The status codes that are taken; any other is refused",
                byDefault = "01,02,03,04,05,06,13,15,16",
                pattern = "[0-9]{1,8}",
                example = "01,02,03,04,05,06")
        List<String> statusCodes,

        @Setting(
                vi = "Mã đơn vị hành chính gán cho văn bản",
                en = "The administrative unit that documents are given",
                pattern = "[0-9]{1,8}(@[0-9-]{10})?(;[0-9]{1,8}(@[0-9-]{10})?)*",
                example = "51")
        Optional<String> area) {}
