package org.iochub.delivery.internal.testing;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.iochub.core.access.AccessKeys;
import org.iochub.core.access.Grants;
import org.iochub.core.access.PersonalLevel;
import org.iochub.core.delivery.DeliveryFilter;
import org.iochub.core.delivery.DeliveryState;
import org.iochub.core.delivery.SubscriptionRequest;
import org.iochub.core.delivery.SubscriptionStatus;
import org.iochub.core.delivery.Subscriptions;
import org.iochub.core.log.FeedBell;
import org.iochub.delivery.internal.address.AddressRules;
import org.iochub.delivery.internal.http.HookClient;
import org.iochub.delivery.internal.http.Timings;
import org.iochub.delivery.internal.schedule.Backoff;
import org.iochub.delivery.internal.schedule.Circuits;
import org.iochub.delivery.internal.schedule.DeliveryTrail;
import org.iochub.delivery.internal.signature.SecretBox;
import org.iochub.delivery.internal.webhook.Dispatcher;
import org.iochub.delivery.internal.webhook.Equipment;
import org.iochub.delivery.internal.webhook.SubscriptionDesk;
import org.iochub.model.area.AreaRegistry;
import org.iochub.reading.cursor.Cursors;
import org.iochub.reading.scope.Scoping;
import org.iochub.reading.scope.internal.PersonalFieldsView;
import org.iochub.store.internal.open.Store;

/** Webhooks on a real store, with a clock that tests move and names that tests give. */
public final class Bench implements AutoCloseable {
    public static final Timings SHORT =
            new Timings(Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(4));
    public static final Timings LONG =
            new Timings(Duration.ofSeconds(5), Duration.ofSeconds(60), Duration.ofSeconds(60));

    public final MovingClock clock = new MovingClock();
    public final TestBell bell = new TestBell();
    public final Cursors cursors = Cursors.of("a secret of the tests");
    /** What names mean; others are literal addresses. */
    public final Map<String, List<InetAddress>> names = new ConcurrentHashMap<>();

    public Store store;
    public CutLog log;
    public Dispatcher dispatcher;
    public Subscriptions desk;

    private final Path folder;
    private final Timings timings;
    private final Optional<SSLContext> trust;
    private final Reports reports = new Reports();
    private final ExecutorService lookups = Executors.newCachedThreadPool();
    private HookClient client;
    private DeliveryTrail trail;
    private FeedBell.Listening listening;

    public Bench(Path folder, Timings timings) {
        this(folder, timings, Optional.empty());
    }

    /** @param trust whose certificates are accepted beside those that the machine knows */
    public Bench(Path folder, Timings timings, Optional<SSLContext> trust) {
        this.folder = folder;
        this.timings = timings;
        this.trust = trust;
        start();
    }

    private void start() {
        store = new Store(Store.Settings.embedded(folder).withClock(clock), new Reports.NoParts(), bell::ring).opened();
        log = new CutLog(store.feed());
        client = new HookClient(timings, trust);
        trail = new DeliveryTrail(store.audit());
        Equipment with = new Equipment(
                new TestHub(folder),
                store.deliveries(),
                store.keys(),
                log,
                new Scoping(new TestTypes(), AreaRegistry.builtIn(), new PersonalFieldsView()),
                cursors,
                new AddressRules(List.of(), List.of("127.0.0.1"), true, this::lookup),
                client,
                new SecretBox("a key of the tests"),
                clock,
                new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(15), () -> 0),
                new Circuits(),
                trail,
                lookups);
        dispatcher = new Dispatcher(with);
        desk = new SubscriptionDesk(with, dispatcher);
        dispatcher.working(true);
        listening = bell.listen(position -> dispatcher.wake());
    }

    private List<InetAddress> lookup(String host) throws java.net.UnknownHostException {
        List<InetAddress> meant = names.get(host);
        return meant != null ? meant : List.of(InetAddress.getAllByName(host));
    }

    /** Ends everything without a word, as a power cut does, and starts anew on what the disk has. */
    public void crash() {
        end();
        start();
    }

    private void end() {
        listening.close();
        dispatcher.close();
        client.close();
        trail.close();
        store.close();
    }

    public void append(String... codes) throws Exception {
        reports.append(store.records(), codes);
    }

    public void moveOn(Duration by) {
        clock.moveOn(by);
        dispatcher.wake();
    }

    public AccessKeys.Created key(PersonalLevel level) {
        return store.keys()
                .create(
                        "reader",
                        new Grants(true, Optional.empty(), Optional.empty(), Optional.empty(), level, Set.of(), false),
                        Optional.empty());
    }

    public Subscriptions.Created subscribe(String address) {
        return subscribe(key(PersonalLevel.FULL).key().id(), address, 100);
    }

    public Subscriptions.Created subscribe(String owner, String address, int batch) {
        return desk.create(new SubscriptionRequest(
                Optional.of(owner),
                Optional.of("a receiver"),
                Optional.of(address),
                Optional.of(DeliveryFilter.type("citizen-report")),
                Optional.of(batch),
                Optional.empty()));
    }

    public SubscriptionStatus status(String id) {
        return desk.get(id).orElseThrow();
    }

    public DeliveryState state(String id) {
        return status(id).subscription().state();
    }

    /** What went wrong last; empty for nothing. */
    public String trouble(String id) {
        return status(id)
                .subscription()
                .progress()
                .trouble()
                .map(trouble -> trouble.text().en())
                .orElse("");
    }

    @Override
    public void close() {
        end();
        lookups.shutdownNow();
    }
}
