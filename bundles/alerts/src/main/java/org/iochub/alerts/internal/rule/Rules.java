package org.iochub.alerts.internal.rule;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Every rule applied to what can be seen. Pure. */
public final class Rules {
    private final Thresholds thresholds;

    public Rules(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    /**
     * What came of it.
     *
     * @param looked the rules that could look: a subject that none of them names any more is gone
     */
    public record Round(List<Observation> observations, Set<Rule> looked) {}

    public Round apply(World world) {
        List<Observation> found = new ArrayList<>();
        Set<Rule> looked = EnumSet.noneOf(Rule.class);
        world.sources().ifPresent(all -> {
            looked.addAll(List.of(Rule.SOURCE_STALE, Rule.SOURCE_FAILING, Rule.SOURCE_FLOODING));
            SourceRules rules = new SourceRules(thresholds, world.now());
            all.forEach(source -> found.addAll(rules.apply(source)));
            world.quarantined().ifPresent(counts -> {
                looked.add(Rule.QUARANTINE_GROWING);
                all.forEach(source -> found.add(rules.quarantine(source, counts)));
            });
            world.archive().ifPresent(damages -> {
                looked.add(Rule.ARCHIVE_GAP);
                all.forEach(source -> rules.archive(source, damages).ifPresent(found::add));
            });
        });
        HubRules hub = new HubRules(thresholds, world.now());
        world.disks().ifPresent(disks -> {
            looked.add(Rule.DISK_LOW);
            disks.forEach(disk -> found.add(hub.disk(disk)));
        });
        world.certificates().ifPresent(certificates -> {
            looked.add(Rule.CERTIFICATE_EXPIRY);
            certificates.forEach(certificate -> found.add(hub.certificate(certificate)));
        });
        world.store().ifPresent(trouble -> {
            looked.add(Rule.STORE_DOWN);
            found.add(hub.store(trouble));
        });
        world.webhooks().ifPresent(all -> {
            looked.add(Rule.WEBHOOK_DEAD);
            all.forEach(webhook -> found.add(hub.webhook(webhook)));
        });
        world.taps().ifPresent(all -> {
            looked.add(Rule.TAP_DEAD);
            all.forEach(tap -> found.add(hub.tap(tap)));
        });
        // What is muted is as if it were gone: what fires is over.
        looked.addAll(thresholds.muted());
        return new Round(
                found.stream()
                        .filter(each -> !thresholds.muted().contains(each.rule()))
                        .toList(),
                looked);
    }
}
