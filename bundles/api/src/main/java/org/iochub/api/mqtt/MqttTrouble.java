package org.iochub.api.mqtt;

import java.util.List;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.iochub.api.read.Trouble;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;

/** Says to people why a broker cannot be heard. */
final class MqttTrouble {
    /** Reason codes of MQTT 5: bad user name or password, not authorised. */
    private static final List<Integer> NO_ENTRY = List.of(0x86, 0x87, 4, 5);

    private MqttTrouble() {}

    static FaultException of(MqttException trouble) {
        int code = trouble.getReasonCode();
        if (NO_ENTRY.contains(code)) {
            return FaultException.of(
                    "not-authorized",
                    "username",
                    "Máy chủ MQTT từ chối tài khoản; hãy kiểm tra username, password và quyền của tài khoản.",
                    "The MQTT broker refuses the account; check username, password and what the account may do.");
        }
        if (code == MqttClientException.REASON_CODE_CLIENT_TIMEOUT) {
            return FaultException.of(
                    "no-answer",
                    "broker",
                    "Máy chủ MQTT không trả lời trong thời gian chờ; sẽ tự kết nối lại.",
                    "The MQTT broker did not answer in time; it is tried again.");
        }
        if (trouble.getCause() != null) {
            return new FaultException(new Fault("cannot-connect", "broker", Trouble.of(trouble.getCause())));
        }
        return FaultException.of(
                "mqtt-refused",
                "broker",
                "Máy chủ MQTT từ chối kết nối (mã " + code + "); hãy hỏi đơn vị vận hành máy chủ.",
                "The MQTT broker refuses the connection (code " + code + "); ask those who run it.");
    }

    static FaultException notGranted(List<String> topics) {
        String all = String.join(", ", topics);
        return FaultException.of(
                "subscription-refused",
                "topics",
                "Máy chủ MQTT không cho đăng ký một trong các chủ đề " + all + "; hãy xin quyền đọc cho tài khoản.",
                "The MQTT broker does not grant one of the topics " + all + "; ask for the right to read them.");
    }
}
