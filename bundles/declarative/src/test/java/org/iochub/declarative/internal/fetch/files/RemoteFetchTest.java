package org.iochub.declarative.internal.fetch.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iochub.declarative.internal.fetch.Rig.patiently;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.iochub.declarative.internal.DeclaredSettings;
import org.iochub.declarative.internal.fetch.Fetch;
import org.iochub.declarative.internal.fetch.FetchFactory;
import org.iochub.declarative.internal.fetch.Rig;
import org.iochub.simulators.ftp.FtpHost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** FTP and SFTP against real servers; what both do is tested with both. */
class RemoteFetchTest {
    private static final String PASSWORD = "p)&%#ss";
    private static final KeyPair KEY = SshHost.pair();
    private static final KeyPair SERVER = SshHost.pair();

    @TempDir
    Path home;

    private final List<AutoCloseable> open = new ArrayList<>();
    private Inbox inbox;
    private String hostKey = SshHost.line(SERVER);
    private String password = PASSWORD;
    private String privateKey = "";

    @BeforeEach
    void open() {
        inbox = new Inbox(home);
        open.add(inbox);
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp", "sftp"})
    void movesEachFileAwayWhenItIsDurable(String protocol) throws Exception {
        inbox.put("tram/b/2.txt", "hai");
        inbox.put("tram/a/1.txt", "một");
        inbox.put("tram/readme.md", "x");
        inbox.put("elsewhere/3.txt", "x");
        inbox.refuse(name -> name.equals("b/2.txt"));
        start(protocol, host(protocol, 0), "directory: tram\nrecursive: true\ninclude: '*.txt'");

        patiently().untilAsserted(() -> assertThat(inbox.ids()).hasSizeGreaterThan(2));
        assertThat(inbox.delivered()).containsExactly("a/1.txt=một");
        assertThat(inbox.files()).contains("tram/b/2.txt");
        assertThat(inbox.ids().stream().filter(id -> id.startsWith("b/2.txt|")).distinct())
                .hasSize(1);
        inbox.refuse(name -> false);
        patiently().untilAsserted(() -> assertThat(inbox.files()).doesNotContain("tram/b/2.txt"));
        assertThat(inbox.delivered()).containsExactly("a/1.txt=một", "b/2.txt=hai");
        assertThat(inbox.files())
                .hasSize(4)
                .anyMatch(name -> name.startsWith("tram/.done/a/1.txt.20"))
                .anyMatch(name -> name.startsWith("tram/.done/b/2.txt.20"));
        patiently()
                .untilAsserted(() -> assertThat(inbox.source().timesUpToDate()).isPositive());

        inbox.put("tram/a/1.txt", "sửa");
        patiently().untilAsserted(() -> assertThat(inbox.delivered()).hasSize(3));
        assertThat(inbox.endpoints()).doesNotContain(PASSWORD).doesNotContain("ioc@");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp", "sftp"})
    void keptFilesDoNotComeAgainUnlessTheyChange(String protocol) throws Exception {
        inbox.put("new.csv", "2", "2026-03-02T00:10:00Z");
        inbox.put("old.csv", "1", "2026-03-01T00:10:00Z");
        start(protocol, host(protocol, 0), "after: keep\norder: time");
        patiently()
                .untilAsserted(() -> assertThat(inbox.source().timesUpToDate()).isGreaterThan(3));
        assertThat(inbox.delivered()).containsExactly("old.csv=1", "new.csv=2");
        inbox.put("old.csv", "11", "2026-03-03T00:10:00Z");
        patiently().untilAsserted(() -> assertThat(inbox.delivered()).contains("old.csv=11"));
        assertThat(inbox.files()).containsExactly("new.csv", "old.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp", "sftp"})
    void waitsForTheMarkerAndDeletes(String protocol) throws Exception {
        inbox.put("a.csv", "1");
        inbox.put("b.csv", "2");
        inbox.put("b.csv.ok", "");
        start(protocol, host(protocol, 0), "after: delete\ndone: .ok");
        patiently().untilAsserted(() -> assertThat(inbox.files()).containsExactly("a.csv"));
        assertThat(inbox.delivered()).containsExactly("b.csv=2");
        inbox.put("a.csv.ok", "");
        patiently().untilAsserted(() -> assertThat(inbox.files()).isEmpty());
        assertThat(inbox.delivered()).containsExactly("b.csv=2", "a.csv=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp", "sftp"})
    void aServerThatIsDownIsWaitedFor(String protocol) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        inbox.put("a.csv", "1");
        start(protocol, port, "");
        patiently().untilAsserted(() -> assertThat(inbox.source().waitings()).hasSizeGreaterThan(1));
        assertThat(inbox.source().waitings().get(0).en())
                .contains(protocol + "://127.0.0.1:" + port, "cannot be read")
                .doesNotContain(PASSWORD);
        host(protocol, port);
        patiently().untilAsserted(() -> assertThat(inbox.delivered()).containsExactly("a.csv=1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp", "sftp"})
    void aServerThatHangsIsGivenUp(String protocol) throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            start(protocol, silent.getLocalPort(), "timeout: 300ms\nconnectTimeout: 300ms");
            patiently()
                    .untilAsserted(() -> assertThat(inbox.source().waitings()).isNotEmpty());
        }
        assertThat(inbox.delivered()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp", "sftp"})
    void aWrongPasswordIsSaid(String protocol) throws Exception {
        int port = host(protocol, 0);
        password = "khac-hoan-toan";
        start(protocol, port, "");
        patiently().untilAsserted(() -> assertThat(inbox.source().waitings()).isNotEmpty());
        assertThat(inbox.source().waitings().get(0).en())
                .containsAnyOf("530", "Auth fail")
                .doesNotContain("khac-hoan-toan");
    }

    @Test
    void takesAPrivateKey() throws Exception {
        int port = host("sftp", 0);
        password = "";
        privateKey = SshHost.pem(KEY);
        inbox.put("a.csv", "1");
        start("sftp", port, "");
        patiently().untilAsserted(() -> assertThat(inbox.delivered()).containsExactly("a.csv=1"));
        assertThat(inbox.endpoints()).doesNotContain("BEGIN PRIVATE KEY");
    }

    @Test
    void refusesAServerThatIsAnother() throws Exception {
        int port = host("sftp", 0);
        hostKey = SshHost.line(SshHost.pair());
        inbox.put("a.csv", "1");
        start("sftp", port, "");
        patiently().untilAsserted(() -> assertThat(inbox.source().waitings()).isNotEmpty());
        assertThat(inbox.source().waitings().get(0).en()).containsIgnoringCase("HostKey");
        assertThat(inbox.delivered()).isEmpty();
    }

    @Test
    void halfAFileIsNoFileWhateverTheServerSays() throws Exception {
        inbox.put("a.csv", "một,hai,ba");
        TroubledFtp trouble = new TroubledFtp(1, 0);
        FtpHost host = new FtpHost(0, Map.of("ioc", home), PASSWORD, trouble);
        open.add(host);
        start("ftp", host.port(), "");
        patiently().untilAsserted(() -> assertThat(inbox.delivered()).containsExactly("a.csv=một,hai,ba"));
        assertThat(trouble.halves()).isEqualTo(1);
        assertThat(inbox.source().waitings())
                .anyMatch(said -> said.en().contains("Of the file \"a.csv\" 6 of 12 bytes came"));
    }

    @Test
    void aFileThatCouldNotBeMovedIsMovedLater() throws Exception {
        inbox.put("a.csv", "1");
        FtpHost host = new FtpHost(0, Map.of("ioc", home), PASSWORD, new TroubledFtp(0, 1));
        open.add(host);
        start("ftp", host.port(), "");
        patiently().untilAsserted(() -> assertThat(inbox.files()).doesNotContain("a.csv"));
        assertThat(inbox.files()).singleElement().asString().startsWith(".done/a.csv.20");
        // The second time only moves it: the hub knows the message by its name.
        assertThat(inbox.ids()).hasSize(2).containsOnly(inbox.ids().get(0));
        assertThat(inbox.source().waitings())
                .anyMatch(said -> said.en().contains("\"a.csv\" was taken, but could not be moved"));
    }

    private int host(String protocol, int port) {
        if (protocol.equals("ftp")) {
            FtpHost host = new FtpHost(port, Map.of("ioc", home), PASSWORD);
            open.add(host);
            return host.port();
        }
        SshHost host = new SshHost(port, home, "ioc", PASSWORD, KEY.getPublic(), SERVER);
        open.add(host);
        return host.port();
    }

    private void start(String protocol, int port, String more) throws Exception {
        FetchFactory factory = protocol.equals("ftp") ? new FtpFetches() : new SftpFetches();
        String yaml = "host: '{{host}}'\nport: '{{port}}'\nuser: ioc\npassword: '{{password}}'\nevery: 60ms\n"
                + (protocol.equals("sftp") ? "hostKey: '{{hostKey}}'\n" : "")
                + (privateKey.isEmpty() ? "" : "privateKey: '{{privateKey}}'\n")
                + (more.contains("done:") ? "" : "settle: 10ms\n") + more;
        Fetch fetch = Rig.fetch(
                factory,
                yaml,
                Rig.WHOLE,
                Rig.text("host"),
                Rig.text("port"),
                Rig.text("hostKey"),
                Rig.secret("password"),
                Rig.secret("privateKey"));
        DeclaredSettings settings = Rig.settings(
                "host",
                "127.0.0.1",
                "port",
                Integer.toString(port),
                "hostKey",
                hostKey,
                "password",
                "secret:" + password,
                "privateKey",
                "secret:" + privateKey);
        inbox.start(fetch, settings);
    }
}
