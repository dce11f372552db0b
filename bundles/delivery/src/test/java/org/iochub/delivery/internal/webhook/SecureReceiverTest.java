package org.iochub.delivery.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.iochub.delivery.internal.testing.Bench;
import org.iochub.delivery.internal.testing.Certificate;
import org.iochub.delivery.internal.testing.Receiver;
import org.iochub.delivery.internal.tls.Trust;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecureReceiverTest {
    private static final String NAME = "ioc.example.vn";

    @TempDir
    Path folder;

    private static String address(Receiver receiver) {
        return "https://" + NAME + ":" + receiver.port() + "/hub";
    }

    private Bench bench(Optional<Certificate> trusted) throws Exception {
        Bench bench = trusted.isPresent()
                ? new Bench(
                        folder,
                        Bench.SHORT,
                        Optional.of(Trust.also(trusted.get().pem())))
                : new Bench(folder, Bench.SHORT);
        bench.names.put(NAME, List.of(InetAddress.getByName("127.0.0.1")));
        return bench;
    }

    @Test
    void theCertificateIsThatOfTheNameThoughTheConnectionGoesToTheAddressThatWasChecked() throws Exception {
        Certificate own = Certificate.of(folder, "dns:" + NAME);
        try (Receiver receiver = Receiver.secure(own.server());
                Bench bench = bench(Optional.of(own))) {
            bench.append("a");
            bench.subscribe(address(receiver));
            await().untilAsserted(() -> assertThat(receiver.codes()).containsExactly("a"));
            assertThat(receiver.askedFor).containsExactly(NAME);
            assertThat(receiver.received.get(0).header("host")).isEqualTo(NAME + ":" + receiver.port());
        }
    }

    @Test
    void anIssuerThatNobodyKnowsIsNotTrusted() throws Exception {
        Certificate own = Certificate.of(folder, "dns:" + NAME);
        try (Receiver receiver = Receiver.secure(own.server());
                Bench bench = bench(Optional.empty())) {
            nothingArrives(bench, receiver);
        }
    }

    /** Also where it is one of the very address that the connection goes to. */
    @Test
    void aCertificateOfAnotherNameIsNotTrusted() throws Exception {
        Certificate other = Certificate.of(folder, "dns:other.example.vn,ip:127.0.0.1");
        try (Receiver receiver = Receiver.secure(other.server());
                Bench bench = bench(Optional.of(other))) {
            nothingArrives(bench, receiver);
        }
    }

    private static void nothingArrives(Bench bench, Receiver receiver) throws Exception {
        bench.append("a");
        String id = bench.subscribe(address(receiver)).status().subscription().id();
        await().untilAsserted(
                        () -> assertThat(bench.trouble(id)).contains("TLS").contains("certificate"));
        assertThat(receiver.received).isEmpty();
        assertThat(receiver.asked).isEmpty();
    }
}
