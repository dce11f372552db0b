import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the key store that the HTTP server wants out of a certificate chain and its key, both PEM (RFC 7468). Says in a
 * sentence what is wrong with them, so that a hub does not start with a certificate that no reader accepts.
 */
class TlsStore {
    private static final Duration SOON = Duration.ofDays(30);
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");

    /** A sentence for the person who configured it. */
    private static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        Wrong(String sentence) {
            super(sentence);
        }
    }

    public static void main(String[] args) throws Exception {
        try {
            write(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]), System.getenv("HUB_TLS_STORE_PASSWORD"));
        } catch (Wrong e) {
            System.err.println("hub: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void write(Path certificate, Path key, Path store, String password) throws Exception {
        List<X509Certificate> chain = chain(certificate);
        X509Certificate own = chain.get(0);
        checkDates(certificate, own);
        PrivateKey secret = key(key, own.getPublicKey());
        if (!fits(secret, own.getPublicKey())) {
            throw new Wrong("the key in " + key + " (HUB_TLS_KEY) is not the one of the certificate in " + certificate
                    + " (HUB_TLS_CERTIFICATE): the server's own certificate must stand first in the file");
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setKeyEntry("hub", secret, password.toCharArray(), chain.toArray(Certificate[]::new));
        Path whole = store.resolveSibling(store.getFileName() + ".new");
        try (OutputStream out = Files.newOutputStream(whole)) {
            keys.store(out, password.toCharArray());
        }
        Files.move(whole, store, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private static List<X509Certificate> chain(Path file) throws Wrong {
        try (InputStream in = Files.newInputStream(file)) {
            List<X509Certificate> chain = new ArrayList<>();
            for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                chain.add((X509Certificate) each);
            }
            if (chain.isEmpty()) {
                throw new Wrong(file + " (HUB_TLS_CERTIFICATE) holds no certificate: it must be PEM, the server's own first");
            }
            return chain;
        } catch (IOException e) {
            throw new Wrong(file + " (HUB_TLS_CERTIFICATE) cannot be read: " + e.getMessage());
        } catch (CertificateException e) {
            throw new Wrong(file + " (HUB_TLS_CERTIFICATE) is no PEM file of certificates");
        }
    }

    private static void checkDates(Path file, X509Certificate own) throws Wrong {
        try {
            own.checkValidity();
        } catch (CertificateExpiredException e) {
            throw new Wrong("the certificate in " + file + " expired on " + own.getNotAfter().toInstant()
                    + ": put a new one there and start again");
        } catch (CertificateNotYetValidException e) {
            throw new Wrong("the certificate in " + file + " is valid from "
                    + own.getNotBefore().toInstant() + " only: is this machine's clock right?");
        }
        Instant end = own.getNotAfter().toInstant();
        if (end.isBefore(Instant.now().plus(SOON))) {
            System.err.println("hub: the certificate in " + file + " expires on " + end + ": renew it before then");
        }
    }

    private static PrivateKey key(Path file, PublicKey fitting) throws Wrong {
        String text;
        try {
            text = Files.readString(file, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new Wrong(file + " (HUB_TLS_KEY) cannot be read: " + e.getMessage());
        }
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            if (block.group(1).equals("PRIVATE KEY")) {
                try {
                    return KeyFactory.getInstance(fitting.getAlgorithm())
                            .generatePrivate(new PKCS8EncodedKeySpec(
                                    Base64.getMimeDecoder().decode(block.group(2))));
                } catch (GeneralSecurityException | IllegalArgumentException e) {
                    throw new Wrong("the key in " + file + " (HUB_TLS_KEY) is no " + fitting.getAlgorithm()
                            + " key, as the certificate wants: " + e.getMessage());
                }
            }
        }
        throw new Wrong(file + " (HUB_TLS_KEY) holds no unencrypted PKCS #8 key (-----BEGIN PRIVATE KEY-----): make one"
                + " with: openssl pkcs8 -topk8 -nocrypt -in OLD.key -out NEW.key");
    }

    private static boolean fits(PrivateKey secret, PublicKey open) throws GeneralSecurityException {
        String algorithm =
                switch (open.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> open.getAlgorithm();
                };
        byte[] words = "the hub's".getBytes(StandardCharsets.US_ASCII);
        Signature signing = Signature.getInstance(algorithm);
        signing.initSign(secret);
        signing.update(words);
        byte[] signature = signing.sign();
        signing.initVerify(open);
        signing.update(words);
        return signing.verify(signature);
    }
}
