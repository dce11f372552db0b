package org.iochub.delivery.internal.webhook;

import java.net.URI;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.iochub.core.access.AccessKey;
import org.iochub.core.delivery.DeliveryFilter;
import org.iochub.core.delivery.DeliveryPlace;
import org.iochub.core.delivery.DeliveryState;
import org.iochub.core.delivery.Progress;
import org.iochub.core.delivery.Subscription;
import org.iochub.core.delivery.SubscriptionRequest;
import org.iochub.core.delivery.SubscriptionStatus;
import org.iochub.core.delivery.Subscriptions;
import org.iochub.core.log.FeedHead;
import org.iochub.delivery.internal.schedule.Places;
import org.iochub.delivery.internal.signature.WebhookSecret;
import org.iochub.model.FaultException;
import org.iochub.reading.cursor.Place;
import org.iochub.reading.scope.ScopeRefusal;

/** Takes what people want of their webhooks, and checks it before it is kept. */
public final class SubscriptionDesk implements Subscriptions {
    private static final int MOST_OF_ONE_KEY = 50;
    private static final int MOST = 1_000;
    private static final int LONGEST_NAME = 200;
    private static final int TRIES = 5;
    private static final Duration LOOKUP = Duration.ofSeconds(5);
    private static final Duration LONGEST_OVERLAP = Duration.ofDays(30);
    private static final int USUAL_BATCH = 200;

    private final Equipment with;
    private final Dispatcher dispatcher;
    private final Places places;
    private final SecureRandom random = new SecureRandom();

    public SubscriptionDesk(Equipment with, Dispatcher dispatcher) {
        this.with = with;
        this.dispatcher = dispatcher;
        this.places = new Places(with.log(), with.cursors());
    }

    @Override
    public List<SubscriptionStatus> list() {
        FeedHead head = with.log().head();
        return with.store().subscriptions().stream()
                .map(subscription -> status(subscription, head))
                .toList();
    }

    @Override
    public Optional<SubscriptionStatus> get(String id) {
        return with.store().subscription(id).map(this::status);
    }

    private SubscriptionStatus status(Subscription subscription) {
        return status(subscription, with.log().head());
    }

    private SubscriptionStatus status(Subscription subscription, FeedHead head) {
        Lane lane = dispatcher.lane(subscription.id());
        DeliveryPlace place = subscription.progress().place();
        return new SubscriptionStatus(
                subscription,
                with.cursors().write(new Place(place.epoch(), place.position())),
                Math.max(0, head.position() - lane.scannedTo(subscription)),
                with.circuits()
                        .state(
                                subscription.address().getAuthority(),
                                with.clock().instant()),
                lane.delivered.get(),
                lane.deliveries.get(),
                lane.failures.get());
    }

    @Override
    public Created create(SubscriptionRequest request) {
        String owner = request.owner().orElseThrow(() -> missing("owner"));
        URI address = address(request.address().orElseThrow(() -> missing("address")));
        DeliveryFilter filter = request.filter().orElse(DeliveryFilter.type("all"));
        check(owner, filter);
        DeliveryPlace start = places.of(request.after().orElse(Places.OLDEST));
        List<Subscription> all = with.store().subscriptions();
        if (all.size() >= MOST
                || all.stream().filter(each -> each.owner().equals(owner)).count() >= MOST_OF_ONE_KEY) {
            throw FaultException.of(
                    "too-many-subscriptions",
                    "",
                    "Mỗi khóa có tối đa " + MOST_OF_ONE_KEY + " đăng ký, cả hub tối đa " + MOST
                            + "; hãy xóa đăng ký không dùng.",
                    "A key has at most " + MOST_OF_ONE_KEY + " subscriptions, a hub " + MOST
                            + "; delete those nobody uses.");
        }
        String secret = WebhookSecret.fresh(random);
        byte[] id = new byte[6];
        random.nextBytes(id);
        Subscription subscription = new Subscription(
                "s" + HexFormat.of().formatHex(id),
                owner,
                name(request.name().orElse("")),
                address,
                filter,
                batch(request.batch().orElse(USUAL_BATCH)),
                DeliveryState.PENDING,
                with.clock().instant(),
                with.secrets().seal(secret),
                Optional.empty(),
                OptionalInt.empty(),
                token(),
                0,
                Progress.from(start));
        with.store().add(subscription);
        dispatcher.changed();
        return new Created(kept(subscription.id()), secret);
    }

    @Override
    public SubscriptionStatus change(String id, SubscriptionRequest request) {
        Optional<URI> address = request.address().map(this::address);
        Optional<DeliveryPlace> place = request.after().map(places::of);
        return update(id, before -> {
            String owner = request.owner().orElse(before.owner());
            DeliveryFilter filter = request.filter().orElse(before.filter());
            if (request.owner().isPresent() || request.filter().isPresent()) {
                check(owner, filter);
            }
            boolean elsewhere =
                    address.filter(now -> !now.equals(before.address())).isPresent();
            return new Subscription(
                    before.id(),
                    owner,
                    request.name().map(SubscriptionDesk::name).orElse(before.name()),
                    address.orElse(before.address()),
                    filter,
                    request.batch().map(SubscriptionDesk::batch).orElse(before.batch()),
                    // Another address has not agreed to anything yet.
                    elsewhere && before.state() == DeliveryState.ACTIVE ? DeliveryState.PENDING : before.state(),
                    before.created(),
                    before.secret(),
                    before.previousSecret(),
                    elsewhere ? OptionalInt.empty() : before.ratePerMinute(),
                    elsewhere ? token() : before.grantToken(),
                    before.revision(),
                    new Progress(
                            place.orElse(before.progress().place()),
                            OptionalLong.empty(),
                            0,
                            before.progress().lastSuccess(),
                            before.progress().trouble(),
                            Optional.empty()));
        });
    }

