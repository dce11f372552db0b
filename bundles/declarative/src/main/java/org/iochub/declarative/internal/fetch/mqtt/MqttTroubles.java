package org.iochub.declarative.internal.fetch.mqtt;

import java.util.Optional;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.packet.MqttReturnCode;
import org.iochub.model.Text;

/** Says what a broker's refusal means. */
final class MqttTroubles {
    private MqttTroubles() {}

    static Optional<Text> tell(Throwable trouble) {
        if (!(trouble instanceof MqttException refused)) {
            return Optional.empty();
        }
        return switch (refused.getReasonCode()) {
            case MqttReturnCode.RETURN_CODE_BAD_USERNAME_OR_PASSWORD, MqttReturnCode.RETURN_CODE_NOT_AUTHORIZED ->
                Optional.of(
                        Text.of(
                                "Máy chủ MQTT từ chối tài khoản hoặc quyền đọc chủ đề; hãy kiểm tra user, password và topics.",
                                "The MQTT broker refuses the account or the right to a topic; check user, password and topics."));
            case MqttReturnCode.RETURN_CODE_UNSUPPORTED_PROTOCOL_VERSION, 1 ->
                Optional.of(Text.of(
                        "Máy chủ không hỗ trợ MQTT 5; hãy nâng cấp máy chủ.",
                        "The broker does not speak MQTT 5; it has to be upgraded."));
            case MqttReturnCode.RETURN_CODE_TOPIC_FILTER_NOT_VALID ->
                Optional.of(Text.of(
                        "Máy chủ MQTT không nhận bộ lọc chủ đề; hãy sửa topics.",
                        "The MQTT broker does not accept a topic filter; mend topics."));
            case MqttReturnCode.RETURN_CODE_SESSION_TAKEN_OVER ->
                Optional.of(Text.of(
                        "Một máy khách khác dùng cùng clientId; hãy đặt clientId riêng cho mỗi nguồn.",
                        "Another client uses the same clientId; give each source its own."));
            case MqttClientException.REASON_CODE_CLIENT_TIMEOUT ->
                Optional.of(Text.of(
                        "Máy chủ MQTT không trả lời trong thời gian chờ; sẽ thử lại.",
                        "The MQTT broker did not answer in time; it will be tried again."));
            // What lies beneath says more.
            default -> refused.getCause() != null ? Optional.empty() : Optional.of(other(refused.getReasonCode()));
        };
    }

    private static Text other(int code) {
        return Text.of(
                "Kết nối MQTT bị ngắt (mã " + code + "); sẽ thử lại.",
                "The MQTT connection broke off (code " + code + "); it will be tried again.");
    }
}
