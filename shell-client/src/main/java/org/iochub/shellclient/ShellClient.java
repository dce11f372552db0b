package org.iochub.shellclient;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.keyverifier.KnownHostsServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.util.security.SecurityUtils;

/** Runs one command in a hub's shell: its output on stdout, its errors on stderr, its failure as exit code 1. */
public final class ShellClient {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private ShellClient() {}

    public static void main(String[] args) {
        if (args.length != 4) {
            System.err.println("usage: ShellClient PORT USER KEY-FILE COMMAND");
            System.exit(2);
        }
        int code;
        try {
            code = run(Integer.parseInt(args[0]), args[1], Path.of(args[2]), args[3]);
        } catch (Exception e) {
            System.err.println("hub: the shell cannot be reached: " + e.getMessage());
            code = 1;
        }
        System.out.flush();
        // The SSH client's threads would keep the process for some seconds.
        Runtime.getRuntime().halt(code);
    }

    private static int run(int port, String user, Path key, String command) throws Exception {
        SshClient client = SshClient.setUpDefaultClient();
        // The first answer's host key is kept; another one later is somebody else on our port.
        client.setServerKeyVerifier(new KnownHostsServerKeyVerifier(
                AcceptAllServerKeyVerifier.INSTANCE, key.resolveSibling("known_hosts")));
        client.start();
        try (ClientSession session = connect(client, user, port);
                InputStream pem = new FileInputStream(key.toFile())) {
            SecurityUtils.loadKeyPairIdentities(session, NamedResource.ofName(key.toString()), pem, null)
                    .forEach(session::addPublicKeyIdentity);
            session.auth().verify(PATIENCE);
            return execute(session, command);
        }
    }

    /** A hub that starts opens its shell a moment after its HTTP port: being refused is not the last word. */
    private static ClientSession connect(SshClient client, String user, int port) throws Exception {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return client.connect(user, "127.0.0.1", port).verify(PATIENCE).getSession();
            } catch (IOException refused) {
                if (System.nanoTime() > giveUp) {
                    throw new IOException("nobody answers on port " + port, refused);
                }
                Thread.sleep(200);
            }
        }
    }

    private static int execute(ClientSession session, String command) throws Exception {
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        try (ChannelExec channel = session.createExecChannel(command, StandardCharsets.UTF_8, null, null);
                OutputStream out = new ErrorSplitter(System.out, err)) {
            channel.setIn(InputStream.nullInputStream());
            channel.setOut(out);
            channel.setErr(new ErrorSplitter(err, err));
            channel.open().verify(PATIENCE);
            channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), Duration.ZERO);
            Integer status = channel.getExitStatus();
            if (status == null) {
                err.println("hub: the connection ended before the command did");
                return 1;
            }
            return status;
        }
    }
}
