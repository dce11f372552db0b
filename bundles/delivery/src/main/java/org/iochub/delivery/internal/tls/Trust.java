package org.iochub.delivery.internal.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.iochub.model.FaultException;

/** Which certificates are trusted, for servers whose issuer the machine does not know. */
public final class Trust {
    private Trust() {}

    /**
     * TLS that trusts the certificates of one file and no others.
     *
     * @param file PEM or DER, one certificate or more
     * @throws FaultException {@code bad-setting} when the file holds none
     */
    public static SSLContext only(Path file) throws GeneralSecurityException {
        return context(file, empty());
    }

    /** TLS that trusts the certificates of one file beside those that the machine knows. */
    public static SSLContext also(Path file) throws GeneralSecurityException {
        KeyStore store = empty();
        int count = 0;
        for (TrustManager manager : managers(null)) {
            if (manager instanceof X509TrustManager known) {
                for (Certificate issuer : known.getAcceptedIssuers()) {
                    store.setCertificateEntry("known-" + count++, issuer);
                }
            }
        }
        return context(file, store);
    }

    private static SSLContext context(Path file, KeyStore store) throws GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            int count = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("ca-" + count++, certificate);
            }
            if (count == 0) {
                throw unreadable(file);
            }
        } catch (IOException | CertificateException e) {
            throw unreadable(file);
        }
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers(store), null);
        return context;
    }

    private static KeyStore empty() throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            return store;
        } catch (IOException nothingIsRead) {
            throw new GeneralSecurityException(nothingIsRead);
        }
    }

    private static TrustManager[] managers(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        return trust.getTrustManagers();
    }

    private static FaultException unreadable(Path file) {
        return FaultException.of(
                "bad-setting",
                "ca",
                "Không đọc được chứng thư trong tệp «" + file + "»; hãy đặt vào đó chứng thư PEM của nơi cấp.",
                "No certificate can be read from the file «" + file + "»; put the issuer's PEM certificate there.");
    }
}