    @Override
    public SubscriptionStatus pause(String id) {
        return update(
                id,
                before -> before.with(DeliveryState.PAUSED, before.progress().anew()));
    }

    @Override
    public SubscriptionStatus resume(String id) {
        // Whoever was away for a while is asked anew whether it still wants anything.
        return update(
                id,
                before -> before.state() == DeliveryState.ACTIVE
                        ? before.with(before.progress().anew())
                        : before.with(DeliveryState.PENDING, before.progress().anew()));
    }

    @Override
    public SubscriptionStatus rewind(String id, String after) {
        DeliveryPlace place = places.of(after);
        return update(
                id,
                before -> before.with(
                        before.state() == DeliveryState.BROKEN ? DeliveryState.PENDING : before.state(),
                        new Progress(
                                place,
                                OptionalLong.empty(),
                                0,
                                before.progress().lastSuccess(),
                                Optional.empty(),
                                Optional.empty())));
    }

    @Override
    public Created rotate(String id, Duration overlap) {
        if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
            throw FaultException.of(
                    "bad-parameter",
                    "overlap",
                    "Thời gian dùng song song từ 0 đến " + LONGEST_OVERLAP.toSeconds() + " giây.",
                    "The overlap is 0 to " + LONGEST_OVERLAP.toSeconds() + " seconds.");
        }
        String secret = WebhookSecret.fresh(random);
        Instant until = with.clock().instant().plus(overlap);
        SubscriptionStatus status = update(
                id,
                before -> before.secrets(
                        with.secrets().seal(secret),
                        overlap.isZero()
                                ? Optional.empty()
                                : Optional.of(new Subscription.Previous(before.secret(), until))));
        return new Created(status, secret);
    }

    @Override
    public boolean grant(String id, String token, OptionalInt ratePerMinute) {
        Optional<Subscription> found = with.store().subscription(id);
        boolean right = found.filter(subscription -> MessageDigest.isEqual(
                        subscription.grantToken().getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        token.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isPresent();
        if (right && found.get().state() == DeliveryState.PENDING) {
            update(id, before -> before.state() == DeliveryState.PENDING ? before.granted(ratePerMinute) : before);
            with.trail().decided("subscription-granted", id, java.util.Map.of());
        }
        return right;
    }

    @Override
    public boolean remove(String id) {
        boolean removed = with.store().remove(id);
        dispatcher.changed();
        return removed;
    }

    /** Reads, changes and writes; anew when progress or somebody else came between. */
    private SubscriptionStatus update(String id, UnaryOperator<Subscription> change) {
        for (int i = 0; i < TRIES; i++) {
            Subscription before = with.store().subscription(id).orElseThrow(SubscriptionDesk::unknown);
            if (with.store().change(change.apply(before))) {
                dispatcher.changed();
                return kept(id);
            }
        }
        throw FaultException.of(
                "subscription-changed",
                "",
                "Đăng ký đang được người khác sửa; hãy đọc lại rồi thử lại.",
                "Somebody else is changing the subscription; read it again and try once more.");
    }

    private SubscriptionStatus kept(String id) {
        return get(id).orElseThrow(SubscriptionDesk::unknown);
    }

    private URI address(String text) {
        URI uri = with.rules().parse(text);
        try {
            CompletableFuture.supplyAsync(() -> with.rules().resolve(uri), with.lookups())
                    .get(LOOKUP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            // A name that is not there yet may come; an address that is not allowed does not get better.
            if (e.getCause() instanceof FaultException fault
                    && fault.fault().code().equals("bad-address")) {
                throw fault;
            }
        } catch (TimeoutException e) {
            // It is looked up again for every attempt.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return uri;
    }

    private void check(String owner, DeliveryFilter filter) {
        AccessKey key = Readers.key(with.keys(), owner, with.clock().instant())
                .orElseThrow(() -> FaultException.of(
                        "bad-parameter",
                        "owner",
                        "Không có khóa «" + owner
                                + "» đang dùng được và có quyền đọc; đăng ký thuộc về một khóa truy cập.",
                        "There is no usable key \"" + owner
                                + "\" that may read; a subscription belongs to an access key."));
        try {
            with.scoping().of(key.grants(), Readers.wanted(filter));
        } catch (ScopeRefusal refusal) {
            String code = switch (refusal.kind()) {
                case FORBIDDEN -> "forbidden";
                case NO_SUCH_TYPE, BAD_PARAMETER -> "bad-parameter";
            };
            throw FaultException.of(
                    code,
                    refusal.parameter(),
                    refusal.text().vi(),
                    refusal.text().en());
        }
    }

    private static String name(String name) {
        String clean = name.strip();
        if (clean.length() > LONGEST_NAME) {
            throw FaultException.of(
                    "bad-parameter",
                    "name",
                    "name: tối đa " + LONGEST_NAME + " ký tự.",
                    "name: at most " + LONGEST_NAME + " characters.");
        }
        return clean;
    }

    private static int batch(int batch) {
        if (batch < 1 || batch > MOST_RECORDS) {
            throw FaultException.of(
                    "bad-parameter",
                    "batch",
                    "batch phải từ 1 đến " + MOST_RECORDS + ".",
                    "batch must be 1 to " + MOST_RECORDS + ".");
        }
        return batch;
    }

    private String token() {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static FaultException missing(String member) {
        return FaultException.of("bad-parameter", member, "Thiếu " + member + ".", member + " is missing.");
    }

    private static FaultException unknown() {
        return FaultException.of("unknown-subscription", "", "Không có đăng ký này.", "There is no such subscription.");
    }
}
