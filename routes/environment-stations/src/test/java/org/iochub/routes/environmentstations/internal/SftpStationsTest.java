package org.iochub.routes.environmentstations.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.core.ConditionFactory;
import org.iochub.api.HubHeaders;
import org.iochub.api.Secret;
import org.iochub.model.FaultException;
import org.iochub.model.area.AreaRegistry;
import org.iochub.simulators.sftp.SftpHost;
import org.iochub.testkit.TestSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SftpStationsTest {
    private static final String RECORD = "COD\t12.5\tmg/l\t20260302070000\t00\r\n";

    @TempDir
    Path home;

    private final CamelContext context = new DefaultCamelContext();
    private final TestSettings settings = new TestSettings();
    private final List<String> delivered = Collections.synchronizedList(new ArrayList<>());
    private final List<AutoCloseable> open = new ArrayList<>();
    private TestSource<EnvironmentStationsSettings> source;

    @BeforeEach
    void patience() {
        context.getShutdownStrategy().setTimeout(5);
    }

    @AfterEach
    void close() throws Exception {
        context.close();
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    @Test
    void readsTheFoldersOfManyStationsAndMovesEachFileAway() throws Exception {
        put("KHI101/2026/03/02/QNG_CS1_KHI101_20260302070500.txt");
        put("NUO102/2026/03/02/QNG_CS1_NUO102_20260302070000.txt");
        use(host());
        start();
        patiently()
                .untilAsserted(() -> assertThat(delivered)
                        .containsExactly(
                                "NUO102/2026/03/02/QNG_CS1_NUO102_20260302070000.txt",
                                "KHI101/2026/03/02/QNG_CS1_KHI101_20260302070500.txt"));
        patiently().untilAsserted(() -> assertThat(files()).hasSize(2).allMatch(name -> name.startsWith(".done/")));
    }

    @Test
    void signsInWithAKey() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(pair.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----";
        put("NUO102_20260302070000.txt");
        SftpHost host = host();
        host.authorize(pair.getPublic());
        use(host);
        settings.password = Optional.empty();
        settings.privateKey = Optional.of(new Secret("env:KEY", () -> pem));
        start();
        patiently().untilAsserted(() -> assertThat(delivered).hasSize(1));
    }

    @Test
    void anotherServersKeyIsRefused() throws Exception {
        put("NUO102_20260302070000.txt");
        use(host());
        settings.hostKey = Optional.of(host().hostKey());
        start();
        patiently().untilAsserted(() -> assertThat(source.waitings()).isNotEmpty());
        assertThat(source.waitings().get(0).en()).containsIgnoringCase("hostkey");
        assertThat(delivered).isEmpty();
    }

    @Test
    void aServerThatIsDownIsWaitedFor() throws Exception {
        put("NUO102_20260302070000.txt");
        SftpHost once = host();
        int port = once.port();
        use(once);
        once.close();
        start();
        patiently().untilAsserted(() -> assertThat(source.waitings()).hasSizeGreaterThan(1));
        assertThat(source.waitings().get(0).en()).contains("cannot be read").doesNotContain(TestSettings.PASSWORD);
        // Comes back with another key: that is another server.
        SftpHost back = new SftpHost(port, Map.of("ioc", home), TestSettings.PASSWORD);
        open.add(back);
        patiently()
                .untilAsserted(() -> assertThat(source.waitings())
                        .last()
                        .satisfies(why -> assertThat(why.en()).containsIgnoringCase("hostkey")));
        assertThat(delivered).isEmpty();
    }

    @Test
    void aServerThatHangsIsGivenUp() throws Exception {
        settings.readTimeout = Duration.ofMillis(300);
        use(host());
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            settings.url = URI.create("sftp://127.0.0.1:" + silent.getLocalPort() + "/");
            start();
            patiently().untilAsserted(() -> assertThat(source.waitings()).isNotEmpty());
        }
    }

    @Test
    void withoutTheServersKeyItDoesNotStart() throws Exception {
        use(host());
        settings.hostKey = Optional.empty();
        assertThatThrownBy(this::start).isInstanceOf(FaultException.class).hasMessageContaining("hostKey");
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofMinutes(1));
    }

    private SftpHost host() {
        SftpHost host = new SftpHost(0, Map.of("ioc", home), TestSettings.PASSWORD);
        open.add(host);
        return host;
    }

    private void use(SftpHost host) {
        settings.url = URI.create("sftp://127.0.0.1:" + host.port() + "/");
        settings.hostKey = Optional.of(host.hostKey());
    }

    private void start() throws Exception {
        source = new TestSource<>(settings.build(), AreaRegistry.builtIn(), "direct:records", "direct:pushed");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:records")
                        .process(exchange ->
                                delivered.add(exchange.getMessage().getHeader(HubHeaders.MESSAGE_NAME, String.class)));
            }
        });
        context.addRoutes(new EnvironmentStationsAdapter().routes(source));
        context.start();
    }

    private void put(String name) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, RECORD);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> home.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
