package org.iochub.conformance;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.iochub.api.Normalizer;
import org.iochub.conformance.adapter.Fixture;
import org.iochub.conformance.adapter.Instance;
import org.iochub.conformance.adapter.KitMessage;
import org.iochub.conformance.adapter.Mapped;
import org.iochub.conformance.adapter.Subject;

/** An adapter with an instance of it and what it makes of its fixtures. For one thread. */
public final class Examination implements AutoCloseable {
    /** When the fixtures arrive, so that they give the same each day. */
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));

    /** A fixture with what the adapter made of it. */
    public record Case(Fixture fixture, Mapped mapped) {}

    private final Subject subject;
    private final Instance<?> instance;
    private final List<Case> cases;
    private final ChangeJson json = new ChangeJson();
    private Replica replica;

    /** Maps the fixtures at once. */
    public Examination(Subject subject, Instance<?> instance) {
        this.subject = subject;
        this.instance = instance;
        List<Case> all = new ArrayList<>();
        for (Fixture fixture : subject.fixtures().cases()) {
            all.add(new Case(fixture, map(fixture, fixture.raw(), CLOCK)));
        }
        this.cases = List.copyOf(all);
    }

    public Subject subject() {
        return subject;
    }

    public Instance<?> instance() {
        return instance;
    }

    public List<Case> cases() {
        return cases;
    }

    public ChangeJson json() {
        return json;
    }

    /** What a fresh instance makes of a fixture with another body. */
    public Mapped map(Fixture fixture, byte[] body, Clock clock) {
        try {
            Normalizer normalizer = instance.normalizer(clock);
            return Mapped.of(normalizer, KitMessage.of(fixture, body, clock));
        } catch (RuntimeException | LinkageError e) {
            return Mapped.of(
                    message -> {
                        throw new IllegalStateException("normalizer(source): " + e, e);
                    },
                    KitMessage.of(fixture, body, clock));
        }
    }

    /** The hub's own pipeline and store, opened when the first check needs it, with every fixture taken twice. */
    public Replica replica() throws Exception {
        if (replica == null) {
            replica = Replica.open(this);
        }
        return replica;
    }

    @Override
    public void close() throws Exception {
        if (replica != null) {
            replica.close();
        }
    }
}
