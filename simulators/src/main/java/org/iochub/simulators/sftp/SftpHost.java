package org.iochub.simulators.sftp;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** A real SFTP server on the loopback address with a host key of its own, each user in a directory of their own. */
public final class SftpHost implements AutoCloseable {
    private final SshServer server = SshServer.setUpDefaultServer();
    private final String hostKey;

    /**
     * @param port 0 for any free one
     * @param homes the directory of each user; made when it is missing
     * @param password of every user
     */
    public SftpHost(int port, Map<String, Path> homes, String password) {
        VirtualFileSystemFactory files = new VirtualFileSystemFactory();
        KeyPair pair = pair();
        this.hostKey = line(pair);
        try {
            for (Map.Entry<String, Path> home : homes.entrySet()) {
                files.setUserHomeDir(home.getKey(), Files.createDirectories(home.getValue()));
            }
            server.setHost("127.0.0.1");
            server.setPort(port);
            server.setKeyPairProvider(KeyPairProvider.wrap(pair));
            server.setPasswordAuthenticator((name, word, session) -> homes.containsKey(name) && word.equals(password));
            server.setFileSystemFactory(files);
            server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException("the SFTP server does not start on port " + port, e);
        }
    }

    /** Lets whoever holds the private key of this one in, as any user. */
    public void authorize(PublicKey key) {
        server.setPublickeyAuthenticator((name, shown, session) -> KeyUtils.compareKeys(key, shown));
    }

    public int port() {
        return server.getPort();
    }

    /** The server's public key as {@code ssh-keyscan} shows it. */
    public String hostKey() {
        return hostKey;
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String line(KeyPair pair) {
        StringWriter out = new StringWriter();
        try {
            PublicKeyEntry.appendPublicKeyEntry(out, pair.getPublic());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    @Override
    public void close() {
        try {
            server.stop(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
