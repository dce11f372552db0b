package org.iochub.alerts.internal;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.iochub.alerts.internal.engine.Patience;
import org.iochub.alerts.internal.look.ContactBook;
import org.iochub.alerts.internal.look.Lookout;
import org.iochub.alerts.internal.rule.Rule;
import org.iochub.alerts.internal.rule.Rules;
import org.iochub.alerts.internal.rule.Thresholds;
import org.iochub.alerts.internal.send.Channel;
import org.iochub.alerts.internal.send.LogChannel;
import org.iochub.alerts.internal.send.MailChannel;
import org.iochub.alerts.internal.send.WebhookChannel;
import org.iochub.core.alert.Alerts;
import org.iochub.core.archive.Archive;
import org.iochub.core.cluster.Leases;
import org.iochub.core.delivery.SignedPost;
import org.iochub.core.delivery.Subscriptions;
import org.iochub.core.delivery.Taps;
import org.iochub.core.hub.Hub;
import org.iochub.core.hub.Readiness;
import org.iochub.core.mail.Mailer;
import org.iochub.core.quarantine.Quarantine;
import org.iochub.core.settings.SecretResolver;
import org.iochub.core.source.Sources;
import org.iochub.core.tenant.Tenants;
import org.iochub.model.FaultException;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the {@link AlertBoard}; it needs no part of the hub that may be what is wrong. */
@Component(
        service = {},
        immediate = true,
        // The second wins; of the first it needs where the archive lies.
        configurationPid = {"org.iochub.hub", "org.iochub.alerts"})
public final class AlertService {
    private static final Logger LOG = LoggerFactory.getLogger(AlertService.class);
    private static final String LEASE = "~alerts";
    private static final long ANSWER_SECONDS = 10;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Sources sources;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Quarantine quarantine;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Archive archive;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Subscriptions subscriptions;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Taps taps;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile SignedPost posts;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<Readiness> readiness;

    private final Lookout lookout;
    private final AlertBoard board;
    private final Leases leases;
    private final ScheduledExecutorService thread;
    private final ServiceRegistration<Alerts> registration;
    private volatile boolean shared;

