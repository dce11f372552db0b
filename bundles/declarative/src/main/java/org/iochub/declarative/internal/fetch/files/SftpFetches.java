package org.iochub.declarative.internal.fetch.files;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.remote.SftpConfiguration;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.iochub.api.Source;
import org.iochub.api.Transport;
import org.iochub.declarative.internal.DeclaredSettings;
import org.iochub.declarative.internal.Problems;
import org.iochub.declarative.internal.fetch.Fetch;
import org.iochub.declarative.internal.fetch.FetchFactory;
import org.iochub.declarative.internal.fetch.Fill;
import org.iochub.declarative.internal.fetch.Options;
import org.iochub.declarative.internal.fetch.Template;
import org.iochub.model.FaultException;

/** {@code from.sftp}: reads files from an SSH server that shows the key that the file or a setting names. */
public final class SftpFetches implements FetchFactory {
    private static final int SSH_PORT = 22;

    /**
     * Who the server and the hub are to each other.
     *
     * @param hostKey the server's public key, {@code ssh-ed25519 AAAA…}
     * @param knownHosts lines of a {@code known_hosts} file
     */
    private record Keys(
            Optional<Template> hostKey,
            Optional<Template> knownHosts,
            Optional<Template> privateKey,
            Optional<Template> passphrase) {
        static Keys of(Options options) {
            return new Keys(
                    options.text("hostKey"),
                    options.text("knownHosts"),
                    options.text("privateKey"),
                    options.text("passphrase"));
        }
    }

    @Override
    public String name() {
        return "sftp";
    }

    @Override
    public Fetch compile(JsonNode node, String pointer, Tools tools, Problems problems) {
        Options options = new Options(node, pointer, tools.settings(), problems);
        Remote remote = Remote.of(options, SSH_PORT);
        Keys keys = Keys.of(options);
        FilePlan plan = FilePlan.of(options);
        return new Fetch() {
            @Override
            public Transport transport() {
                return Transport.SFTP;
            }

            @Override
            public RoutesBuilder routes(Source<DeclaredSettings> source) {
                return new Routes(plan, source, remote, keys);
            }
        };
    }

    private static final class Routes extends FileRoutes<SftpRemoteFile> {
        private final Remote remote;
        private final Keys keys;

        Routes(FilePlan plan, Source<DeclaredSettings> source, Remote remote, Keys keys) {
            super(plan, source);
            this.remote = remote;
            this.keys = keys;
        }

        @Override
        String address() {
            return place().replaceFirst("://", ":");
        }

        @Override
        String place() {
            return "sftp://" + remote.authority(fill) + "/" + Remote.directory(plan, fill);
        }

        @Override
        String more() {
            return remote.timeouts(fill)
                    + "&strictHostKeyChecking=yes&useUserKnownHostsFile=false&preferredAuthentications=publickey,password"
                    + "&localWorkDirectory=RAW(" + work("sftp") + ")";
        }

        @Override
        void arrange(GenericFileEndpoint<SftpRemoteFile> inbox) {
            SftpConfiguration configuration = ((SftpEndpoint) inbox).getConfiguration();
            configuration.setUsername(fill.text(remote.user()));
            remote.password().ifPresent(password -> configuration.setPassword(fill.text(password)));
            configuration.setKnownHosts(knownHosts(fill).getBytes(StandardCharsets.UTF_8));
            keys.privateKey()
                    .ifPresent(key -> configuration.setPrivateKey(
                            (fill.text(key).strip() + "\n").getBytes(StandardCharsets.UTF_8)));
            keys.passphrase().ifPresent(phrase -> configuration.setPrivateKeyPassphrase(fill.text(phrase)));
        }

        private String knownHosts(Fill values) {
            String lines = keys.knownHosts().map(values::text).orElse("");
            String key = keys.hostKey().map(values::text).orElse("").strip();
            if (!key.isEmpty()) {
                String[] parts = key.split("\\s+");
                if (parts.length < 2 || !parts[1].startsWith("AAAA")) {
                    throw FaultException.of(
                            "bad-setting",
                            "hostKey",
                            "hostKey phải là khóa công khai của máy chủ, như «ssh-ed25519 AAAA…»; lấy bằng lệnh"
                                    + " ssh-keyscan rồi đối chiếu với đơn vị vận hành.",
                            "hostKey has to be the server's public key, such as \"ssh-ed25519 AAAA…\"; get it with"
                                    + " ssh-keyscan and compare it with those who run the server.");
                }
                String host = values.text(remote.host()).strip();
                int port = remote.port(values);
                lines += "\n" + (port == SSH_PORT ? host : "[" + host + "]:" + port) + " " + parts[0] + " " + parts[1];
            }
            if (lines.isBlank()) {
                throw FaultException.of(
                        "bad-setting",
                        "hostKey",
                        "Chưa có khóa của máy chủ SFTP; hãy điền hostKey hoặc knownHosts.",
                        "The SFTP server's key is not known; set hostKey or knownHosts.");
            }
            return lines.strip() + "\n";
        }
    }
}
