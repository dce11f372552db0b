package org.iochub.delivery.internal.testing;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate that issued itself.
 *
 * @param keys PKCS #12, certificate and private key
 * @param pem the certificate alone, for who is to trust it
 */
public record Certificate(Path keys, Path pem) {
    public static final String PASSWORD = "of-the-test";

    /** @param names as subject alternative names: {@code dns:localhost,ip:127.0.0.1} */
    public static Certificate of(Path folder, String names) throws Exception {
        Certificate made = new Certificate(folder.resolve("keys.p12"), folder.resolve("ca.pem"));
        keytool("-genkeypair", made, "-keyalg", "EC", "-dname", "CN=test", "-ext", "SAN=" + names, "-validity", "2");
        keytool("-exportcert", made, "-rfc", "-file", made.pem.toString());
        return made;
    }

    private static void keytool(String task, Certificate made, String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                task,
                "-alias",
                "test",
                "-storetype",
                "PKCS12",
                "-keystore",
                made.keys.toString(),
                "-storepass",
                PASSWORD));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IllegalStateException(
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** TLS of a server that shows this certificate. */
    public SSLContext server() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
