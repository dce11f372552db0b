package org.iochub.routes.traffic.internal;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.iochub.api.Secret;
import org.iochub.api.Setting;
import org.iochub.api.mqtt.MqttSubscription;
import org.iochub.api.read.MissingOffset;

/** What an instance of {@code traffic-counts} is told. */
public record CountsSettings(
        @Setting(
                vi = "Địa chỉ máy chủ MQTT 5",
                en = "Address of the MQTT 5 broker",
                example = "mqtts://mqtt.giao-thong.example:8883")
        URI broker,

        @Setting(
                vi = "Các chủ đề đăng ký, cách nhau bằng dấu phẩy; dùng được + và #",
                en = "Topics to subscribe to, separated by commas; + and # may be used",
                example = "giao-thong/+/dem")
        List<String> topics,

        @Setting(
                vi = "Tên phiên ở máy chủ MQTT: giữ nguyên mãi, không trùng với ai khác",
                en = "Name of the session at the broker: never changed, and nobody else's",
                pattern = "[A-Za-z0-9._-]{1,64}",
                example = "iochub-giao-thong")
        String clientId,

        @Setting(vi = "Tài khoản", en = "User name", example = "hub")
        Optional<String> username,

        @Setting(
                vi = "Mật khẩu, dạng env:TÊN hoặc file:/đường/dẫn",
                en = "Password, as env:NAME or file:/path",
                example = "env:MQTT_PASSWORD")
        Optional<Secret> password,

        @Setting(
                vi = "Thời gian chờ kết nối và chờ mỗi câu trả lời",
                en = "How long to wait for a connection and for each answer",
                byDefault = "10s",
                min = 1)
        Duration connectTimeout,

        @Setting(
                vi = "Bao lâu hỏi thăm một máy chủ im lặng",
                en = "How often to ask a silent broker for a sign of life",
                byDefault = "30s",
                min = 1)
        Duration keepAlive,

        @Setting(
                vi = "Máy chủ giữ thông điệp cho hub vắng mặt trong bao lâu",
                en = "How long the broker keeps messages while the hub is away",
                byDefault = "7d",
                min = 1)
        Duration sessionExpiry,

        @Setting(
                vi = "Chờ bao lâu trước khi kết nối lại",
                en = "How long to wait before connecting again",
                byDefault = "10s",
                min = 1)
        Duration retryEvery,

        @Setting(
                vi = "Số thông điệp tối đa giao cho hub một lần",
                en = "Most messages handed to the hub at once",
                byDefault = "200",
                min = 1,
                max = 1_000)
        int batchSize,

        @Setting(
                vi = "Một thông điệp chờ thông điệp khác tối đa bao lâu",
                en = "How long a message waits for others, at most",
                byDefault = "1s",
                min = 1)
        Duration batchWindow,

        @Setting(
                vi = "Số thông điệp máy chủ được gửi trước khi thông điệp đầu được xác nhận",
                en = "How many messages the broker may send before the first is acknowledged",
                byDefault = "400",
                min = 1,
                max = 10_000)
        int inFlight,

        @Setting(
                vi = "Thông điệp lớn nhất (byte); máy chủ bỏ thông điệp lớn hơn",
                en = "Largest message, in bytes; the broker drops larger ones",
                byDefault = "65536",
                min = 1_024,
                max = 1_048_576)
        int maxMessageBytes,

        @Setting(
                vi = "Danh sách camera: mã=tên|kinh độ|vĩ độ|mã đơn vị hành chính",
                en = "The cameras: code=name|longitude|latitude|area code",
                byDefault = "",
                example = "CAM-01=Nút giao A|108.474|15.573|20341@2025-07-01")
        List<String> cameras,

        @Setting(
                vi = "Ngày của danh sách camera",
                en = "The day of the list of cameras",
                byDefault = "2025-07-01",
                pattern = "[0-9]{4}-[0-9]{2}-[0-9]{2}")
        String camerasAsOf,

        @Setting(
                vi = "Loại xe của nguồn = tên thông số; loại không có ở đây bị từ chối",
                en = "Vehicle class of the source = name in the property; one that is not listed is refused",
                byDefault = "xe-may=motorcycle,oto=car,xe-tai=truck,xe-khach=bus,xe-dap=bicycle,nguoi-di-bo=pedestrian")
        List<String> vehicles,

        @Setting(
                vi =
                        "Trạng thái của nguồn = normal, calibrating hoặc device-error; trạng thái không có ở đây bị từ chối",
                en = "Status of the source = normal, calibrating or device-error; one that is not listed is refused",
                byDefault = "ok=normal,bao-tri=calibrating,bao-loi=device-error")
        List<String> statuses,

        @Setting(
                vi = "Các số mà camera dùng để nói «không có giá trị»",
                en = "The numbers by which cameras say \"no value\"",
                byDefault = "-99,-999,-1")
        List<String> sentinels,

        @Setting(
                vi = "Thời điểm không ghi múi giờ: local, utc hoặc refuse",
                en = "A time without an offset: local, utc or refuse",
                byDefault = "local")
        MissingOffset missingOffset) {

    /** @throws org.iochub.model.FaultException {@code bad-setting} */
    MqttSubscription subscription() {
        return new MqttSubscription(
                broker,
                topics,
                clientId,
                username,
                password,
                connectTimeout,
                keepAlive,
                sessionExpiry,
                retryEvery,
                batchSize,
                batchWindow,
                inFlight,
                maxMessageBytes);
    }
}
