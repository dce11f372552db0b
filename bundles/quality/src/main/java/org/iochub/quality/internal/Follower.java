package org.iochub.quality.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.iochub.api.LogPlace;
import org.iochub.core.log.FeedFilter;
import org.iochub.core.log.FeedHead;
import org.iochub.core.log.FeedLog;
import org.iochub.core.log.FeedSlice;
import org.iochub.core.log.LoggedRecord;
import org.iochub.core.log.Operation;
import org.iochub.core.quality.DayKey;
import org.iochub.core.quality.DayTally;
import org.iochub.core.quality.Refusals;
import org.iochub.core.quality.TallyFilter;
import org.iochub.core.quality.TallyPlace;
import org.iochub.core.quality.TallyStep;
import org.iochub.core.quality.TallyStore;
import org.iochub.core.source.SourceStatus;
import org.iochub.core.tenant.Tenant;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;

/**
 * Follows the log for one authority and counts: a page at a time, each a reading of its own and each counted in one small
 * transaction with the place it brings. It holds a page at most, and the writer never waits for it. One thread at a time; a
 * second node that counts the same changes nothing.
 */
final class Follower {
    /** Records of a page. */
    private static final int PAGE = 500;

    private static final long PAGE_BYTES = 2 << 20;
    /** Days that are counted when counting starts, or starts again by other definitions. */
    static final int HISTORY_DAYS = 31;
    /** What waited for another record and never found it shows up in the quarantine of a day that is over. */
    private static final int REFUSED_DAYS = 3;

    private final TallyStore store;
    private final FeedLog log;
    private final Units units;
    private final ZoneId zone;
    private final Clock clock;
    private final Tenant tenant;
    private final String own;
    private final Supplier<List<SourceStatus>> sources;

    /**
     * @param own the instance that publishes the figures: it is not judged itself
     * @param sources every instance there is
     */
    Follower(
            TallyStore store,
            FeedLog log,
            Units units,
            Clock clock,
            Tenant tenant,
            String own,
            Supplier<List<SourceStatus>> sources) {
        this.store = store;
        this.log = log;
        this.units = units;
        this.zone = tenant.zone();
        this.clock = clock;
        this.tenant = tenant;
        this.own = own;
        this.sources = sources;
    }

