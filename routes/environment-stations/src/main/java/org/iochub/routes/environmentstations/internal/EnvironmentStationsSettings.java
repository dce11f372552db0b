package org.iochub.routes.environmentstations.internal;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.iochub.api.Secret;
import org.iochub.api.Setting;
import org.iochub.model.number.NumberStyle;

/** One FTP directory with the files of one authority's stations. */
public record EnvironmentStationsSettings(
        @Setting(
                vi = "Địa chỉ thư mục FTP, tính từ thư mục gốc của tài khoản",
                en = "Address of the FTP directory, from the account's home",
                example = "ftp://192.0.2.10:21/tram")
        URI url,

        @Setting(vi = "Tài khoản FTP", en = "FTP account", example = "ioc")
        String username,

        @Setting(vi = "Mật khẩu FTP", en = "FTP password", example = "env:STATIONS_PASSWORD")
        Secret password,

        @Setting(
                vi = "Cách viết số của nguồn: vi là 1.234,5; en là 1,234.5",
                en = "How the source writes numbers: vi is 1.234,5; en is 1,234.5",
                example = "en")
        NumberStyle numbers,

        @Setting(
                vi = "Danh sách trạm, cách nhau bằng dấu phẩy: mã=tên|kinh độ|vĩ độ|mã đơn vị hành chính",
                en = "Stations, separated by commas: code=name|longitude|latitude|area code",
                example = "NUO001=Trạm A|108.8|15.12|21025@2025-07-01")
        Optional<String> stations,

        @Setting(
                vi = "Tệp danh sách trạm thay cho khóa stations, UTF-8, mỗi dòng một trạm",
                en = "A file with the stations instead of the key stations, UTF-8, one a line",
                example = "/etc/iochub/stations.txt")
        Optional<String> stationsFile,

        @Setting(
                vi = "Ngày lập danh sách trạm",
                en = "The day the station list was made",
                byDefault = "2025-07-01",
                pattern = "\\d{4}-\\d{2}-\\d{2}")
        String stationsAsOf,

        @Setting(
                vi = "Mã trạm lấy từ phần nào của tên tệp: station, facility-station hoặc full",
                en = "Which part of the file name is the station's code: station, facility-station or full",
                byDefault = "station")
        StationCode stationCode,

        @Setting(
                vi = "Nghĩa của mã trạng thái ngoài 00, 01, 02: normal, calibrating hoặc device-error",
                en = "What status codes other than 00, 01, 02 mean: normal, calibrating or device-error",
                example = "03=device-error")
        Optional<String> extraStatuses,

        @Setting(
                vi = "Cách tổng hợp của giá trị: trạm gửi trung bình của chu kỳ",
                en = "How values are aggregated: stations send the average of a cycle",
                byDefault = "average")
        String aggregation,

        @Setting(vi = "Chu kỳ đọc thư mục", en = "How often to look", byDefault = "30s")
        Duration pollEvery,

        @Setting(
                vi = "Chỉ đọc tệp khi dung lượng và giờ sửa đã đứng yên chừng này",
                en = "Read a file only when its size and time have not changed for so long",
                byDefault = "10s")
        Duration stableFor,

        @Setting(
                vi = "Số tệp nhiều nhất mỗi lần đọc",
                en = "Files to read at a time",
                byDefault = "200",
                min = 1,
                max = 10_000)
        int maxFilesPerPoll,

        @Setting(vi = "Chờ kết nối", en = "Time to connect", byDefault = "10s")
        Duration connectTimeout,

        @Setting(vi = "Chờ máy chủ trả lời hoặc gửi dữ liệu", en = "Time for an answer or data", byDefault = "30s")
        Duration readTimeout,

        @Setting(
                vi = "Nghỉ lâu nhất giữa hai lần thử khi máy chủ không đọc được",
                en = "Longest pause between attempts while the server cannot be read",
                byDefault = "5m")
        Duration longestPause) {}
