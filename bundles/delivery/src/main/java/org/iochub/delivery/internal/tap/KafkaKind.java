package org.iochub.delivery.internal.tap;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.iochub.model.Text;

/** Kafka, as far as it can be spoken of without its software. */
record KafkaKind(TapSettings settings) implements Outlet.Kind {
    @Override
    public Outlet open() throws Exception {
        Library.require("org.apache.kafka.clients.producer.KafkaProducer");
        return KafkaOutlet.open(settings);
    }

    @Override
    public Optional<Text> tell(Throwable trouble) {
        Throwable cause =
                trouble instanceof ExecutionException && trouble.getCause() != null ? trouble.getCause() : trouble;
        String name = cause.getClass().getSimpleName();
        return switch (name) {
            case "ClassNotFoundException" ->
                Optional.of(Text.of(
                        "Thiếu phần mềm Kafka; hãy chạy feature:install hub-camel-kafka.",
                        "Kafka's software is missing; run feature:install hub-camel-kafka."));
            case "UnknownTopicOrPartitionException" ->
                Optional.of(Text.of(
                        "Kafka không có chủ đề «" + cause.getMessage() + "»; hãy tạo chủ đề hoặc sửa khóa topic.",
                        "Kafka has no topic \"" + cause.getMessage() + "\"; create it or mend the key topic."));
            case "SaslAuthenticationException", "TopicAuthorizationException", "ClusterAuthorizationException" ->
                Optional.of(
                        Text.of(
                                "Kafka từ chối tài khoản hoặc quyền ghi; hãy kiểm tra user, password và quyền ghi vào chủ đề.",
                                "Kafka refuses the account or the right to write; check user, password and the topic's rights."));
            case "SslAuthenticationException" ->
                Optional.of(Text.of(
                        "Không tin được chứng thư của Kafka; hãy kiểm tra khóa ca.",
                        "Kafka's certificate is not trusted; check the key ca."));
            case "RecordTooLargeException" ->
                Optional.of(Text.of(
                        "Một bản ghi lớn hơn mức Kafka nhận; hãy tăng max.message.bytes của chủ đề.",
                        "A record is larger than Kafka takes; raise the topic's max.message.bytes."));
            default ->
                cause instanceof TimeoutException || name.equals("TimeoutException")
                        ? Optional.of(Text.of(
                                "Kafka không trả lời tại " + settings.servers() + "; tap chờ và thử lại.",
                                "Kafka does not answer at " + settings.servers() + "; the tap waits and tries again."))
                        : Optional.empty();
        };
    }
}
