package org.iochub.feed.internal.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.iochub.core.access.PersonalLevel;
import org.iochub.core.hub.Hub;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Who is signed in, in memory: a restart signs everybody out. Cookies hold a random number; here is only its digest, so
 * that a dump of the memory's contents lets nobody in.
 */
@Component(service = Sessions.class)
public final class Sessions {
    static final Duration IDLE = Duration.ofMinutes(30);
    static final Duration LONGEST = Duration.ofHours(12);
    static final int MOST = 1_000;
    private static final int RANDOM_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Kept> kept = new HashMap<>();
    private final String cookie;
    private final Clock clock;

    private record Kept(Session session, Instant lastUsed) {
        boolean over(Instant now) {
            return !now.isBefore(session.endsAt()) || !now.isBefore(lastUsed.plus(IDLE));
        }
    }

    /** A session and the value of its cookie, which is nowhere else. */
    record Begun(String value, Session session) {}

    @Activate
    public Sessions(@Reference Hub hub) {
        this(hub.id(), Clock.systemUTC());
    }

    /** @param hub its id: hubs on one host, told apart by their ports, share their cookies */
    public Sessions(String hub, Clock clock) {
        this.cookie = "hub_session_" + digest(hub).substring(0, 8);
        this.clock = clock;
    }

    /** The cookie's name. */
    String cookie() {
        return cookie;
    }

    synchronized Begun begin(Caller caller) {
        Instant now = clock.instant();
        kept.values().removeIf(each -> each.over(now));
        if (kept.size() >= MOST) {
            // Whoever has not been here for longest signs in again.
            kept.entrySet().stream()
                    .min(Comparator.comparing(entry -> entry.getValue().lastUsed()))
                    .map(Map.Entry::getKey)
                    .ifPresent(kept::remove);
        }
        String value = randomText();
        Session session = new Session(caller, randomText(), now.plus(LONGEST));
        kept.put(digest(value), new Kept(session, now));
        return new Begun(value, session);
    }

    /** The session of a cookie's value; being asked for keeps it alive. */
    synchronized Optional<Session> find(String value) {
        Instant now = clock.instant();
        String key = digest(value);
        Optional<Kept> found = Optional.ofNullable(kept.get(key));
        if (found.filter(each -> each.over(now)).isPresent()) {
            kept.remove(key);
            return Optional.empty();
        }
        found.ifPresent(each -> kept.put(key, new Kept(each.session(), now)));
        return found.map(Kept::session);
    }

    /** Whether there still is one; asking does not keep it alive. */
    synchronized boolean stands(String value) {
        Instant now = clock.instant();
        return Optional.ofNullable(kept.get(digest(value)))
                .filter(each -> !each.over(now))
                .isPresent();
    }

    /** Shows personal data at another level from now on. */
    synchronized Optional<Session> see(String value, PersonalLevel level) {
        Optional<Session> changed = find(value)
                .map(session -> new Session(session.caller().seeing(level), session.csrf(), session.endsAt()));
        changed.ifPresent(session -> kept.put(digest(value), new Kept(session, clock.instant())));
        return changed;
    }

    synchronized void end(String value) {
        kept.remove(digest(value));
    }

    private String randomText() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String digest(String value) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
