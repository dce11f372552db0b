package org.iochub.delivery.internal.webhook;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.iochub.core.delivery.DeliveryState;
import org.iochub.core.delivery.Subscription;
import org.iochub.core.delivery.Trouble;
import org.iochub.delivery.internal.http.Reply;
import org.iochub.delivery.internal.http.RetryAfter;
import org.iochub.model.FaultException;
import org.iochub.model.Text;
import org.iochub.reading.scope.ScopeRefusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a failure means: try again later, or stop and say why. */
final class Verdicts {
    private static final Logger LOG = LoggerFactory.getLogger(Verdicts.class);
    private final Equipment with;

    Verdicts(Equipment with) {
        this.with = with;
    }

    /** No answer came. */
    void failed(Subscription subscription, Throwable trouble, Lane lane) {
        LOG.debug("{} was not delivered", subscription.id(), trouble);
        Instant next = next(subscription);
        // An address that is not allowed says nothing about a host that would answer.
        if (Sentences.cause(trouble) instanceof FaultException) {
            with.circuits().left(host(subscription));
        } else {
            with.circuits().failed(host(subscription), with.clock().instant(), next);
        }
        again(subscription, Sentences.of(trouble), next, lane);
    }

    /** An answer came that is no acknowledgement. */
    void refused(Subscription subscription, Reply reply, Text why, Lane lane) {
        Instant now = with.clock().instant();
        Instant earliest = next(subscription);
        Optional<Instant> asked = RetryAfter.of(reply, now);
        Instant next = asked.filter(moment -> moment.isAfter(earliest)).orElse(earliest);
        if (reply.status() >= 500 && asked.isEmpty()) {
            with.circuits().failed(host(subscription), now, next);
        } else {
            with.circuits().succeeded(host(subscription));
        }
        again(subscription, why, next, lane);
    }

    void gone(Subscription subscription) {
        with.circuits().succeeded(host(subscription));
        stop(subscription, "gone", Sentences.gone());
    }

    /** The grants or the filter no longer fit; a type may only be away while its bundle is replaced. */
    void outOfScope(Subscription subscription, ScopeRefusal refusal, Lane lane) {
        if (refusal.kind() == ScopeRefusal.Kind.NO_SUCH_TYPE) {
            again(subscription, refusal.text(), next(subscription), lane);
        } else {
            stop(subscription, "scope", refusal.text());
        }
    }

    void stop(Subscription subscription, String reason, Text why) {
        Trouble trouble = new Trouble(with.clock().instant(), why);
        if (with.store()
                .progress(subscription.with(
                        DeliveryState.BROKEN, subscription.progress().stopped(trouble)))) {
            LOG.warn("Subscription {} stands still: {}", subscription.id(), why);
            with.trail().decided("subscription-broken", subscription.id(), Map.of("reason", reason));
        }
    }

    private void again(Subscription subscription, Text why, Instant next, Lane lane) {
        lane.failures.incrementAndGet();
        Trouble trouble = new Trouble(with.clock().instant(), why);
        with.store().progress(subscription.with(subscription.progress().failed(trouble, next)));
    }

    private Instant next(Subscription subscription) {
        return with.clock()
                .instant()
                .plus(with.backoff().after(subscription.progress().attempts() + 1));
    }

    private static String host(Subscription subscription) {
        return subscription.address().getAuthority();
    }
}
