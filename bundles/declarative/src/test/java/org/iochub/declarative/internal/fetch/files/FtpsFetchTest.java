package org.iochub.declarative.internal.fetch.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iochub.declarative.internal.fetch.Rig.patiently;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.ftpserver.DataConnectionConfigurationFactory;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.listener.Listener;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.ssl.SslConfigurationFactory;
import org.apache.ftpserver.usermanager.ClearTextPasswordEncryptor;
import org.apache.ftpserver.usermanager.PropertiesUserManagerFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.WritePermission;
import org.iochub.declarative.internal.fetch.Rig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FTP over TLS against a real server with a certificate of its own making. */
class FtpsFetchTest {
    @TempDir
    Path home;

    @TempDir
    Path keys;

    private Inbox inbox;
    private FtpServer server;
    private Listener listener;

    @BeforeEach
    void serve() throws Exception {
        inbox = new Inbox(home);
        keytool("-genkeypair -alias s -keyalg RSA -dname CN=ftps -ext san=ip:127.0.0.1 -validity 2");
        keytool("-exportcert -rfc -alias s -file " + keys.resolve("cert.pem"));
        SslConfigurationFactory ssl = new SslConfigurationFactory();
        ssl.setKeystoreFile(keys.resolve("store").toFile());
        ssl.setKeystoreType("PKCS12");
        ssl.setKeystorePassword("password");
        ssl.setKeyPassword("password");
        DataConnectionConfigurationFactory data = new DataConnectionConfigurationFactory();
        data.setPassivePorts("0");
        data.setPassiveAddress("127.0.0.1");
        ListenerFactory listeners = new ListenerFactory();
        listeners.setServerAddress("127.0.0.1");
        listeners.setPort(0);
        listeners.setSslConfiguration(ssl.createSslConfiguration());
        listeners.setDataConnectionConfiguration(data.createDataConnectionConfiguration());
        listener = listeners.createListener();
        PropertiesUserManagerFactory users = new PropertiesUserManagerFactory();
        users.setPasswordEncryptor(new ClearTextPasswordEncryptor());
        FtpServerFactory factory = new FtpServerFactory();
        factory.setUserManager(users.createUserManager());
        BaseUser user = new BaseUser();
        user.setName("ioc");
        user.setPassword("mk");
        user.setHomeDirectory(home.toString());
        user.setAuthorities(List.of(new WritePermission()));
        factory.getUserManager().save(user);
        factory.addListener("default", listener);
        server = factory.createServer();
        server.start();
    }

    @AfterEach
    void close() throws Exception {
        inbox.close();
        server.stop();
    }

    @Test
    void readsFromAServerThatItTrusts() throws Exception {
        inbox.put("a.csv", "1");
        start(Files.readString(keys.resolve("cert.pem")));
        patiently().untilAsserted(() -> assertThat(inbox.delivered()).containsExactly("a.csv=1"));
    }

    @Test
    void tellsNoPasswordToOneThatItDoesNot() throws Exception {
        inbox.put("a.csv", "1");
        start("");
        patiently().untilAsserted(() -> assertThat(inbox.source().waitings()).isNotEmpty());
        assertThat(inbox.source().waitings().get(0).en()).contains("cannot be read", "certification path");
        assertThat(inbox.delivered()).isEmpty();
    }

    private void start(String certificate) throws Exception {
        String yaml = "host: 127.0.0.1\nport: " + listener.getPort() + "\nuser: ioc\npassword: '{{p}}'\ntls: explicit\n"
                + "certificate: '{{cert}}'\nevery: 60ms\nsettle: 10ms\n";
        inbox.start(
                Rig.fetch(new FtpFetches(), yaml, Rig.WHOLE, Rig.secret("p"), Rig.text("cert")),
                Rig.settings("p", "secret:mk", "cert", certificate));
    }

    private void keytool(String arguments) throws Exception {
        String line = Path.of(System.getProperty("java.home"), "bin", "keytool") + " " + arguments + " -keystore "
                + keys.resolve("store") + " -storetype PKCS12 -storepass password";
        Process process = new ProcessBuilder(line.split(" "))
                .redirectErrorStream(true)
                .redirectOutput(keys.resolve("log").toFile())
                .start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(keys.resolve("log")))
                .isZero();
    }
}
