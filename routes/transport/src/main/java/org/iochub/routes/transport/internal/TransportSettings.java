package org.iochub.routes.transport.internal;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.iochub.api.Setting;

/** What an instance is told. */
public record TransportSettings(
        @Setting(
                vi = "Địa chỉ tệp GTFS (zip) của mạng xe buýt",
                en = "Address of the bus network's GTFS file (zip)",
                example = "https://xe-buyt.example/gtfs.zip")
        URI url,

        @Setting(
                vi = "Địa chỉ JSON các công trình thi công trên đường; bỏ trống thì không đọc",
                en = "Address of the road works in JSON; without it none are read",
                example = "https://giao-thong.example/road-works.json")
        Optional<URI> roadWorksUrl,

        @Setting(
                vi = "Mã đơn vị hành chính mà mạng xe buýt phục vụ",
                en = "Code of the administrative unit that the network serves",
                pattern = "[0-9]{1,8}(@[0-9-]{10})?(;[0-9]{1,8}(@[0-9-]{10})?)*",
                example = "51")
        String area,

        @Setting(
                vi = "Tên ngắn phân biệt các mạng của cùng một địa phương trong chỉ tiêu",
                en = "Short name that tells the networks of one authority apart in indicators",
                byDefault = "bus",
                pattern = "[a-z0-9-]{1,40}")
        String network,

        @Setting(vi = "Chu kỳ hỏi", en = "How often to ask", byDefault = "1h", min = 1)
        Duration period,

        @Setting(vi = "Thời gian chờ kết nối", en = "How long to wait for a connection", byDefault = "10s", min = 1)
        Duration connectTimeout,

        @Setting(
                vi = "Thời gian chờ nhận trọn một tệp",
                en = "How long to wait for a whole file",
                byDefault = "120s",
                min = 1)
        Duration responseTimeout,

        @Setting(
                vi = "Dung lượng tối đa của tệp tải về (byte)",
                en = "Largest file to fetch, in bytes",
                byDefault = "33554432",
                min = 1_024,
                max = 268_435_456)
        long maxFetchBytes,

        @Setting(
                vi = "Tổng dung lượng tối đa của tệp zip sau giải nén (byte)",
                en = "Most bytes that the zip may unpack to, in all",
                byDefault = "536870912",
                min = 1_024,
                max = 4_294_967_296L)
        long maxUnpackedBytes) {}
