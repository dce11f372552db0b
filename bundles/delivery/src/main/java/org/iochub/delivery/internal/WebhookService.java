package org.iochub.delivery.internal;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.iochub.core.access.AccessKeys;
import org.iochub.core.audit.AuditLog;
import org.iochub.core.cluster.Leases;
import org.iochub.core.delivery.DeliveryStore;
import org.iochub.core.delivery.SignedPost;
import org.iochub.core.delivery.Subscriptions;
import org.iochub.core.hub.Hub;
import org.iochub.core.hub.KeyFile;
import org.iochub.core.log.FeedBell;
import org.iochub.core.log.FeedLog;
import org.iochub.delivery.internal.address.AddressRules;
import org.iochub.delivery.internal.address.HostNames;
import org.iochub.delivery.internal.http.HookClient;
import org.iochub.delivery.internal.http.Timings;
import org.iochub.delivery.internal.schedule.Backoff;
import org.iochub.delivery.internal.schedule.Circuits;
import org.iochub.delivery.internal.schedule.DeliveryTrail;
import org.iochub.delivery.internal.schedule.Turn;
import org.iochub.delivery.internal.signature.SecretBox;
import org.iochub.delivery.internal.tls.Trust;
import org.iochub.delivery.internal.webhook.Dispatcher;
import org.iochub.delivery.internal.webhook.Equipment;
import org.iochub.delivery.internal.webhook.RuledPost;
import org.iochub.delivery.internal.webhook.SubscriptionDesk;
import org.iochub.model.FaultException;
import org.iochub.reading.cursor.Cursors;
import org.iochub.reading.scope.Scoping;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the webhooks; another configuration of where they may go starts them anew. */
@Component(
        service = {},
        immediate = true,
        configurationPid = "org.iochub.delivery")
@Designate(ocd = DeliveryConfig.class)
public final class WebhookService {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookService.class);
    private static final int LOOKUPS = 8;
    private static final int LOOKUPS_WAITING = 200;

    private final ThreadPoolExecutor lookups;
    private final HookClient client;
    private final DeliveryTrail trail;
    private final Dispatcher dispatcher;
    private final FeedBell.Listening listening;
    private final Turn turn;
    private final ServiceRegistration<Subscriptions> registration;
    private final ServiceRegistration<SignedPost> posts;

    @Activate
    public WebhookService(
            BundleContext bundle,
            DeliveryConfig config,
            @Reference Hub hub,
            @Reference DeliveryStore store,
            @Reference AccessKeys keys,
            @Reference FeedLog log,
            @Reference FeedBell bell,
            @Reference AuditLog audit,
            @Reference Scoping scoping,
            @Reference Cursors cursors,
            @Reference Leases leases) {
        lookups = new ThreadPoolExecutor(
                LOOKUPS, LOOKUPS, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(LOOKUPS_WAITING), work -> {
                    Thread thread = new Thread(work, "hub-webhooks-lookup");
                    thread.setDaemon(true);
                    return thread;
                });
        lookups.allowCoreThreadTimeOut(true);
        client = new HookClient(Timings.usual(), trust(config));
        trail = new DeliveryTrail(audit);
        Equipment with = new Equipment(
                hub,
                store,
                keys,
                log,
                scoping,
                cursors,
                rules(config),
                client,
                new SecretBox(KeyFile.read(hub.data().resolve("keys").resolve("delivery.key"))),
                Clock.systemUTC(),
                Backoff.ofWebhooks(),
                new Circuits(),
                trail,
                lookups);
        dispatcher = new Dispatcher(with);
        listening = bell.listen(position -> dispatcher.wake());
        turn = new Turn(leases, "~webhooks", dispatcher::working);
        registration = bundle.registerService(Subscriptions.class, new SubscriptionDesk(with, dispatcher), null);
        posts = bundle.registerService(
                SignedPost.class, new RuledPost(rules(config), client, lookups, Clock.systemUTC()), null);
    }

    /** A file without certificates adds nothing: receivers that need it say that theirs is not trusted. */
    private static Optional<SSLContext> trust(DeliveryConfig config) {
        if (config.ca().isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Trust.also(Path.of(config.ca().strip())));
        } catch (FaultException | GeneralSecurityException | InvalidPathException e) {
            LOG.error("org.iochub.delivery.cfg, ca: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** A range that is none opens nothing; the others count. */
    private static AddressRules rules(DeliveryConfig config) {
        List<String> networks = new ArrayList<>();
        for (String network : list(config.networks())) {
            try {
                new AddressRules(List.of(), List.of(network), false, HostNames.system());
                networks.add(network);
            } catch (IllegalArgumentException e) {
                LOG.error(
                        "org.iochub.delivery.cfg, networks: «{}» không phải dải địa chỉ như 10.1.0.0/16 / is no range such"
                                + " as 10.1.0.0/16; it is left out",
                        network);
            }
        }
        return new AddressRules(list(config.hosts()), networks, config.http(), HostNames.system());
    }

    private static List<String> list(String values) {
        return Arrays.stream(values.split("[,\\s]+"))
                .filter(value -> !value.isEmpty())
                .toList();
    }

    @Deactivate
    void stop() {
        posts.unregister();
        registration.unregister();
        turn.close();
        listening.close();
        dispatcher.close();
        client.close();
        lookups.shutdownNow();
        trail.close();
    }
}
