package org.iochub.reports.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.iochub.core.alert.Alerts;
import org.iochub.core.calendar.Calendars;
import org.iochub.core.cluster.Leases;
import org.iochub.core.hub.Hub;
import org.iochub.core.mail.Mailer;
import org.iochub.core.quarantine.Quarantine;
import org.iochub.core.report.Arrivals;
import org.iochub.core.report.QualityFigures;
import org.iochub.core.report.Reports;
import org.iochub.core.source.Sources;
import org.iochub.core.tenant.Tenants;
import org.iochub.reports.internal.collect.Collector;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the {@link ReportDesk} and its Mondays. */
@Component(
        service = {},
        immediate = true,
        configurationPid = "org.iochub.reports")
@Designate(ocd = ReportsConfig.class)
public final class ReportService {
    private static final Logger LOG = LoggerFactory.getLogger(ReportService.class);
    private static final String LEASE = "~reports";
    private static final LocalTime USUAL = LocalTime.of(7, 0);
    /** After a start the sources' states have to settle before anybody writes them down. */
    private static final long FIRST_SECONDS = 120;

    private static final long EVERY_SECONDS = 60;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Alerts alerts;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile QualityFigures quality;

    private final Leases leases;
    private final ScheduledExecutorService thread;
    private final ServiceRegistration<Reports> registration;
    private volatile boolean mine;

    @Activate
    public ReportService(
            BundleContext bundle,
            ReportsConfig config,
            @Reference Hub hub,
            @Reference Tenants tenants,
            @Reference Sources sources,
            @Reference Arrivals arrivals,
            @Reference Quarantine quarantine,
            @Reference Calendars calendars,
            @Reference Leases leases,
            @Reference Mailer mailer) {
        this.leases = leases;
        Clock clock = Clock.systemUTC();
        Path folder = hub.data().resolve("reports");
        Shelf shelf = new Shelf(folder);
        ReportDesk desk = new ReportDesk(
                tenants,
                new Collector(
                        new Collector.Services(
                                sources,
                                arrivals,
                                quarantine,
                                calendars,
                                () -> Optional.ofNullable(alerts),
                                () -> Optional.ofNullable(quality)),
                        clock),
                shelf,
                clock);
        Mondays mondays = new Mondays(
                tenants,
                desk,
                shelf,
                mailer,
                clock,
                new Mondays.Rhythm(time(config), folder.resolve(".mondays"), List.of(config.mailTo())));
        thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread worker = new Thread(work, "hub-reports");
            worker.setDaemon(true);
            return worker;
        });
        leases.request(LEASE, () -> mine = true, this::lost);
        Duration kept = Duration.ofDays(Math.max(1, config.keepDays()));
        thread.scheduleWithFixedDelay(
                () -> look(mondays, shelf, config.weekly(), clock, kept),
                FIRST_SECONDS,
                EVERY_SECONDS,
                TimeUnit.SECONDS);
        registration = bundle.registerService(Reports.class, desk, null);
    }

    private static LocalTime time(ReportsConfig config) {
        try {
            return LocalTime.parse(config.time().strip());
        } catch (DateTimeException e) {
            LOG.error(
                    "org.iochub.reports.cfg, time: «{}» không phải là giờ như 07:00 / is no time such as 07:00; 07:00 counts",
                    config.time());
            return USUAL;
        }
    }

    private void lost() {
        mine = false;
        leases.request(LEASE, () -> mine = true, this::lost);
    }

    private void look(Mondays mondays, Shelf shelf, boolean weekly, Clock clock, Duration kept) {
        try {
            if (mine && weekly) {
                mondays.look();
            }
            shelf.forget(clock.instant().minus(kept));
        } catch (RuntimeException e) {
            LOG.warn("Reports could not be looked after", e);
        }
    }

    @Deactivate
    void stop() {
        registration.unregister();
        leases.release(LEASE);
        thread.shutdownNow();
    }
}
