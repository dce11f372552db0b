package org.iochub.alerts.internal.look;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.iochub.alerts.internal.rule.World;

/**
 * Asks an address for its certificate as every client does, so that the certificate in use counts, whoever put it there.
 * Looks once an hour. Used by one thread.
 */
final class Certificates {
    private static final int MILLIS = 5_000;
    private static final Duration AGE = Duration.ofHours(1);
    private final List<String> endpoints;
    private List<World.Certificate> known = List.of();
    private Optional<Instant> looked = Optional.empty();

    /** @param endpoints host and port each */
    Certificates(List<String> endpoints) {
        this.endpoints = List.copyOf(endpoints);
    }

    List<World.Certificate> look(Instant now) {
        boolean fresh = looked.filter(moment -> moment.plus(AGE).isAfter(now)).isPresent();
        if (!fresh) {
            List<World.Certificate> all = new ArrayList<>();
            endpoints.forEach(endpoint -> all.add(new World.Certificate(endpoint, expires(endpoint))));
            known = List.copyOf(all);
            // What could not be reached is tried again at the next look.
            looked = all.stream().allMatch(each -> each.expires().isPresent()) ? Optional.of(now) : Optional.empty();
        }
        return known;
    }

    /** The first day on which one of the chain is no longer valid. */
    private static Optional<Instant> expires(String endpoint) {
        int colon = endpoint.lastIndexOf(':');
        try (Socket plain = new Socket()) {
            plain.connect(
                    new InetSocketAddress(
                            endpoint.substring(0, colon).replaceAll("[\\[\\]]", ""),
                            Integer.parseInt(endpoint.substring(colon + 1))),
                    MILLIS);
            plain.setSoTimeout(MILLIS);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Whatever()}, new SecureRandom());
            try (SSLSocket socket = (SSLSocket) context.getSocketFactory()
                    .createSocket(plain, endpoint.substring(0, colon), plain.getPort(), true)) {
                socket.startHandshake();
                return Stream.of(socket.getSession().getPeerCertificates())
                        .map(Certificates::last)
                        .min(Instant::compareTo);
            }
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Instant last(Certificate certificate) {
        return certificate instanceof X509Certificate x509 ? x509.getNotAfter().toInstant() : Instant.MAX;
    }

    static List<String> list(String text) {
        return Arrays.stream(text.split("[,\\s]+"))
                .filter(each -> each.matches(".+:\\d{1,5}"))
                .toList();
    }

    /** Only dates are read and nothing is sent: an expired certificate must be readable, too. */
    private static final class Whatever extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
