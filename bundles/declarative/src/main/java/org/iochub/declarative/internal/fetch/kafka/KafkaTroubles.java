package org.iochub.declarative.internal.fetch.kafka;

import java.util.Optional;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.iochub.model.Text;

/** Says what Kafka's failures mean. */
final class KafkaTroubles {
    private KafkaTroubles() {}

    static Optional<Text> tell(Throwable trouble) {
        if (trouble instanceof TimeoutException) {
            return Optional.of(Text.of(
                    "Máy chủ Kafka không trả lời; hãy kiểm tra servers, mạng và địa chỉ mà máy chủ công bố.",
                    "The Kafka servers do not answer; check servers, the network and the addresses they advertise."));
        }
        if (trouble instanceof SslAuthenticationException) {
            return Optional.of(Text.of(
                    "Không lập được kết nối TLS tới Kafka; hãy kiểm tra chứng thư và mục ca.",
                    "No TLS connection to Kafka could be made; check its certificate and the option ca."));
        }
        if (trouble instanceof AuthenticationException || trouble instanceof AuthorizationException) {
            return Optional.of(Text.of(
                    "Kafka từ chối tài khoản hoặc quyền đọc; hãy kiểm tra user, password và quyền với topic, group.",
                    "Kafka refuses the account or the right to read; check user, password and the rights to topic and"
                            + " group."));
        }
        if (trouble instanceof UnknownTopicOrPartitionException || trouble instanceof InvalidTopicException) {
            return Optional.of(Text.of(
                    "Kafka không có chủ đề này; hãy kiểm tra topics.", "Kafka has no such topic; check topics."));
        }
        if (trouble instanceof CommitFailedException) {
            return Optional.of(Text.of(
                    "Nhóm Kafka đã chia lại giữa chừng; các bản ghi sẽ đến lại.",
                    "The Kafka group was rebalanced meanwhile; the records come again."));
        }
        if (trouble instanceof ConfigException) {
            return Optional.of(Text.of(
                    "Kafka không dùng được cấu hình; hãy kiểm tra servers (tên máy:cổng) và properties.",
                    "Kafka cannot use the settings; check servers (host:port) and properties."));
        }
        // What lies beneath says more.
        return trouble instanceof KafkaException && trouble.getCause() == null
                ? Optional.of(Text.of(
                        "Kafka báo lỗi " + trouble.getClass().getSimpleName() + "; sẽ thử lại.",
                        "Kafka reports " + trouble.getClass().getSimpleName() + "; it will be tried again."))
                : Optional.empty();
    }
}
