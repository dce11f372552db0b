package org.iochub.routes.environmentstations.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.iochub.model.FaultException;

/** The keys that an SFTP server may show: no other server is spoken to. */
final class KnownHost {
    static final int SSH_PORT = 22;

    private KnownHost() {}

    /**
     * @return lines of a {@code known_hosts} file
     * @throws FaultException {@code bad-setting} when the settings name no key
     */
    static String lines(EnvironmentStationsSettings settings, int port) {
        String lines = settings.knownHostsFile().map(KnownHost::read).orElse("")
                + settings.hostKey()
                        .map(key -> "\n" + line(settings.url().getHost(), port, key))
                        .orElse("");
        if (lines.isBlank()) {
            throw FaultException.of(
                    "bad-setting",
                    "hostKey",
                    "Chưa có khóa của máy chủ SFTP; hãy khai hostKey hoặc knownHostsFile.",
                    "The SFTP server's key is not known; set hostKey or knownHostsFile.");
        }
        return lines.strip() + "\n";
    }

    private static String line(String host, int port, String key) {
        String[] parts = key.strip().split("\\s+");
        if (parts.length < 2 || !parts[1].startsWith("AAAA")) {
            throw FaultException.of(
                    "bad-setting",
                    "hostKey",
                    "hostKey phải là khóa công khai của máy chủ, như «ssh-ed25519 AAAA…»; lấy bằng lệnh ssh-keyscan rồi"
                            + " đối chiếu với đơn vị vận hành.",
                    "hostKey has to be the server's public key, such as «ssh-ed25519 AAAA…»; get it with ssh-keyscan and"
                            + " compare it with those who run the server.");
        }
        return (port == SSH_PORT ? host : "[" + host + "]:" + port) + " " + parts[0] + " " + parts[1];
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException | InvalidPathException e) {
            throw FaultException.of(
                    "bad-setting",
                    "knownHostsFile",
                    "Không đọc được tệp «" + file + "»; hãy kiểm tra đường dẫn và quyền đọc.",
                    "The file «" + file + "» cannot be read; check the path and the permissions.");
        }
    }
}
