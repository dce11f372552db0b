package org.iochub.routes.citizenlink.internal;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.iochub.api.Secret;
import org.iochub.api.Setting;
import org.iochub.api.mqtt.MqttSubscription;
import org.iochub.api.read.MissingOffset;
import org.iochub.model.code.ReportKind;

/** What an instance is told. */
public record CitizenLinkSettings(
        @Setting(
                vi = "Địa chỉ máy chủ MQTT 5",
                en = "Address of the MQTT 5 broker",
                example = "mqtts://mqtt.ket-noi.example:8883")
        URI broker,

        @Setting(
                vi = "Các chủ đề đăng ký, cách nhau bằng dấu phẩy; dùng được + và #",
                en = "Topics to subscribe to, separated by commas; + and # may be used",
                example = "ket-noi/#")
        List<String> topics,

        @Setting(
                vi = "Tên phiên ở máy chủ MQTT: giữ nguyên mãi, không trùng với ai khác",
                en = "Name of the session at the broker: never changed, and nobody else's",
                pattern = "[A-Za-z0-9._-]{1,64}",
                example = "iochub-ket-noi")
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
                vi = "Phản ánh là loại gì trong mô hình dùng chung: field (hiện trường) hoặc petition (kiến nghị)",
                en = "What a report is in the shared model: field or petition",
                byDefault = "petition")
        ReportKind kind,

        @Setting(
                vi = "Trạng thái của nguồn = trạng thái dùng chung (received, assigned, in-process, answered, closed,"
                        + " rejected); trạng thái không có ở đây bị từ chối",
                en = "Status of the source = status of the shared model (received, assigned, in-process, answered,"
                        + " closed, rejected); one that is not listed is refused",
                byDefault =
                        "moi=received,da-phan-cong=assigned,dang-xu-ly=in-process,da-tra-loi=answered,da-xong=closed,"
                                + "tu-choi=rejected")
        List<String> statuses,

        @Setting(
                vi = "Đơn vị hành chính bao trùm, để tìm xã, phường theo địa chỉ trong phạm vi đó",
                en = "The unit within which communes are looked up by address",
                pattern = "[0-9]{1,8}(@[0-9-]{10})?(;[0-9]{1,8}(@[0-9-]{10})?)*",
                example = "51")
        Optional<String> within,

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
