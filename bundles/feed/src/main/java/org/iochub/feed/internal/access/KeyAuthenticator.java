package org.iochub.feed.internal.access;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.ws.rs.core.Cookie;
import org.iochub.core.access.AccessKeys;
import org.iochub.core.access.PersonalLevel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Bearer keys, Basic for the people of the container's realm, and the sessions of whoever signed in. */
@Component
public final class KeyAuthenticator implements Authenticator {
    static final String PERSON = "user:";
    private static final int LONGEST = 1_024;
    private final AccessKeys keys;
    private final PasswordRealm realm;
    private final Tickets tickets;
    private final Sessions sessions;
    private final SignInThrottle throttle;
    private final Clock clock;

    @Activate
    public KeyAuthenticator(
            @Reference AccessKeys keys,
            @Reference PasswordRealm realm,
            @Reference Tickets tickets,
            @Reference Sessions sessions,
            @Reference SignInThrottle throttle) {
        this(keys, realm, tickets, sessions, throttle, Clock.systemUTC());
    }

    public KeyAuthenticator(
            AccessKeys keys,
            PasswordRealm realm,
            Tickets tickets,
            Sessions sessions,
            SignInThrottle throttle,
            Clock clock) {
        this.keys = keys;
        this.realm = realm;
        this.tickets = tickets;
        this.sessions = sessions;
        this.throttle = throttle;
        this.clock = clock;
    }

    @Override
    public Optional<Caller> caller(String authorization) {
        return caller(authorization, user -> new String[] {SignInThrottle.user(user)});
    }

    @Override
    public Optional<Caller> caller(String authorization, String address) {
        return caller(authorization, user -> SignInThrottle.person(user, address));
    }

    private Optional<Caller> caller(String authorization, Function<String, String[]> counted) {
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
        return "basic".equalsIgnoreCase(scheme) ? person(proof, counted) : Optional.empty();
    }

    @Override
    public Optional<Caller> ticketHolder(String ticket) {
        return tickets.keyId(ticket).flatMap(this::holder);
    }

    /** The holder of a key that is still good. */
    private Optional<Caller> holder(String id) {
        return keys.list().stream()
                .filter(key -> key.id().equals(id))
                .filter(key -> key.usableAt(clock.instant()))
                .map(key -> new Caller(key.id(), key.name(), key.grants()))
                .findFirst();
    }

    @Override
    public Optional<Session> session(Map<String, Cookie> cookies) {
        return Optional.ofNullable(cookies.get(sessions.cookie()))
                .flatMap(cookie -> sessions.find(cookie.getValue()))
                .flatMap(this::current);
    }

    @Override
    public boolean stands(Map<String, Cookie> cookies) {
        return Optional.ofNullable(cookies.get(sessions.cookie()))
                .map(cookie -> sessions.stands(cookie.getValue()))
                .orElse(false);
    }

    /** Who signed in with a key is out as soon as the key is, and has its grants as they are now. */
    private Optional<Session> current(Session session) {
        Caller then = session.caller();
        if (then.id().startsWith(PERSON)) {
            return Optional.of(session);
        }
        return holder(then.id())
                .map(now -> new Session(now.seeing(lower(now, then)), session.csrf(), session.endsAt()));
    }

    private static PersonalLevel lower(Caller now, Caller then) {
        PersonalLevel may = now.grants().personal();
        PersonalLevel chosen = then.grants().personal();
        return may.compareTo(chosen) < 0 ? may : chosen;
    }

    private Optional<Caller> person(String proof, Function<String, String[]> counted) {
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
        throttle.admit(counted.apply(user));
        Optional<Caller> found = person(user, pair.substring(colon + 1).toCharArray());
        if (found.isPresent()) {
            throttle.succeeded(SignInThrottle.user(user));
        } else {
            throttle.failed(counted.apply(user));
        }
        return found;
    }

    /** A person of the realm; empty when name and password do not belong together, or the hub has no use for them. */
    @Override
    public Optional<Caller> person(String user, char[] password) {
        return Persons.of(user, realm.roles(user, password));
    }
}
