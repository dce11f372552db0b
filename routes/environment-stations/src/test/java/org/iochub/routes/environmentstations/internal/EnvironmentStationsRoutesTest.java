package org.iochub.routes.environmentstations.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.core.ConditionFactory;
import org.iochub.api.HubHeaders;
import org.iochub.model.area.AreaRegistry;
import org.iochub.simulators.ftp.FtpHost;
import org.iochub.testkit.TestSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentStationsRoutesTest {
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
    void deliversOldestFirstAndMovesEachFileAway() throws Exception {
        put("NUO001/2026/03/02/QNG_KCNA_NUO001_20260302070500.txt");
        put("NUO001/2026/03/02/QNG_KCNA_NUO001_20260302070000.txt");
        put("KHI001/2026/03/02/KHI001_20260302065500.txt");
        put("KHI001/readme.md");
        settings.url = URI.create("ftp://127.0.0.1:" + host(0).port() + "/");

        start(exchange -> {
            assertThat(Files.readString(
                            exchange.getMessage().getBody(File.class).toPath()))
                    .isEqualTo(RECORD);
            remember(exchange);
        });

        patiently()
                .untilAsserted(() -> assertThat(delivered)
                        .containsExactly(
                                "KHI001/2026/03/02/KHI001_20260302065500.txt",
                                "NUO001/2026/03/02/QNG_KCNA_NUO001_20260302070000.txt",
                                "NUO001/2026/03/02/QNG_KCNA_NUO001_20260302070500.txt"));
        patiently().untilAsserted(() -> assertThat(waiting()).containsExactly("KHI001/readme.md"));
        patiently().untilAsserted(() -> assertThat(source.timesUpToDate()).isPositive());
        assertThat(done()).hasSize(3).allMatch(name -> name.startsWith(".done/20"));
        assertThat(source.waitings()).isEmpty();
    }

    @Test
    void aFileIsMovedOnlyWhenItsRecordsAreDurable() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch durable = new CountDownLatch(1);
        put("NUO001_20260302070000.txt");
        settings.url = URI.create("ftp://127.0.0.1:" + host(0).port() + "/");

        start(exchange -> {
            arrived.countDown();
            durable.await();
            remember(exchange);
        });

        arrived.await();
        assertThat(waiting()).containsExactly("NUO001_20260302070000.txt");
        assertThat(done()).isEmpty();
        durable.countDown();
        patiently().untilAsserted(() -> assertThat(done()).hasSize(1));
        assertThat(waiting()).isEmpty();
    }

    @Test
    void aFileThatWasNotTakenStaysAndComesAgain() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        List<String> ids = Collections.synchronizedList(new ArrayList<>());
        put("NUO001_20260302070000.txt");
        settings.url = URI.create("ftp://127.0.0.1:" + host(0).port() + "/");

        start(exchange -> {
            ids.add(exchange.getMessage().getHeader(HubHeaders.MESSAGE_ID, String.class));
            if (attempts.incrementAndGet() < 3) {
                assertThat(waiting()).hasSize(1);
                throw new IllegalStateException("the store is down");
            }
            remember(exchange);
        });

        patiently().untilAsserted(() -> assertThat(delivered).hasSize(1));
        patiently().untilAsserted(() -> assertThat(done()).hasSize(1));
        assertThat(attempts).hasValue(3);
        assertThat(ids).hasSize(3).containsOnly(ids.get(0));
    }

    @Test
    void aCorrectedFileOfTheSameNameIsReadAgain() throws Exception {
        settings.url = URI.create("ftp://127.0.0.1:" + host(0).port() + "/");
        start(this::remember);
        put("NUO001_20260302070000.txt");
        patiently().untilAsserted(() -> assertThat(done()).hasSize(1));
        put("NUO001_20260302070000.txt");
        patiently().untilAsserted(() -> assertThat(done()).hasSize(2));
        assertThat(delivered).hasSize(2);
    }

    @Test
    void aDirectoryBelowTheHomeKeepsItsDoneFilesToItself() throws Exception {
        put("tram/NUO001/NUO001_20260302070000.txt");
        put("elsewhere/NUO001_20260302070000.txt");
        settings.url = URI.create("ftp://127.0.0.1:" + host(0).port() + "/tram");
        start(this::remember);
        patiently()
                .untilAsserted(
                        () -> assertThat(done()).singleElement().asString().startsWith("tram/.done/20"));
        assertThat(delivered).containsExactly("NUO001/NUO001_20260302070000.txt");
        assertThat(waiting()).containsExactly("elsewhere/NUO001_20260302070000.txt");
    }

    @Test
    void eachPollIsBounded() throws Exception {
        settings.maxFilesPerPoll = 2;
        for (int i = 0; i < 5; i++) {
            put("NUO001_2026030207000" + i + ".txt");
        }
        settings.url = URI.create("ftp://127.0.0.1:" + host(0).port() + "/");
        List<Object> batches = Collections.synchronizedList(new ArrayList<>());
        start(exchange -> {
            batches.add(exchange.getProperty(Exchange.BATCH_SIZE));
            remember(exchange);
        });
        patiently().untilAsserted(() -> assertThat(delivered).hasSize(5).isSorted());
        assertThat(batches).containsExactly(2, 2, 2, 2, 1);
    }

    @Test
    void aSourceThatIsDownIsWaitedForAndReadWhenItIsUp() throws Exception {
        int port;
        try (FtpHost once = host(0)) {
            port = once.port();
        }
        put("NUO001_20260302070000.txt");
        settings.url = URI.create("ftp://127.0.0.1:" + port + "/");
        start(this::remember);
        patiently().untilAsserted(() -> assertThat(source.waitings()).hasSizeGreaterThan(1));
        assertThat(source.waitings().get(0).en()).contains("cannot be read").doesNotContain(TestSettings.PASSWORD);

        host(port);
        patiently().untilAsserted(() -> assertThat(done()).hasSize(1));
        assertThat(delivered).hasSize(1);
    }

    @Test
    void aWrongPasswordIsSaid() throws Exception {
        FtpHost host = new FtpHost(0, Map.of("ioc", home), "another");
        open.add(host);
        settings.url = URI.create("ftp://127.0.0.1:" + host.port() + "/");
        start(this::remember);
        patiently().untilAsserted(() -> assertThat(source.waitings()).isNotEmpty());
        assertThat(source.waitings().get(0).vi()).contains("530").doesNotContain("another");
    }

    @Test
    void aServerThatHangsIsGivenUp() throws Exception {
        settings.readTimeout = Duration.ofMillis(300);
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            settings.url = URI.create("ftp://127.0.0.1:" + silent.getLocalPort() + "/");
            start(this::remember);
            patiently().untilAsserted(() -> assertThat(source.waitings()).isNotEmpty());
        }
        assertThat(source.waitings().get(0).en()).containsIgnoringCase("timed out");
    }

    @Test
    void theAccountStandsInNoName() throws Exception {
        settings.url = URI.create("ftp://127.0.0.1:" + host(0).port() + "/");
        start(this::remember);
        assertThat(context.getEndpoints().stream().map(Object::toString))
                .isNotEmpty()
                .noneMatch(name -> name.contains(TestSettings.PASSWORD) || name.contains("ioc@"));
    }

    /** Long enough for a busy machine: nothing here is a matter of time. */
    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofMinutes(1));
    }

    private void start(Processor records) throws Exception {
        source = new TestSource<>(settings.build(), AreaRegistry.builtIn(), "direct:records", "direct:pushed");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:records").process(records);
            }
        });
        context.addRoutes(new EnvironmentStationsAdapter().routes(source));
        context.start();
    }

    private void remember(Exchange exchange) {
        delivered.add(exchange.getMessage().getHeader(HubHeaders.MESSAGE_NAME, String.class));
    }

    private FtpHost host(int port) {
        FtpHost host = new FtpHost(port, Map.of("ioc", home), TestSettings.PASSWORD);
        open.add(host);
        return host;
    }

    private Path put(String name) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Path upload = file.resolveSibling(".upload");
        Files.writeString(upload, RECORD);
        Files.setLastModifiedTime(upload, FileTime.from(Instant.parse("2026-03-02T00:10:00Z")));
        return Files.move(upload, file);
    }

    private List<String> waiting() throws IOException {
        return files().stream().filter(name -> !name.contains(".done/")).collect(Collectors.toList());
    }

    private List<String> done() throws IOException {
        return files().stream().filter(name -> name.contains(".done/")).collect(Collectors.toList());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> home.relativize(file).toString())
                    .sorted()
                    .collect(Collectors.toList());
        }
    }
}
