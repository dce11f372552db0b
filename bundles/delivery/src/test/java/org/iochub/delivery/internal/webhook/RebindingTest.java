package org.iochub.delivery.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.iochub.delivery.internal.testing.Bench;
import org.iochub.delivery.internal.testing.Receiver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RebindingTest {
    @TempDir
    Path folder;

    @Test
    void aNameThatComesToMeanSomethingInternalIsNotFollowed() throws Exception {
        try (Bench bench = new Bench(folder, Bench.SHORT);
                Receiver receiver = new Receiver()) {
            String address = "http://ioc.example.vn:" + receiver.port() + "/hub";
            bench.names.put("ioc.example.vn", List.of(InetAddress.getByName("127.0.0.1")));
            bench.append("a");
            String id = bench.subscribe(address).status().subscription().id();
            await().untilAsserted(() -> assertThat(receiver.codes()).containsExactly("a"));
            // The connection goes where the lookup led, under the name that was asked for.
            assertThat(receiver.received.get(0).header("host")).isEqualTo("ioc.example.vn:" + receiver.port());
            bench.names.put("ioc.example.vn", List.of(InetAddress.getByName("127.0.0.2")));
            bench.append("b");
            await().untilAsserted(() -> assertThat(bench.trouble(id)).contains("internal address"));
            assertThat(receiver.received).hasSize(1);
            bench.names.put("ioc.example.vn", List.of(InetAddress.getByName("127.0.0.1")));
            bench.moveOn(Duration.ofMinutes(1));
            await().untilAsserted(() -> assertThat(receiver.codes()).containsExactly("a", "b"));
        }
    }

    @Test
    void anInternalAddressIsRefusedAtOnce() {
        try (Bench bench = new Bench(folder, Bench.SHORT)) {
            bench.names.put("intern.example.vn", List.of(InetAddress.getLoopbackAddress(), address("10.0.0.1")));
            assertThatThrownBy(() -> bench.subscribe("http://intern.example.vn/"))
                    .hasMessageContaining("internal address");
            assertThat(bench.desk.list()).isEmpty();
        }
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (java.net.UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
