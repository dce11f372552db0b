package org.iochub.routes.environmentstations.internal;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.camel.component.file.remote.RemoteFileConfiguration;
import org.apache.camel.component.file.remote.SftpConfiguration;
import org.iochub.api.Source;
import org.iochub.model.FaultException;

/** The directory with the stations' files, on an FTP or SFTP server as its address says. Immutable. */
final class Inbox {
    private static final String PARAMETERS = "?passiveMode=true&binary=true&recursive=true&stepwise=false"
            + "&autoCreate=false&throwExceptionOnConnectFailed=true&maximumReconnectAttempts=0"
            + "&eagerMaxMessagesPerPoll=false&initialDelay=0"
            // Stamped, because servers refuse to move onto a file that is there: a corrected file has its old name.
            + "&move=.done/${date:now:yyyy-MM-dd}/${file:onlyname.noext}.${date:now:yyyyMMddHHmmssSSS}.txt";

    private static final String SFTP =
            "&strictHostKeyChecking=yes&useUserKnownHostsFile=false" + "&preferredAuthentications=publickey,password";

    private final Source<EnvironmentStationsSettings> source;
    private final EnvironmentStationsSettings settings;
    private final boolean sftp;
    private final int port;

    /** @throws FaultException {@code bad-setting} */
    Inbox(Source<EnvironmentStationsSettings> source) {
        this.source = source;
        this.settings = source.settings();
        URI url = settings.url();
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        this.sftp = scheme.equals("sftp");
        if (!sftp && !scheme.equals("ftp") || url.getHost() == null || url.getUserInfo() != null) {
            throw FaultException.of(
                    "bad-setting",
                    "url",
                    "«" + url + "» không phải địa chỉ FTP hay SFTP; hãy viết như «ftp://192.0.2.10:21/tram» hoặc"
                            + " «sftp://192.0.2.10/tram», không kèm tài khoản.",
                    "«" + url + "» is no FTP or SFTP address; write it like «ftp://192.0.2.10:21/tram» or"
                            + " «sftp://192.0.2.10/tram», without an account.");
        }
        this.port = url.getPort() >= 0 ? url.getPort() : sftp ? KnownHost.SSH_PORT : 21;
        if (settings.password().isEmpty() && (!sftp || settings.privateKey().isEmpty())) {
            throw FaultException.of(
                    "bad-setting",
                    "password",
                    "Chưa có mật khẩu; hãy khai password, hoặc privateKey với SFTP.",
                    "There is no password; set password, or privateKey with SFTP.");
        }
    }

    /** Without account, password and keys, which stay out of names, logs and management. */
    String address() {
        URI url = settings.url();
        String protocol = sftp ? "sftp" : "ftp";
        Path work = Path.of(
                System.getProperty("java.io.tmpdir"),
                "iochub-" + protocol + "-" + ProcessHandle.current().pid(),
                source.id());
        return protocol + ":" + url.getHost() + ":" + port
                + (url.getRawPath().isEmpty() ? "/" : url.getRawPath())
                + PARAMETERS
                + (sftp ? SFTP : "")
                + "&delay=" + settings.pollEvery().toMillis()
                + "&maxMessagesPerPoll=" + settings.maxFilesPerPoll()
                + "&connectTimeout=" + settings.connectTimeout().toMillis()
                + "&soTimeout=" + settings.readTimeout().toMillis()
                + "&timeout=" + settings.readTimeout().toMillis()
                // Downloads go to disk: a file can be larger than memory.
                + "&localWorkDirectory=RAW(" + work + ")";
    }

    /** What the address must not say. */
    void arrange(RemoteFileConfiguration configuration) {
        configuration.setUsername(settings.username());
        settings.password().ifPresent(password -> configuration.setPassword(password.reveal()));
        if (configuration instanceof SftpConfiguration ssh) {
            ssh.setKnownHosts(KnownHost.lines(settings, port).getBytes(StandardCharsets.UTF_8));
            settings.privateKey()
                    .ifPresent(
                            key -> ssh.setPrivateKey((key.reveal().strip() + "\n").getBytes(StandardCharsets.UTF_8)));
            settings.passphrase().ifPresent(phrase -> ssh.setPrivateKeyPassphrase(phrase.reveal()));
        }
    }
}
