package org.iochub.feed.internal.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.iochub.core.hub.Hub;
import org.iochub.core.hub.KeyFile;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Proofs that a key was shown less than a minute ago, for addresses that cannot carry a header: a browser's event source.
 * A ticket names its key and its end and is signed; addresses end up in histories and logs, where it is worthless soon.
 */
@Component(service = Tickets.class)
public final class Tickets {
    static final Duration VALID = Duration.ofMinutes(1);
    private static final int LONGEST = 500;

    private final SecretKeySpec secret;
    private final Clock clock;

    /** A ticket and its end. */
    record Ticket(String value, Instant expiresAt) {}

    /** Signs with the secret that cursors are signed with, so that nodes with the same cursors have the same tickets. */
    @Activate
    public Tickets(@Reference Hub hub) {
        this(KeyFile.read(hub.data().resolve("keys").resolve("cursor.key")), Clock.systemUTC());
    }

    public Tickets(String secret, Clock clock) {
        this.secret = new SecretKeySpec(("ticket:" + secret).getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        this.clock = clock;
    }

    Ticket give(String keyId) {
        Instant end = clock.instant().plus(VALID);
        String content = keyId + "." + end.toEpochMilli();
        return new Ticket(content + "." + signature(content), end);
    }

    /** The id of the key that a ticket stands for; empty when it is forged or past its end. */
    Optional<String> keyId(String ticket) {
        int last = ticket.lastIndexOf('.');
        int first = ticket.indexOf('.');
        if (ticket.length() > LONGEST || first <= 0 || first == last) {
            return Optional.empty();
        }
        String content = ticket.substring(0, last);
        boolean genuine = MessageDigest.isEqual(
                signature(content).getBytes(StandardCharsets.US_ASCII),
                ticket.substring(last + 1).getBytes(StandardCharsets.UTF_8));
        return genuine && clock.millis() < Long.parseLong(content.substring(first + 1))
                ? Optional.of(content.substring(0, first))
                : Optional.empty();
    }

    private String signature(String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }
}
