package org.iochub.routes.environmentstations.internal;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.iochub.api.Secret;
import org.iochub.api.Setting;
import org.iochub.model.number.NumberStyle;

/** One FTP or SFTP directory with the files of one authority's stations. */
public record EnvironmentStationsSettings(
        @Setting(
                vi = "Địa chỉ thư mục FTP hoặc SFTP, tính từ thư mục gốc của tài khoản",
                en = "Address of the FTP or SFTP directory, from the account's home",
                example = "ftp://192.0.2.10:21/tram")
        URI url,

        @Setting(vi = "Tài khoản trên máy chủ", en = "Account on the server", example = "ioc")
        String username,

        @Setting(
                vi = "Mật khẩu; với SFTP có thể dùng privateKey thay thế",
                en = "Password; with SFTP privateKey will do instead",
                example = "env:STATIONS_PASSWORD")
        Optional<Secret> password,

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
        Duration longestPause,

        @Setting(
                vi = "Trạm không gửi tệp nào lâu hơn chừng này thì được nêu tên trong trạng thái",
                en = "A station that sent no file for longer than this is named in the status",
                byDefault = "1h",
                min = 1)
        Duration silentAfter,

        @Setting(
                vi = "Khóa công khai của máy chủ SFTP, lấy bằng ssh-keyscan và đối chiếu với đơn vị vận hành",
                en = "The SFTP server's public key, got with ssh-keyscan and compared with those who run it",
                example = "ssh-ed25519 AAAAC3Nz…")
        Optional<String> hostKey,

        @Setting(
                vi = "Tệp known_hosts có khóa của máy chủ SFTP, thay cho hostKey",
                en = "A known_hosts file with the SFTP server's key, instead of hostKey",
                example = "/etc/iochub/known_hosts")
        Optional<String> knownHostsFile,

        @Setting(
                vi = "Khóa riêng SSH (PEM hoặc OpenSSH) để đăng nhập SFTP",
                en = "SSH private key (PEM or OpenSSH) to sign in to SFTP with",
                example = "file:/etc/iochub/stations.key")
        Optional<Secret> privateKey,

        @Setting(
                vi = "Mật khẩu của khóa riêng",
                en = "Passphrase of the private key",
                example = "env:STATIONS_KEY_PASSPHRASE")
        Optional<Secret> passphrase) {}