    @Activate
    public AlertService(
            BundleContext bundle,
            AlertsConfig config,
            @Reference Hub hub,
            @Reference Tenants tenants,
            @Reference Leases leases,
            @Reference Mailer mailer) {
        this.leases = leases;
        Clock clock = Clock.systemUTC();
        lookout = new Lookout(
                new Lookout.Services(
                        () -> Optional.ofNullable(sources),
                        () -> Optional.ofNullable(quarantine),
                        () -> Optional.ofNullable(archive),
                        () -> Optional.ofNullable(subscriptions),
                        () -> Optional.ofNullable(taps),
                        () -> Optional.ofNullable(readiness).map(List::copyOf).orElse(List.of()),
                        () -> shared),
                new Lookout.Places(
                        hub.data(),
                        config.archiveFolder().isBlank()
                                ? hub.data().resolve("archive")
                                : Path.of(config.archiveFolder().strip()),
                        endpoints(hub, config),
                        Duration.ofHours(config.archiveHours()),
                        ANSWER_SECONDS));
        String runbook = config.runbook().isBlank()
                ? hub.publicUrl() + "/api/v1/alerts/runbook/"
                : config.runbook().strip().replaceFirst("/*$", "/");
        board = new AlertBoard(new AlertBoard.Setup(
                hub.data().resolve("data").resolve("alerts.json"),
                clock,
                new Rules(thresholds(config)),
                patience(config),
                new ContactBook(tenants, config.contact()),
                runbook,
                channels(config, hub, mailer),
                Duration.ofSeconds(5),
                Duration.ofMinutes(15)));
        thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread worker = new Thread(work, "hub-alerts");
            worker.setDaemon(true);
            return worker;
        });
        leases.request(LEASE, () -> shared = true, this::lost);
        thread.scheduleWithFixedDelay(() -> look(clock), 5, Math.max(1, config.periodSeconds()), TimeUnit.SECONDS);
        registration = bundle.registerService(Alerts.class, board, null);
    }

    private void lost() {
        shared = false;
        leases.request(LEASE, () -> shared = true, this::lost);
    }

    private void look(Clock clock) {
        try {
            board.conclude(lookout.look(clock.instant()));
        } catch (RuntimeException e) {
            LOG.warn("The hub could not be looked at", e);
        }
    }

    private static String endpoints(Hub hub, AlertsConfig config) {
        URI url = hub.publicUrl();
        boolean tls = "https".equalsIgnoreCase(url.getScheme());
        return config.certificates()
                + (tls ? "," + url.getHost() + ":" + (url.getPort() > 0 ? url.getPort() : 443) : "");
    }

    private static Thresholds thresholds(AlertsConfig config) {
        return new Thresholds(
                config.floodPerMinute(),
                config.quarantinePerHour(),
                config.diskWarningPercent(),
                config.diskCriticalPercent(),
                Duration.ofDays(config.certificateWarningDays()),
                Duration.ofDays(config.certificateCriticalDays()),
                config.webhookFailures(),
                list(config.muted()).stream()
                        .flatMap(name -> {
                            Optional<Rule> rule = Rule.of(name);
                            if (rule.isEmpty()) {
                                LOG.error("org.iochub.alerts.cfg, muted: there is no rule «{}»; it is left out", name);
                            }
                            return rule.stream();
                        })
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static Patience patience(AlertsConfig config) {
        Map<Rule, Duration> each = new EnumMap<>(Rule.class);
        each.put(Rule.STORE_DOWN, Duration.ofSeconds(config.storeSeconds()));
        each.put(Rule.WEBHOOK_DEAD, Duration.ofSeconds(config.deliverySeconds()));
        each.put(Rule.TAP_DEAD, Duration.ofSeconds(config.deliverySeconds()));
        // Measured against days, or over a span of their own: no blips.
        each.put(Rule.CERTIFICATE_EXPIRY, Duration.ZERO);
        each.put(Rule.ARCHIVE_GAP, Duration.ZERO);
        each.put(Rule.QUARANTINE_GROWING, Duration.ZERO);
        each.put(Rule.DISK_LOW, Duration.ofSeconds(config.storeSeconds()));
        return new Patience(
                Duration.ofSeconds(config.sourceSeconds()),
                each,
                Duration.ofSeconds(config.overSeconds()),
                Duration.ofSeconds(config.startSeconds()));
    }

    private List<Channel> channels(AlertsConfig config, Hub hub, Mailer mailer) {
        List<Channel> channels = new ArrayList<>();
        channels.add(new LogChannel());
        if (mailer.configured()) {
            channels.add(new MailChannel(
                    () -> mailer,
                    hub.id(),
                    new MailChannel.Settings(list(config.mailTo()), config.mailContacts(), config.digest())));
        }
        if (!config.webhook().isBlank()) {
            try {
                String secret = new SecretResolver(name -> Optional.ofNullable(System.getenv(name)))
                        .resolve("webhookSecret", config.webhookSecret().strip());
                channels.add(new WebhookChannel(
                        () -> Optional.ofNullable(posts)
                                .orElseThrow(() -> new IllegalStateException("deliveries are not ready")),
                        hub.id(),
                        URI.create(config.webhook().strip()),
                        secret));
            } catch (FaultException | IllegalArgumentException e) {
                LOG.error(
                        "org.iochub.alerts.cfg: no alert goes to the webhook until this is mended: {}", e.getMessage());
            }
        }
        return channels;
    }

    private static List<String> list(String values) {
        return Arrays.stream(values.split("[,\\s]+"))
                .filter(value -> !value.isEmpty())
                .toList();
    }

    @Deactivate
    void stop() {
        registration.unregister();
        leases.release(LEASE);
        thread.shutdownNow();
        lookout.close();
        board.close();
    }
}
