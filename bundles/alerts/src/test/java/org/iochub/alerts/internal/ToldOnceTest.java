package org.iochub.alerts.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.iochub.alerts.internal.engine.Patience;
import org.iochub.alerts.internal.look.ContactBook;
import org.iochub.alerts.internal.rule.Rules;
import org.iochub.alerts.internal.rule.Thresholds;
import org.iochub.alerts.internal.rule.World;
import org.iochub.alerts.internal.send.LogChannel;
import org.iochub.alerts.internal.send.MailChannel;
import org.iochub.alerts.internal.send.MailConfig;
import org.iochub.alerts.internal.send.SmtpMailer;
import org.iochub.alerts.internal.send.WebhookChannel;
import org.iochub.core.source.SourceState;
import org.iochub.core.tenant.Tenant;
import org.iochub.core.tenant.Tenants;
import org.iochub.delivery.internal.address.AddressRules;
import org.iochub.delivery.internal.address.HostNames;
import org.iochub.delivery.internal.http.HookClient;
import org.iochub.delivery.internal.http.Timings;
import org.iochub.delivery.internal.webhook.RuledPost;
import org.iochub.model.FaultException;
import org.iochub.model.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts through a real mail server and a real web server: each once, its end once, whatever stops meanwhile. */
class ToldOnceTest {
    private static final String SECRET =
            "whsec_" + Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes());
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final MovingClock clock = new MovingClock();
    private final HookClient client = new HookClient(
            new Timings(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(4)), Optional.empty());
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private GreenMail mails;
    private HttpServer receiver;
    private int receiverPort;
    private AlertBoard board;

    private record Received(Map<String, List<String>> headers, byte[] body) {}

    @BeforeEach
    void start() throws IOException {
        mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mails.start();
        startReceiver(0);
        board = board();
    }

    @AfterEach
    void stop() {
        board.close();
        client.close();
        mails.stop();
        receiver.stop(0);
    }

    private void startReceiver(int port) throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        receiver.createContext("/", this::take);
        receiver.start();
        receiverPort = receiver.getAddress().getPort();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            received.add(new Received(
                    Map.copyOf(exchange.getRequestHeaders()),
                    exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(204, -1);
        }
    }

    private AlertBoard board() {
        SmtpMailer mailer = new SmtpMailer(new Server(mails.getSmtp().getPort()));
        RuledPost posts = new RuledPost(
                new AddressRules(List.of(), List.of("127.0.0.0/8"), true, HostNames.system()),
                client,
                Runnable::run,
                Clock.systemUTC());
        return new AlertBoard(new AlertBoard.Setup(
                folder.resolve("alerts.json"),
                clock,
                new Rules(Thresholds.usual()),
                new Patience(Duration.ofSeconds(60), Map.of(), Duration.ofSeconds(60), Duration.ofSeconds(60)),
                new ContactBook(new OneTenant(), "Tổ vận hành <van-hanh@example.vn>"),
                "https://ioc.example.vn/runbook/",
                List.of(
                        new LogChannel(),
                        new MailChannel(
                                () -> mailer,
                                "quang-ngai-1",
                                new MailChannel.Settings(List.of("ioc@example.vn"), true, 3)),
                        new WebhookChannel(
                                () -> posts,
                                "quang-ngai-1",
                                URI.create("http://127.0.0.1:" + receiverPort + "/alerts"),
                                SECRET)),
                Duration.ofMillis(100),
                Duration.ofMillis(400)));
    }

    private World failing(int sources) {
        Instant now = clock.plus(Duration.ofSeconds(60));
        World.Watched[] all = new World.Watched[sources];
        for (int i = 0; i < sources; i++) {
            all[i] = Sights.watched(Sights.status("tram-" + i, SourceState.FAILING, now, Optional.of(now)));
        }
        return Sights.sources(now, all);
    }

    private World well(int sources) {
        Instant now = clock.plus(Duration.ofSeconds(60));
        World.Watched[] all = new World.Watched[sources];
        for (int i = 0; i < sources; i++) {
            all[i] = Sights.watched(Sights.status("tram-" + i, SourceState.RUNNING, now, Optional.of(now)));
        }
        return Sights.sources(now, all);
    }

    private void fire(int sources) {
        board.conclude(failing(sources));
        board.conclude(failing(sources));
    }

    private void mend(int sources) {
        board.conclude(well(sources));
        board.conclude(well(sources));
    }

    private List<String> events() throws IOException {
        List<String> all = new java.util.ArrayList<>();
        for (Received each : received) {
            for (JsonNode event : new ObjectMapper().readTree(each.body())) {
                all.add(event.path("type").asText() + " "
                        + event.path("subject").asText());
            }
        }
        return all;
    }

    @Test
    void onceWithRecoveryToTheContactsAndTheSignedWebhook() throws Exception {
        fire(1);
        board.conclude(failing(1));
        board.conclude(failing(1));
        mend(1);
        mend(1);
        // Three receivers: always, the sector's contact, who is on duty at noon of a Monday.
        await().atMost(SOON)
                .until(() -> mails.getReceivedMessages().length == 6 && received.size() >= 1 && events().size() == 2);
        MimeMessage first = mails.getReceivedMessages()[0];
        assertThat(first.getAllRecipients())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder("ioc@example.vn", "moi-truong@example.vn", "to1@example.vn");
        assertThat(first.getSubject()).contains("Nghiêm trọng", "Nguồn lỗi", "tram-0");
        assertThat(first.getContent().toString())
                .contains("Câu giải thích.", "The sentence.", "Sở Nông nghiệp và Môi trường", "runbook/source-failing");
        assertThat(events())
                .containsExactly(
                        "org.iochub.alert.firing.v1 source-failing.tram-0",
                        "org.iochub.alert.resolved.v1 source-failing.tram-0");
        assertThat(signed(received.get(0))).isTrue();
        assertThat(board.firing()).isEmpty();
        assertThat(board.resolved(Sights.NOON)).hasSize(1);
    }

    private static boolean signed(Received post) throws Exception {
        String id = post.headers().get("Webhook-id").get(0);
        String at = post.headers().get("Webhook-timestamp").get(0);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("0123456789abcdef0123456789abcdef".getBytes(), "HmacSHA256"));
        mac.update((id + "." + at + ".").getBytes(StandardCharsets.UTF_8));
        String expected = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(post.body()));
        return post.headers().get("Webhook-signature").equals(List.of(expected));
    }

    @Test
    void aRestartTellsNothingAgainAndForgetsNothing() throws Exception {
        fire(1);
        board.acknowledge("source-failing.tram-0", "user:an", "đang gọi");
        await().atMost(SOON).until(() -> mails.getReceivedMessages().length == 3 && received.size() == 1);
        // Kept after the last receiver, too.
        await().atMost(SOON)
                .until(() -> !Files.readString(folder.resolve("alerts.json")).contains("FIRING"));
        board.close();
        board = board();
        assertThat(board.firing()).singleElement().satisfies(alert -> {
            assertThat(alert.acknowledged().orElseThrow().by()).isEqualTo("user:an");
            assertThat(alert.contact().names()).hasSize(2);
        });
        board.conclude(failing(1));
        board.conclude(failing(1));
        mend(1);
        await().atMost(SOON).until(() -> events().size() == 2 && mails.getReceivedMessages().length == 6);
        assertThat(events().get(1)).startsWith("org.iochub.alert.resolved.v1");
    }

    @Test
    void aReceiverThatIsDownIsToldWhenItIsBackAndTheOthersAtOnce() throws Exception {
        int port = receiverPort;
        receiver.stop(0);
        fire(1);
        await().atMost(SOON).until(() -> mails.getReceivedMessages().length == 3);
        assertThat(received).isEmpty();
        // Over a restart, too.
        board.close();
        board = board();
        startReceiver(port);
        await().atMost(SOON).until(() -> received.size() == 1);
        assertThat(events()).containsExactly("org.iochub.alert.firing.v1 source-failing.tram-0");
        await().atMost(SOON)
                .until(() -> !Files.readString(folder.resolve("alerts.json")).contains("FIRING"));
        assertThat(mails.getReceivedMessages()).hasSize(3);
    }

    @Test
    void manyAtOnceAreOneMailAndOnePost() throws Exception {
        fire(40);
        await().atMost(SOON).until(() -> mails.getReceivedMessages().length == 3 && received.size() == 1);
        assertThat(mails.getReceivedMessages()[0].getSubject()).contains("40 cảnh báo");
        assertThat(events()).hasSize(40);
    }

    @Test
    void aMailServerThatIsDownLosesNothing() throws Exception {
        int port = mails.getSmtp().getPort();
        mails.stop();
        fire(1);
        await().atMost(SOON).until(() -> received.size() == 1);
        mails = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mails.start();
        await().atMost(SOON).until(() -> mails.getReceivedMessages().length == 3);
    }

    @Test
    void onlyWhatFiresCanBeAcknowledged() {
        assertThatThrownBy(() -> board.acknowledge("store-down.store", "user:an", ""))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("unknown-alert");
    }

    @Test
    void aBrokenStateFileIsPutAside() throws IOException {
        board.close();
        Files.writeString(folder.resolve("alerts.json"), "{ half");
        board = board();
        assertThat(board.firing()).isEmpty();
        assertThat(folder.resolve("alerts.json.bad")).exists();
    }

    @Test
    void everyRuleHasItsPage() {
        for (var rule : org.iochub.alerts.internal.rule.Rule.values()) {
            assertThat(board.runbook(rule.code())).as(rule.code()).hasValueSatisfying(page -> {
                assertThat(page).contains("(`" + rule.code() + "`)", "## Tiếng Việt", "## English");
            });
        }
        assertThat(board.runbook("../../etc/passwd")).isEmpty();
    }

    private record Server(int port) implements MailConfig {
        @Override
        public Class<? extends Annotation> annotationType() {
            return MailConfig.class;
        }

        @Override
        public String host() {
            return "127.0.0.1";
        }

        @Override
        public String tls() {
            return "none";
        }

        @Override
        public String user() {
            return "";
        }

        @Override
        public String password() {
            return "";
        }

        @Override
        public String from() {
            return "IOC Hub <hub@example.vn>";
        }
    }

    private static final class OneTenant implements Tenants {
        @Override
        public List<Tenant> list() {
            return List.of(new Tenant(
                    "quang-ngai",
                    Text.of("Tỉnh Quảng Ngãi", "Quang Ngai province"),
                    List.of("51"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of("environment", "Sở Nông nghiệp và Môi trường, 0255 000 000, moi-truong@example.vn"),
                    List.of("T2-T6 07:00-15:00 Tổ 1 to1@example.vn", "T7-CN Tổ 2 to2@example.vn"),
                    ZoneId.of("Asia/Ho_Chi_Minh")));
        }

        @Override
        public Optional<Tenant> get(String id) {
            return list().stream().filter(tenant -> tenant.id().equals(id)).findFirst();
        }
    }
}
