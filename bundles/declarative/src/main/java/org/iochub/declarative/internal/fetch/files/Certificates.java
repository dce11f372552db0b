package org.iochub.declarative.internal.fetch.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.TrustManagerFactory;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.iochub.model.FaultException;

/** Which servers are trusted over TLS. */
final class Certificates {
    private Certificates() {}

    /** Those that this Java trusts. */
    static SSLContextParameters usual() {
        return new SSLContextParameters();
    }

    /**
     * Those whose certificate, or whose authority's, is among these.
     *
     * @param pem one certificate or more
     * @throws FaultException {@code bad-setting}
     */
    static SSLContextParameters only(String pem) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate one : CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))) {
                store.setCertificateEntry("trusted-" + number++, one);
            }
            if (number > 0) {
                TrustManagerFactory factory =
                        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
                factory.init(store);
                TrustManagersParameters trusted = new TrustManagersParameters();
                trusted.setTrustManager(factory.getTrustManagers()[0]);
                SSLContextParameters parameters = new SSLContextParameters();
                parameters.setTrustManagers(trusted);
                return parameters;
            }
        } catch (GeneralSecurityException | IOException e) {
            // Said below.
        }
        throw FaultException.of(
                "bad-setting",
                "certificate",
                "certificate phải là chứng thư dạng PEM, bắt đầu bằng «-----BEGIN CERTIFICATE-----».",
                "certificate has to be a certificate in PEM, which begins with \"-----BEGIN CERTIFICATE-----\".");
    }
}
