package org.iochub.declarative.internal.fetch.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.iochub.api.Transport;
import org.iochub.declarative.internal.DeclaredSettings;
import org.iochub.declarative.internal.fetch.inbox.Compile;
import org.iochub.declarative.internal.fetch.inbox.Lines;
import org.iochub.declarative.internal.fetch.inbox.Silence;
import org.iochub.declarative.internal.fetch.inbox.Standard;
import org.iochub.testkit.TestHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailFetchTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String OPTIONS = """
            server: "{{address}}"
            user: hub
            password: "{{hidden}}"
            from: "*@so.example.vn"
            attachments: ["*.csv", "*.zip"]
            every: 100ms
            timeout: 2s
            maxBytes: 100000
            """;

    private int imap;
    private GreenMail server;
    private GreenMailUser user;
    private TestHub<DeclaredSettings> hub;

    @BeforeEach
    void startServer() throws Exception {
        imap = Silence.free();
        server = server(imap);
    }

    private GreenMail server(int port) {
        GreenMail mail = new GreenMail(new ServerSetup[] {
            new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_POP3)
        });
        mail.start();
        user = mail.setUser("hub@tinh.example.vn", "hub", Compile.HIDDEN);
        return mail;
    }

    @AfterEach
    void close() {
        if (hub != null) {
            hub.close();
        }
        server.stop();
    }

    @Test
    void deliversAttachmentsAndMarksTheMail() throws Exception {
        send("a@so.example.vn", "Báo cáo", "=?UTF-8?B?YsOhbyBjw6FvLmNzdg==?=", "ma,so\n1,2\n");
        send("a@khac.example.vn", "Báo cáo", "khac.csv", "x");
        send("a@so.example.vn", "Ảnh", "anh.png", "x");
        start("");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Lines.taken(hub)).containsExactly("ma,so", "1,2"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(unseen()).isEqualTo(2));
        upToDate();

        assertThat(hub.taken()).singleElement().satisfies(message -> {
            assertThat(message.name()).isEqualTo("báo cáo.csv");
            assertThat(message.id()).matches("<1@so.example.vn>/báo cáo.csv/[0-9a-f]{64}");
            assertThat(message.headers())
                    .containsEntry("subject", "Báo cáo")
                    .containsEntry("sentAt", "2026-03-01T08:00+07:00");
        });
    }

    @Test
    void aMailIsDoneWhenItsLastFileIsTaken() throws Exception {
        deliver(mail("a@so.example.vn", "Hai tệp", Map.of("1.csv", "một", "2.zip", "PK")));
        hub = Lines.hub(Compile.good(new MailFetchFactory(), OPTIONS));
        hub.refuse(id -> hub.taken().size() == 1);
        hub.start(Compile.settings("imap://127.0.0.1:" + imap), NOW);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(hub.refused()).isGreaterThan(1));
        assertThat(unseen()).isEqualTo(1);

        hub.refuse(id -> false);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(unseen()).isZero());
        assertThat(hub.codes()).containsExactlyInAnyOrder("một", "PK");
        assertThat(hub.taken()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"delete | 0", "{ move: Da-nhan } | 1"})
    void deletesOrMoves(String after, int moved) throws Exception {
        send("a@so.example.vn", "Báo cáo", "a.csv", "một");
        start("after: " + after);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(mails("INBOX")).isEmpty());

        assertThat(hub.codes()).containsExactly("một");
        if (moved > 0) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(mails("Da-nhan")).hasSize(moved));
        }
        // What comes later is found as well, and what is in the other folder is let be.
        send("a@so.example.vn", "Báo cáo", "b.csv", "hai");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(mails("INBOX")).isEmpty());
        assertThat(hub.codes()).containsExactly("hai", "một");
    }

    @Test
    void readsPop3() throws Exception {
        send("a@so.example.vn", "Báo cáo", "a.csv", "một");
        hub = Lines.hub(Compile.good(new MailFetchFactory(), OPTIONS + "after: delete"));
        hub.start(Compile.settings("pop3://127.0.0.1:" + server.getPop3().getPort()), NOW);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(mails("INBOX")).isEmpty());

        assertThat(hub.codes()).containsExactly("một");
    }

    @Test
    void aMailThatCannotBeReadStopsNoOther() throws Exception {
        send("a@so.example.vn", "Lớn", "lon.csv", "x".repeat(150_000));
        deliver("From: a@so.example.vn\r\nSubject: =?UTF-8?B?hong\r\nContent-Type: multipart/mixed\r\n\r\n--x");
        deliver("From: a@so.example.vn\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: "
                + "text/csv; name=\"cut.csv\"\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!!x\r\n");
        send("a@so.example.vn", "Tốt", "tot.csv", "tốt");
        start("");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(hub.codes()).contains("tốt"));
        upToDate();

        assertThat(hub.codes()).doesNotContain("x".repeat(150_000));
        assertThat(unseen()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void waitsForAServerThatIsDownOrSilent() throws Exception {
        server.stop();
        start("");
        waitingFor("cannot be connected to");
        server = server(imap);
        send("a@so.example.vn", "Báo cáo", "a.csv", "một");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(hub.codes()).containsExactly("một"));
        hub.stop();
        try (Silence silence = Silence.open()) {
            hub.start(Compile.settings("imap://127.0.0.1:" + silence.port()), NOW);
            waitingFor("did not answer in time");
        }
    }

    @Test
    void namesAWrongAccountAndAMissingFolderAndShowsNoSecret() throws Exception {
        try (Standard log = new Standard()) {
            start("folder: Khong-co");
            waitingFor("no such folder");
            hub.stop();
            hub = Lines.hub(Compile.good(new MailFetchFactory(), OPTIONS.replace("user: hub", "user: khac")));
            hub.start(Compile.settings("imap://127.0.0.1:" + imap), NOW);
            waitingFor("refuses the account");

            assertThat(log.text() + hub.waitings()).doesNotContain(Compile.HIDDEN);
        }
    }

    @Test
    void anEncryptedConnectionThatIsAMustIsNotGivenUp() throws Exception {
        start("startTls: true");
        waitingFor("does not do what it is asked; check server, startTls");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "server: smtp://x | /from/mail/server",
                "server: imaps://u@x | /from/mail/server",
                "server: pop3s://x | /from/mail/after",
            })
    void namesWhatIsWrong(String example) {
        String[] parts = example.split(" \\| ");
        assertThat(Compile.problems(new MailFetchFactory(), parts[0] + "\nuser: a\npassword: b"))
                .singleElement()
                .satisfies(text -> assertThat(text).startsWith(parts[1] + ": "));
    }

    @Test
    void isMail() {
        assertThat(Compile.good(new MailFetchFactory(), OPTIONS).transport()).isEqualTo(Transport.MAIL);
        assertThat(Compile.misfits(new MailFetchFactory(), OPTIONS + "after: keep"))
                .isNotEmpty();
    }

    @Test
    void globsKnowNoCaseAndOneFormOfLetters() {
        Globs globs = Globs.of(List.of("báo cáo*.csv"));

        assertThat(globs.fit("BÁO CÁO tháng.CSV")).isTrue();
        assertThat(globs.fit("ba\u0301o ca\u0301o.csv")).isTrue();
        assertThat(globs.fit("báo cáo.csv.exe")).isFalse();
    }

    private void start(String more) throws Exception {
        hub = Lines.hub(Compile.good(new MailFetchFactory(), OPTIONS + more));
        hub.start(Compile.settings("imap://127.0.0.1:" + imap), NOW);
    }

    private int sent;

    private void send(String from, String subject, String file, String content) throws Exception {
        deliver(mail(from, subject, Map.of(file, content)));
    }

    private String mail(String from, String subject, Map<String, String> files) {
        StringBuilder text = new StringBuilder();
        text.append("From: Sở <")
                .append(from)
                .append(">\r\nMessage-ID: <")
                .append(++sent)
                .append("@so.example.vn>\r\n");
        text.append("Date: Sun, 01 Mar 2026 01:00:00 +0000\r\nSubject: ")
                .append(encoded(subject))
                .append("\r\n");
        text.append("Content-Type: multipart/mixed; boundary=xx\r\n\r\n--xx\r\nContent-Type: text/plain\r\n\r\nHi\r\n");
        files.forEach((name, content) -> text.append("--xx\r\nContent-Type: application/octet-stream\r\n")
                .append("Content-Disposition: attachment; filename=\"")
                .append(name)
                .append("\"\r\nContent-Transfer-Encoding: base64\r\n\r\n")
                .append(java.util.Base64.getMimeEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8)))
                .append("\r\n"));
        return text.append("--xx--\r\n").toString().replace("Sở", encoded("Sở"));
    }

    private static String encoded(String text) {
        return "=?UTF-8?B?" + java.util.Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))
                + "?=";
    }

    private void deliver(String mail) throws Exception {
        user.deliver(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8))));
    }

    private List<StoredMessage> mails(String folder) throws FolderException {
        MailFolder found = folder.equals("INBOX")
                ? server.getManagers().getImapHostManager().getInbox(user)
                : server.getManagers().getImapHostManager().getFolder(user, folder);
        return found == null ? List.of() : found.getMessages();
    }

    private long unseen() throws FolderException {
        return mails("INBOX").stream()
                .filter(mail -> !mail.isSet(Flags.Flag.SEEN))
                .count();
    }

    private void upToDate() {
        int goal = hub.timesUpToDate() + 2;
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.timesUpToDate()).isGreaterThanOrEqualTo(goal));
    }

    private void waitingFor(String sentence) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hub.waitings())
                        .anySatisfy(text -> assertThat(text.en()).contains(sentence)));
    }
}
