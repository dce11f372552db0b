package org.iochub.itests.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub with a certificate speaks TLS alone; one with a wrong certificate does not start and says why. */
class TlsTest {
    private static final String PASSWORD = "of-the-test";

    @TempDir
    Path folder;

    @Test
    void withACertificateTheOnePortSpeaksTls() throws Exception {
        KeyStore made = certificate("hub", "-validity", "60");
        Map<String, String> environment = Map.of(
                "HUB_TLS_CERTIFICATE", pem("hub", made.getCertificate("hub")).toString(),
                "HUB_TLS_KEY",
                        pem("hub", made.getKey("hub", PASSWORD.toCharArray()).getEncoded())
                                .toString());
        try (HubProcess hub = new HubProcess(folder.resolve("data"), environment)) {
            hub.start();
            assertThat(hub.command("status").out()).contains("ready", "https://");
            URI feeds = URI.create(hub.url("/api/v1/openapi.json").toString().replace("http:", "https:"));
            HttpRequest request = HttpRequest.newBuilder(feeds)
                    .header("Authorization", "Bearer " + HubProcess.ADMIN_KEY)
                    .timeout(Duration.ofSeconds(30))
                    .build();
            HttpClient trusting = HttpClient.newBuilder()
                    .sslContext(trusting(made.getCertificate("hub")))
                    .build();
            HttpResponse<String> answer = trusting.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("https://127.0.0.1:" + feeds.getPort());
            assertThatThrownBy(() -> HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()))
                    .isInstanceOf(IOException.class);
            assertThat(plainStatus(hub)).isNotEqualTo(200);
            assertThat(hub.logLines()).noneMatch(line -> line.contains(" ERROR ") || line.contains(" | ERROR"));
        }
    }

    @Test
    void aWrongCertificateIsNamedInASentence() throws Exception {
        KeyStore one = certificate("one", "-validity", "60");
        KeyStore other = certificate("other", "-validity", "60");
        KeyStore old = certificate("old", "-startdate", "-30d", "-validity", "10");
        Path certificate = pem("one", one.getCertificate("one"));
        Path key = pem("one", one.getKey("one", PASSWORD.toCharArray()).getEncoded());
        Path otherKey =
                pem("other", other.getKey("other", PASSWORD.toCharArray()).getEncoded());
        Path empty = Files.writeString(folder.resolve("empty.pem"), "nothing\n");
        assertThat(refusal(certificate, otherKey)).contains("is not the one of the certificate");
        assertThat(refusal(pem("old", old.getCertificate("old")), key)).contains("expired on");
        assertThat(refusal(empty, key)).contains("HUB_TLS_CERTIFICATE");
        assertThat(refusal(certificate, empty)).contains("openssl pkcs8 -topk8");
        assertThat(refusal(folder.resolve("none.pem"), key)).contains("cannot be read");
    }

    private String refusal(Path certificate, Path key) throws Exception {
        try (HubProcess hub = new HubProcess(
                folder.resolve("refused"),
                Map.of("HUB_TLS_CERTIFICATE", certificate.toString(), "HUB_TLS_KEY", key.toString()))) {
            HubProcess.Ended ended = hub.command("start");
            assertThat(ended.status()).isNotZero();
            assertThat(ended.out()).doesNotContain("Exception");
            return ended.out();
        }
    }

    private static int plainStatus(HubProcess hub) {
        try {
            return hub.get("/health/live").statusCode();
        } catch (IOException refused) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private KeyStore certificate(String name, String... more) throws Exception {
        Path store = folder.resolve(name + ".p12");
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD,
                "-dname",
                "CN=hub.example",
                "-ext",
                "SAN=ip:127.0.0.1,dns:hub.example"));
        line.addAll(List.of(more));
        Process keytool = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue()).isZero();
        KeyStore made = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            made.load(in, PASSWORD.toCharArray());
        }
        return made;
    }

    private Path pem(String name, Certificate certificate) throws Exception {
        return pem(name + ".crt", "CERTIFICATE", certificate.getEncoded());
    }

    private Path pem(String name, byte[] key) throws IOException {
        return pem(name + ".key", "PRIVATE KEY", key);
    }

    private Path pem(String file, String what, byte[] content) throws IOException {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(content);
        return Files.writeString(
                folder.resolve(file), "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n");
    }

    private static SSLContext trusting(Certificate certificate) throws Exception {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("hub", certificate);
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
