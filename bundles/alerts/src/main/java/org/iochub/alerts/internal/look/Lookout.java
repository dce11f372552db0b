package org.iochub.alerts.internal.look;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.iochub.alerts.internal.rule.World;
import org.iochub.alerts.internal.rule.World.Watched;
import org.iochub.core.archive.Archive;
import org.iochub.core.delivery.Subscriptions;
import org.iochub.core.delivery.Taps;
import org.iochub.core.hub.Readiness;
import org.iochub.core.quarantine.Quarantine;
import org.iochub.core.quarantine.QuarantineFilter;
import org.iochub.core.quarantine.QuarantineGroup;
import org.iochub.core.source.SourceStatus;
import org.iochub.core.source.Sources;
import org.iochub.model.Text;

/** Looks at the hub. What cannot be asked is left out. Used by one thread. */
public final class Lookout implements AutoCloseable {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int GROUPS = 10_000;
    private final Services services;
    private final Patient patient;
    private final Rates rates = new Rates();
    private final Disks disks;
    private final Certificates certificates;
    private final ArchiveScan scan;

    /**
     * Whom to ask; each empty while it is not there.
     *
     * @param shared whether this node is the one that looks at what all nodes share
     */
    public record Services(
            Supplier<Optional<Sources>> sources,
            Supplier<Optional<Quarantine>> quarantine,
            Supplier<Optional<Archive>> archive,
            Supplier<Optional<Subscriptions>> webhooks,
            Supplier<Optional<Taps>> taps,
            Supplier<List<Readiness>> readiness,
            BooleanSupplier shared) {}

    /**
     * Where to look.
     *
     * @param endpoints whose certificates count: host and port, separated by commas
     * @param archiveEvery how often the archive is walked through
     * @param seconds how long an answer is waited for
     */
    public record Places(Path data, Path archive, String endpoints, Duration archiveEvery, long seconds) {}

    public Lookout(Services services, Places places) {
        this.services = services;
        patient = new Patient(places.seconds());
        disks = new Disks(places.data(), places.archive());
        certificates = new Certificates(Certificates.list(places.endpoints()));
        scan = new ArchiveScan(places.archiveEvery());
    }

    public World look(Instant now) {
        Optional<List<Watched>> sources = services.sources()
                .get()
                .flatMap(all -> patient.ask(() -> watched(all)))
                .map(all -> rated(all, now));
        boolean shared = services.shared().getAsBoolean();
        return new World(
                now,
                sources,
                shared
                        ? services.quarantine().get().flatMap(all -> patient.ask(() -> counts(all, now)))
                        : Optional.empty(),
                patient.ask(disks::look),
                patient.ask(() -> certificates.look(now)),
                store(),
                shared ? services.webhooks().get().flatMap(all -> patient.ask(all::list)) : Optional.empty(),
                shared ? services.taps().get().flatMap(all -> patient.ask(all::list)) : Optional.empty(),
                services.archive().get().flatMap(all -> patient.ask(() -> scan.look(all, now))));
    }

    private static List<Watched> watched(Sources sources) {
        List<Watched> all = new ArrayList<>();
        for (SourceStatus status : sources.list()) {
            all.add(new Watched(status, sources.agreement(status.id()), java.util.OptionalDouble.empty()));
        }
        return all;
    }

    private List<Watched> rated(List<Watched> all, Instant now) {
        rates.keep(all.stream().map(each -> each.status().id()).collect(Collectors.toUnmodifiableSet()));
        return all.stream()
                .map(each -> {
                    var totals = each.status().totals();
                    long total = totals.accepted() + totals.unchanged() + totals.quarantined() + totals.waiting();
                    return new Watched(
                            each.status(),
                            each.agreement(),
                            rates.perMinute(each.status().id(), now, total));
                })
                .toList();
    }

    private static Map<String, Long> counts(Quarantine quarantine, Instant now) {
        Map<String, Long> counts = new HashMap<>();
        QuarantineFilter lately = QuarantineFilter.all().between(Optional.of(now.minus(HOUR)), Optional.empty());
        for (QuarantineGroup group : quarantine.groups(lately, GROUPS)) {
            counts.merge(group.source(), group.count(), Long::sum);
        }
        return counts;
    }

    /** Empty while nobody speaks for the store. */
    private Optional<Optional<Text>> store() {
        return services.readiness().get().stream()
                .filter(check -> check.name().equals("store"))
                .findFirst()
                .map(Readiness::missing);
    }

    @Override
    public void close() {
        patient.close();
    }
}
