package org.iochub.delivery.internal.tap;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.iochub.model.FaultException;

/** TLS that trusts the certificates of one file, for servers whose issuer the machine does not know. */
final class Trust {
    private Trust() {}

    /**
     * @param file PEM or DER, one certificate or more
     * @throws FaultException {@code bad-setting} when the file holds none
     */
    static SSLSocketFactory of(Path file) throws GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int count = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("ca-" + count++, certificate);
            }
            if (count == 0) {
                throw unreadable(file);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (IOException | java.security.cert.CertificateException e) {
            throw unreadable(file);
        }
    }

    private static FaultException unreadable(Path file) {
        return FaultException.of(
                "bad-setting",
                "ca",
                "Không đọc được chứng thư trong tệp «" + file + "»; hãy đặt vào đó chứng thư PEM của nơi cấp.",
                "No certificate can be read from the file «" + file + "»; put the issuer's PEM certificate there.");
    }
}
