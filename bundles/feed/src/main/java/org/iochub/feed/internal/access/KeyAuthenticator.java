package org.iochub.feed.internal.access;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import org.iochub.core.access.AccessKeys;
import org.iochub.core.access.Grants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Bearer keys, and Basic for administrators of the container. */
@Component
public final class KeyAuthenticator implements Authenticator {
    private static final int LONGEST = 1_024;
    private final AccessKeys keys;
    private final PasswordRealm realm;
    private final Tickets tickets;
    private final Clock clock;

    @Activate
    public KeyAuthenticator(@Reference AccessKeys keys, @Reference PasswordRealm realm, @Reference Tickets tickets) {
        this(keys, realm, tickets, Clock.systemUTC());
    }

    public KeyAuthenticator(AccessKeys keys, PasswordRealm realm, Tickets tickets, Clock clock) {
        this.keys = keys;
        this.realm = realm;
        this.tickets = tickets;
        this.clock = clock;
    }

    @Override
    public Optional<Caller> caller(String authorization) {
        int blank = authorization.indexOf(' ');
        if (blank < 0 || authorization.length() > LONGEST) {
            return Optional.empty();
        }
        String scheme = authorization.substring(0, blank);
        String proof = authorization.substring(blank + 1).strip();
        if (proof.isEmpty()) {
            return Optional.empty();
        }
        if ("bearer".equalsIgnoreCase(scheme)) {
            return keys.find(proof)
                    .filter(key -> key.usableAt(clock.instant()))
                    .map(key -> new Caller(key.id(), key.name(), key.grants()));
        }
        return "basic".equalsIgnoreCase(scheme) ? administrator(proof) : Optional.empty();
    }

    @Override
    public Optional<Caller> ticketHolder(String ticket) {
        return tickets.keyId(ticket)
                .flatMap(id -> keys.list().stream()
                        .filter(key -> key.id().equals(id))
                        .filter(key -> key.usableAt(clock.instant()))
                        .map(key -> new Caller(key.id(), key.name(), key.grants()))
                        .findFirst());
    }

    private Optional<Caller> administrator(String proof) {
        String pair;
        try {
            pair = new String(Base64.getDecoder().decode(proof), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        int colon = pair.indexOf(':');
        if (colon <= 0) {
            return Optional.empty();
        }
        String user = pair.substring(0, colon);
        return realm.roles(user, pair.substring(colon + 1).toCharArray()).contains("admin")
                ? Optional.of(new Caller("user:" + user, user, Grants.administrator()))
                : Optional.empty();
    }
}