    /** Counts the next page. @return whether there may be more */
    boolean step(Rules rules) {
        FeedHead head = log.head();
        String digest = Digests.of(rules.digest() + tenant.areas() + tenant.validTo() + zone);
        Optional<TallyPlace> place = store.place(tenant.id());
        if (place.isEmpty()
                || !place.get().definitions().equals(digest)
                || !head.knows(place.get().place().epoch(), place.get().place().position())) {
            return anew(place, digest, head, rules);
        }
        try {
            return page(place.get(), rules);
        } catch (FaultException e) {
            if (!e.fault().code().equals("cursor-gone")) {
                throw e;
            }
            return anew(place, digest, head, rules);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private boolean anew(Optional<TallyPlace> before, String digest, FeedHead head, Rules rules) {
        LocalDate today = today();
        LocalDate from = today.minusDays(HISTORY_DAYS - 1L);
        long step = before.map(TallyPlace::step).orElse(0L) + 1;
        // What came shortly before is read too, for the contents it leaves in memory.
        OffsetDateTime since =
                from.minusDays(Counting.MEMORY_DAYS).atStartOfDay(zone).toOffsetDateTime();
        long at = Math.max(head.oldest() - 1, 0);
        FeedSlice start = log.read(filter(Optional.of(since)), at, 1, 1);
        long position = start.records().isEmpty()
                ? start.scannedTo()
                : start.records().get(0).position() - 1;
        TallyPlace after = new TallyPlace(new LogPlace(head.epoch(), position), digest, from, step);
        store.take(
                tenant.id(),
                before,
                after,
                new TallyStep(List.of(), List.of(), from.minusDays(Counting.MEMORY_DAYS), Optional.of(from)));
        Optional<TallyPlace> now = store.place(tenant.id());
        if (now.equals(Optional.of(after))) {
            Counting counting = counting(rules);
            for (LocalDate day = from; !day.isAfter(today); day = day.plusDays(1)) {
                counting.refused(List.of(), refused(day));
            }
            take(after, after.place().position(), counting);
        }
        return true;
    }

    private Counting counting(Rules rules) {
        Map<LocalDate, Set<String>> lowest = new HashMap<>();
        return new Counting(
                store, tenant.id(), rules, day -> lowest.computeIfAbsent(day, d -> units.lowest(tenant, d)));
    }

    private FeedFilter filter(Optional<OffsetDateTime> since) {
        return new FeedFilter(
                Optional.empty(), Optional.empty(), Optional.of(Set.of(tenant.id())), Optional.empty(), since);
    }

    private boolean page(TallyPlace place, Rules rules) {
        FeedSlice slice = log.read(filter(Optional.empty()), place.place().position(), PAGE, PAGE_BYTES);
        List<LoggedRecord> records = slice.records().stream()
                .filter(record ->
                        record.op() == Operation.UPSERT && !record.source().equals(own))
                .toList();
        Map<String, List<Fault>> notes =
                store.notes(records.stream().map(LoggedRecord::version).toList());
        Counting counting = counting(rules);
        counting.add(
                records.stream()
                        .map(record -> Verdict.of(record, notes.getOrDefault(record.version(), List.of()), rules, zone))
                        .toList(),
                place.from());
        if (!slice.more()) {
            lookBesides(place, rules, counting);
        }
        boolean taken = take(place, slice.scannedTo(), counting);
        return slice.more() || !taken;
    }

    /** What no record says: what was refused, and what should have come. */
    private void lookBesides(TallyPlace place, Rules rules, Counting counting) {
        LocalDate today = today();
        for (int ago = 0; ago < REFUSED_DAYS; ago++) {
            LocalDate day = today.minusDays(ago);
            if (!day.isBefore(place.from())) {
                counting.refused(standing(day), refused(day));
            }
        }
        for (SourceStatus source : sources.get()) {
            if (source.tenant().equals(tenant.id()) && !source.id().equals(own)) {
                source.recordTypes().stream()
                        .filter(type -> rules.every(source.id(), type).isPresent())
                        .forEach(type -> counting.expected(new DayKey(today, source.id(), type)));
            }
        }
    }

    private List<DayTally> standing(LocalDate day) {
        List<DayTally> all = new ArrayList<>();
        Optional<DayTally> last = Optional.empty();
        List<DayTally> page;
        do {
            page = store.tallies(TallyFilter.of(tenant.id()).on(day, day), last, PAGE);
            all.addAll(page);
            last = page.isEmpty() ? Optional.empty() : Optional.of(page.get(page.size() - 1));
        } while (page.size() == PAGE);
        return all;
    }

    private Map<DayKey, Map<String, Long>> refused(LocalDate day) {
        Map<DayKey, Map<String, Long>> counted = new HashMap<>();
        for (Refusals refusals :
                store.refused(tenant.id(), Verdict.start(day, zone), Verdict.start(day.plusDays(1), zone))) {
            if (!refusals.source().equals(own)) {
                DayKey key = new DayKey(day, refusals.source(), type(refusals));
                Map<String, Long> counts = counted.computeIfAbsent(key, k -> new HashMap<>());
                Counting.refusal(refusals.code(), refusals.count())
                        .forEach((name, count) -> counts.merge(name, count, Long::sum));
            }
        }
        return counted;
    }

    private String type(Refusals refusals) {
        return refusals.type().orElseGet(() -> onlyType(sources.get(), refusals.source()));
    }

    /** What was refused before its type was known is of the only type that its source has. */
    static String onlyType(List<SourceStatus> sources, String id) {
        return sources.stream()
                .filter(source -> source.id().equals(id))
                .map(SourceStatus::recordTypes)
                .filter(types -> types.size() == 1)
                .map(types -> types.get(0))
                .findFirst()
                .orElse(DayKey.UNKNOWN);
    }

    private boolean take(TallyPlace before, long position, Counting counting) {
        List<DayTally> tallies = counting.tallies(before.step() + 1);
        if (tallies.isEmpty()
                && counting.marks().isEmpty()
                && position == before.place().position()) {
            return true;
        }
        TallyPlace after = new TallyPlace(
                new LogPlace(before.place().epoch(), position),
                before.definitions(),
                before.from(),
                before.step() + (tallies.isEmpty() ? 0 : 1));
        return store.take(
                tenant.id(),
                Optional.of(before),
                after,
                new TallyStep(
                        tallies,
                        counting.marks(),
                        today().minusDays(Counting.MEMORY_DAYS + HISTORY_DAYS),
                        Optional.empty()));
    }
}
