package org.iochub.delivery.internal.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.core5.http.ContentType;
import org.iochub.core.access.AccessKey;
import org.iochub.core.audit.AuditEvent;
import org.iochub.core.delivery.DeliveryState;
import org.iochub.core.delivery.Subscription;
import org.iochub.core.log.FeedHead;
import org.iochub.delivery.internal.http.Reply;
import org.iochub.delivery.internal.signature.WebhookSecret;
import org.iochub.reading.cursor.Place;
import org.iochub.reading.scope.Scope;
import org.iochub.reading.scope.ScopeRefusal;

/**
 * Makes one attempt: asks a receiver whether it agrees, or sends it the next batch. What is about to be sent is kept before
 * and what was acknowledged after, so that a crash in between sends the very same batch again.
 */
final class Courier {
    private static final ContentType BATCH = ContentType.parse("application/cloudevents-batch+json; charset=UTF-8");
    private static final Duration LOOKUP = Duration.ofSeconds(5);
    /** A stretch without anything for a subscriber is kept now and then only. */
    private static final long LONG_STRETCH = 5_000;

    private final Equipment with;
    private final Batches batches;
    private final Handshake handshake;
    private final Verdicts verdicts;
    private final Executor pool;

    Courier(Equipment with, Executor pool) {
        this.with = with;
        this.pool = pool;
        this.batches = new Batches(with.hub(), with.log());
        this.handshake = new Handshake(with.hub());
        this.verdicts = new Verdicts(with);
    }

