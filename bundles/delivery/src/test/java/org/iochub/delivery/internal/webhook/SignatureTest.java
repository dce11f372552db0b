package org.iochub.delivery.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.iochub.delivery.internal.signature.SecretBox;
import org.iochub.delivery.internal.signature.WebhookSecret;
import org.iochub.delivery.internal.testing.Bench;
import org.iochub.delivery.internal.testing.Received;
import org.iochub.delivery.internal.testing.Receiver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignatureTest {
    @TempDir
    Path folder;

    /** The example of the Standard Webhooks libraries. */
    @Test
    void signsAsTheStandardDoes() {
        assertThat(WebhookSecret.sign(
                        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        Instant.ofEpochSecond(1_614_265_330),
                        "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void openSslFindsTheSameSignature() throws Exception {
        try (Bench bench = new Bench(folder, Bench.LONG);
                Receiver receiver = new Receiver()) {
            bench.append("a");
            String secret = bench.subscribe(receiver.address()).secret();
            await().untilAsserted(() -> assertThat(receiver.received).hasSize(1));
            Received delivery = receiver.received.get(0);
            assertThat(secret).startsWith("whsec_");
            assertThat(delivery.header("webhook-signature")).isEqualTo("v1," + openSsl(secret, delivery));
        }
    }

    @Test
    void bothSecretsSignUntilTheOverlapIsOver() throws Exception {
        try (Bench bench = new Bench(folder, Bench.LONG);
                Receiver receiver = new Receiver()) {
            var created = bench.subscribe(receiver.address());
            String id = created.status().subscription().id();
            String fresh = bench.desk.rotate(id, Duration.ofHours(1)).secret();
            assertThat(fresh).isNotEqualTo(created.secret());
            bench.append("a");
            await().untilAsserted(() -> assertThat(receiver.received).hasSize(1));
            Received both = receiver.received.get(0);
            assertThat(both.header("webhook-signature").split(" "))
                    .containsExactly("v1," + openSsl(fresh, both), "v1," + openSsl(created.secret(), both));
            bench.moveOn(Duration.ofHours(1));
            bench.append("b");
            await().untilAsserted(() -> assertThat(receiver.received).hasSize(2));
            Received one = receiver.received.get(1);
            assertThat(one.header("webhook-signature")).isEqualTo("v1," + openSsl(fresh, one));
        }
    }

    @Test
    void theDatabaseDoesNotShowASecret() throws Exception {
        try (Bench bench = new Bench(folder, Bench.LONG);
                Receiver receiver = new Receiver()) {
            var created = bench.subscribe(receiver.address());
            String kept = bench.store.deliveries().subscriptions().get(0).secret();
            assertThat(kept).doesNotContain(created.secret().substring("whsec_".length()));
            assertThat(new SecretBox("a key of the tests").open(kept)).contains(created.secret());
            assertThat(new SecretBox("another key").open(kept)).isEmpty();
        }
    }

    /** Another program's HMAC, so that nothing of ours checks itself. */
    private String openSsl(String secret, Received delivery) throws Exception {
        Path content = Files.createTempFile(folder, "signed", ".bin");
        Files.write(
                content,
                (delivery.header("webhook-id") + "." + delivery.header("webhook-timestamp") + ".")
                        .getBytes(StandardCharsets.UTF_8));
        Files.write(content, delivery.body(), java.nio.file.StandardOpenOption.APPEND);
        String hex = java.util.HexFormat.of()
                .formatHex(java.util.Base64.getDecoder().decode(secret.substring("whsec_".length())));
        Process process = new ProcessBuilder(List.of(
                        "openssl",
                        "dgst",
                        "-sha256",
                        "-mac",
                        "HMAC",
                        "-macopt",
                        "hexkey:" + hex,
                        "-binary",
                        content.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        byte[] signature = process.getInputStream().readAllBytes();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return java.util.Base64.getEncoder().encodeToString(signature);
    }
}