    /** Ends, never exceptionally, when the attempt is over and kept. */
    CompletableFuture<Void> attempt(String id, Lane lane) {
        Optional<Subscription> found = with.store().subscription(id);
        if (found.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        Subscription subscription = found.get();
        boolean asks = subscription.state() == DeliveryState.PENDING;
        if (!asks && subscription.state() != DeliveryState.ACTIVE) {
            return left(subscription);
        }
        Optional<AccessKey> key =
                Readers.key(with.keys(), subscription.owner(), with.clock().instant());
        if (key.isEmpty()) {
            verdicts.stop(subscription, "key", Sentences.keyGone(subscription.owner()));
            return left(subscription);
        }
        return asks ? ask(subscription, lane) : send(subscription, key.get(), lane);
    }

    private CompletableFuture<Void> left(Subscription subscription) {
        with.circuits().left(subscription.address().getAuthority());
        return CompletableFuture.completedFuture(null);
    }

    private CompletableFuture<Void> ask(Subscription subscription, Lane lane) {
        return exchange(
                lane,
                subscription.address(),
                address -> with.client().options(subscription.address(), address, handshake.question(subscription)),
                (reply, trouble) -> {
                    if (trouble != null) {
                        verdicts.failed(subscription, trouble, lane);
                    } else if (reply.status() == 410) {
                        verdicts.gone(subscription);
                    } else if (handshake.isGrantedBy(reply)) {
                        with.circuits().succeeded(subscription.address().getAuthority());
                        with.store()
                                .progress(subscription.granted(Handshake.rate(reply.header("webhook-allowed-rate"))));
                    } else {
                        verdicts.refused(subscription, reply, Sentences.notGranted(handshake.origin()), lane);
                    }
                });
    }

    private CompletableFuture<Void> send(Subscription subscription, AccessKey key, Lane lane) {
        FeedHead head = with.log().head();
        long from = lane.scannedTo(subscription);
        if (!head.epoch().equals(subscription.progress().place().epoch()) || from > head.position()) {
            verdicts.stop(subscription, "restored", Sentences.restored());
            return left(subscription);
        }
        Scope scope;
        try {
            scope = with.scoping().of(key.grants(), Readers.wanted(subscription.filter()));
        } catch (ScopeRefusal refusal) {
            verdicts.outOfScope(subscription, refusal, lane);
            return left(subscription);
        }
        if (from + 1 < head.oldest(scope.filter().types())) {
            verdicts.stop(subscription, "cursor-gone", Sentences.cursorGone());
            return left(subscription);
        }
        Batches.Found found = batches.next(subscription, scope, from);
        // Asked after reading: what was cut off meanwhile is not in the batch.
        if (from + 1 < with.log().head().oldest(scope.filter().types())) {
            verdicts.stop(subscription, "cursor-gone", Sentences.cursorGone());
            return left(subscription);
        }
        if (found.batch().isEmpty()) {
            skip(subscription, found.scannedTo(), lane);
            return left(subscription);
        }
        Batch batch = found.batch().get();
        Optional<Map<String, String>> headers = headers(subscription, batch);
        if (headers.isEmpty()) {
            verdicts.stop(subscription, "secret", Sentences.secretLost());
            return left(subscription);
        }
        Subscription sending = subscription.with(subscription.progress().sending(batch.to()));
        if (!subscription.progress().equals(sending.progress()) && !with.store().progress(sending)) {
            return left(subscription);
        }
        pace(sending, lane);
        return exchange(
                lane,
                sending.address(),
                address -> with.client().post(sending.address(), address, headers.get(), BATCH, batch.body()),
                (reply, trouble) -> {
                    if (trouble != null) {
                        verdicts.failed(sending, trouble, lane);
                    } else if (reply.status() == 410) {
                        verdicts.gone(sending);
                    } else if (reply.good()) {
                        acknowledged(sending, key, batch, lane);
                    } else {
                        verdicts.refused(sending, reply, Sentences.of(reply), lane);
                    }
                });
    }

    private void skip(Subscription subscription, long to, Lane lane) {
        lane.scanned(subscription, to);
        boolean passed = subscription.progress().underWay().orElse(Long.MAX_VALUE) <= to;
        boolean long_ = subscription.progress().underWay().isEmpty()
                && to - subscription.progress().place().position() >= LONG_STRETCH;
        if (passed || long_) {
            with.store().progress(subscription.with(subscription.progress().moved(to)));
        }
    }

    private void acknowledged(Subscription sent, AccessKey key, Batch batch, Lane lane) {
        with.circuits().succeeded(sent.address().getAuthority());
        with.store()
                .progress(sent.with(
                        sent.progress().acknowledged(batch.to(), with.clock().instant())));
        lane.delivered.addAndGet(batch.records());
        lane.deliveries.incrementAndGet();
        with.trail()
                .delivered(
                        new AuditEvent(
                                key.id(),
                                key.name(),
                                "deliver",
                                sent.id(),
                                Map.of(
                                        "types",
                                        String.join(",", batch.types()),
                                        "personal",
                                        key.grants().personal().wireName())),
                        batch.records());
    }

    private Optional<Map<String, String>> headers(Subscription subscription, Batch batch) {
        Instant now = with.clock().instant();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Origin", handshake.origin());
        headers.put("webhook-id", batch.id());
        headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
        headers.put("iochub-subscription", subscription.id());
        headers.put(
                "iochub-cursor",
                with.cursors().write(new Place(subscription.progress().place().epoch(), batch.to())));
        return with.secrets().open(subscription.secret()).map(secret -> {
            String current = WebhookSecret.sign(secret, batch.id(), now, batch.body());
            String both = subscription
                    .previousSecret()
                    .filter(before -> now.isBefore(before.until()))
                    .flatMap(before -> with.secrets().open(before.secret()))
                    .map(before -> current + " " + WebhookSecret.sign(before, batch.id(), now, batch.body()))
                    .orElse(current);
            headers.put("webhook-signature", both);
            return headers;
        });
    }

    /** As often as the receiver allowed, no more. */
    private void pace(Subscription subscription, Lane lane) {
        subscription
                .ratePerMinute()
                .ifPresent(rate -> lane.notBefore =
                        with.clock().instant().plus(Duration.ofMinutes(1).dividedBy(rate)));
    }

    /** Looks the host up, checks what it means, and talks to the very address that was checked. */
    private CompletableFuture<Void> exchange(Lane lane, URI uri, Sending sending, Ending ending) {
        long started = System.nanoTime();
        AtomicReference<CompletableFuture<Reply>> talk = new AtomicReference<>(new CompletableFuture<>());
        lane.underWay(() -> talk.get().completeExceptionally(new TimeoutException()));
        return CompletableFuture.supplyAsync(() -> with.rules().resolve(uri), with.lookups())
                .orTimeout(LOOKUP.toMillis(), TimeUnit.MILLISECONDS)
                .thenCompose(address -> {
                    talk.set(sending.to(address));
                    return talk.get();
                })
                .handleAsync(
                        (reply, trouble) -> {
                            lane.slow = System.nanoTime() - started > Lane.SLOW.toNanos();
                            ending.with(reply, trouble);
                            return null;
                        },
                        pool);
    }

    @FunctionalInterface
    private interface Sending {
        CompletableFuture<Reply> to(InetAddress address);
    }

    @FunctionalInterface
    private interface Ending {
        void with(Reply reply, Throwable trouble);
    }
}
