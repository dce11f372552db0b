package org.iochub.quality.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.iochub.core.log.FeedFilter;
import org.iochub.core.log.FeedLog;
import org.iochub.core.log.FeedSlice;
import org.iochub.core.log.LoggedRecord;
import org.iochub.core.log.Operation;
import org.iochub.core.quality.Behind;
import org.iochub.core.quality.Behind.Item;
import org.iochub.core.quality.Behind.Kind;
import org.iochub.core.quality.DayKey;
import org.iochub.core.quality.DayTally;
import org.iochub.core.quality.Mark;
import org.iochub.core.quality.Measure;
import org.iochub.core.quality.TallyFilter;
import org.iochub.core.quality.TallyStore;
import org.iochub.core.quarantine.Quarantine;
import org.iochub.core.quarantine.QuarantineFilter;
import org.iochub.core.quarantine.Quarantined;
import org.iochub.core.source.SourceStatus;
import org.iochub.core.tenant.Tenant;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;

/**
 * Lists what is behind a figure by looking at the day's versions and refusals once more: nothing is stored for it, and the
 * same rules say which of them count. A page looks at so many versions at most.
 */
final class Evidence {
    private static final int LOOK = 500;
    private static final int LOOKS = 20;
    private static final Set<Measure> WITH_REFUSED = Set.of(Measure.VALID, Measure.REQUIRED, Measure.MAPPED);

    private final TallyStore store;
    private final FeedLog log;
    private final Quarantine quarantine;
    private final Units units;
    private final Rules rules;
    private final ZoneId zone;
    private final Instant now;

    Evidence(TallyStore store, FeedLog log, Quarantine quarantine, Units units, Rules rules, ZoneId zone, Instant now) {
        this.store = store;
        this.log = log;
        this.quarantine = quarantine;
        this.units = units;
        this.rules = rules;
        this.zone = zone;
        this.now = now;
    }

    Behind behind(
            Optional<Tenant> authority,
            List<SourceStatus> sources,
            String tenant,
            DayKey key,
            Measure measure,
            boolean all,
            Optional<String> after,
            int limit) {
        DayTally tally = store
                .tallies(
                        TallyFilter.of(tenant).on(key.day(), key.day()).of(key.source(), key.type()),
                        Optional.empty(),
                        1)
                .stream()
                .findFirst()
                .filter(one -> Figures.of(one, now, zone).stream().anyMatch(figure -> figure.measure() == measure))
                .orElseThrow(() -> FaultException.of(
                        "unknown-figure",
                        "measure",
                        "Không có số liệu «" + measure.wireName() + "» của ngày, nguồn và loại này.",
                        "There is no figure «" + measure.wireName() + "» of this day, source and type."));
        if (measure == Measure.UNITS) {
            return seen(
                    tenant,
                    key,
                    all,
                    after,
                    limit,
                    authority.map(a -> units.lowest(a, key.day())).orElse(Set.of()));
        }
        if (measure == Measure.REGULAR) {
            return spans(tenant, tally, all, after, limit);
        }
        Optional<Long> version = number(after, 'p');
        if (WITH_REFUSED.contains(measure) && version.isEmpty()) {
            Behind refused = refused(tenant, key, measure, all, sources, number(after, 'q'), limit);
            boolean records = all || measure == Measure.MAPPED;
            return refused.next().isPresent() || !records ? refused : new Behind(refused.items(), Optional.of("p0"));
        }
        return records(tenant, key, measure, all, version.orElse(0L), limit);
    }

    private static Optional<Long> number(Optional<String> after, char kind) {
        try {
            return after.filter(text -> text.charAt(0) == kind).map(text -> Long.valueOf(text.substring(1)));
        } catch (NumberFormatException e) {
            throw badPlace();
        }
    }

    private static FaultException badPlace() {
        return FaultException.of(
                "bad-parameter",
                "after",
                "«after» không phải vị trí mà trang trước đã cho; hãy đọc lại từ đầu.",
                "«after» is no place that a page before gave; read from the start again.");
    }

    private Behind refused(
            String tenant,
            DayKey key,
            Measure measure,
            boolean all,
            List<SourceStatus> sources,
            Optional<Long> before,
            int limit) {
        QuarantineFilter filter = new QuarantineFilter(
                        Optional.of(Set.of(key.source())),
                        Optional.of(Set.of(tenant)),
                        Optional.empty(),
                        Optional.empty())
                .in(Optional.empty())
                .between(
                        Optional.of(Verdict.start(key.day(), zone)),
                        Optional.of(Verdict.start(key.day().plusDays(1), zone)));
        String only = Follower.onlyType(sources, key.source());
        List<Item> items = new ArrayList<>();
        long at = before.orElse(Long.MAX_VALUE);
        for (int look = 0; look < LOOKS; look++) {
            List<Quarantined> page = quarantine.page(filter, at, LOOK);
            for (Quarantined entry : page) {
                at = entry.id();
                boolean good = good(measure, entry.fault().code());
                if (entry.type().orElse(only).equals(key.type()) && (all || !good)) {
                    items.add(new Item(
                            Kind.QUARANTINE,
                            key.type(),
                            Long.toString(entry.id()),
                            good,
                            Optional.of(entry.at()),
                            List.of(entry.fault().code())));
                    if (items.size() == limit) {
                        return new Behind(items, Optional.of("q" + at));
                    }
                }
            }
            if (page.size() < LOOK) {
                return new Behind(items, Optional.empty());
            }
        }
        return new Behind(items, Optional.of("q" + at));
    }

    private static boolean good(Measure measure, String code) {
        return switch (measure) {
            case REQUIRED -> !Counts.missing(code);
            case MAPPED -> !Counts.unmapped(code);
            default -> false;
        };
    }

    private Behind records(String tenant, DayKey key, Measure measure, boolean all, long after, int limit) {
        FeedFilter filter = new FeedFilter(
                Optional.of(Set.of(key.type())),
                Optional.of(Set.of(key.source())),
                Optional.of(Set.of(tenant)),
                Optional.empty(),
                Optional.of(key.day().atStartOfDay(zone).toOffsetDateTime()));
        Instant end = Verdict.start(key.day().plusDays(1), zone);
        List<Item> items = new ArrayList<>();
        long at = Math.max(after, log.head().oldest(filter.types()) - 1);
        for (int look = 0; look < LOOKS; look++) {
            FeedSlice slice = log.read(filter, at, LOOK, 2 << 20);
            List<LoggedRecord> records = slice.records().stream()
                    .filter(record -> record.op() == Operation.UPSERT)
                    .filter(record -> record.recordedAt().toInstant().isBefore(end))
                    .toList();
            Map<String, List<Fault>> notes =
                    store.notes(records.stream().map(LoggedRecord::version).toList());
            Map<Mark.Key, Mark> owners = measure == Measure.UNIQUE ? owners(tenant, records, notes) : Map.of();
            for (LoggedRecord record : records) {
                Item item = item(record, measure, notes.getOrDefault(record.version(), List.of()), owners);
                at = record.position();
                if (all || !item.good()) {
                    items.add(item);
                    if (items.size() == limit) {
                        return new Behind(items, Optional.of("p" + at));
                    }
                }
            }
            boolean over = records.size()
                    < slice.records().stream()
                            .filter(record -> record.op() == Operation.UPSERT)
                            .count();
            if (over || !slice.more()) {
                return new Behind(items, Optional.empty());
            }
            at = slice.scannedTo();
        }
        return new Behind(items, Optional.of("p" + at));
    }

    private Map<Mark.Key, Mark> owners(String tenant, List<LoggedRecord> records, Map<String, List<Fault>> notes) {
        return store.marks(
                tenant,
                records.stream()
                        .map(record -> Verdict.of(record, notes.getOrDefault(record.version(), List.of()), rules, zone))
                        .flatMap(verdict -> verdict.print().map(print -> Counting.print(verdict, print)).stream())
                        .collect(Collectors.toSet()));
    }

    private Item item(LoggedRecord record, Measure measure, List<Fault> notes, Map<Mark.Key, Mark> owners) {
        Verdict verdict = Verdict.of(record, notes, rules, zone);
        List<String> why = switch (measure) {
            case WISHED -> verdict.empty();
            case UNIQUE ->
                verdict.print()
                        .map(print -> owners.get(Counting.print(verdict, print)))
                        .map(Mark::owner)
                        .filter(owner -> !owner.equals(verdict.record()))
                        .map(owner -> List.of("same-as:" + owner))
                        .orElse(List.of());
            case CONSISTENT -> verdict.codes().stream().filter(Counts::conflict).toList();
            case MAPPED -> verdict.codes().stream().filter(Counts::unmapped).toList();
            case PLACED ->
                verdict.placed()
                        ? List.of()
                        : verdict.codes().stream().anyMatch(Counts::unresolved)
                                ? verdict.codes().stream()
                                        .filter(Counts::unresolved)
                                        .toList()
                                : List.of("no-area");
            case TIMELY -> verdict.late().orElse(false) ? List.of("late") : List.of();
            default -> List.of();
        };
        return new Item(
                Kind.RECORD, record.type(), verdict.record(), why.isEmpty(), Optional.of(record.recordedAt()), why);
    }

    private Behind seen(String tenant, DayKey key, boolean all, Optional<String> after, int limit, Set<String> codes) {
        requireMarks(key.day());
        Map<Mark.Key, Mark> marks = store.marks(
                tenant, codes.stream().map(code -> Counting.unit(key, code)).toList());
        List<Item> items = codes.stream()
                .filter(code -> after.isEmpty() || code.compareTo(after.get()) > 0)
                .map(code -> new Item(
                        Kind.UNIT,
                        key.type(),
                        code,
                        marks.containsKey(Counting.unit(key, code)),
                        Optional.empty(),
                        List.of()))
                .filter(item -> all || !item.good())
                .limit(limit + 1L)
                .toList();
        return page(items, limit);
    }

    private Behind spans(String tenant, DayTally tally, boolean all, Optional<String> after, int limit) {
        DayKey key = tally.key();
        requireMarks(key.day());
        long seconds = tally.count(Counts.SPAN_SECONDS);
        List<Long> numbers = LongStream.range(0, Figures.due(key.day(), seconds, now, zone))
                .boxed()
                .toList();
        Map<Mark.Key, Mark> marks = store.marks(
                tenant,
                numbers.stream().map(number -> Counting.span(key, number)).toList());
        List<Item> items = numbers.stream()
                .map(number -> new Item(
                        Kind.SPAN,
                        key.type(),
                        start(key.day(), number * seconds),
                        marks.containsKey(Counting.span(key, number)),
                        Optional.empty(),
                        List.of()))
                .filter(item -> after.isEmpty() || item.id().compareTo(after.get()) > 0)
                .filter(item -> all || !item.good())
                .limit(limit + 1L)
                .toList();
        return page(items, limit);
    }

    private String start(LocalDate day, long second) {
        return Verdict.start(day, zone)
                .plusSeconds(second)
                .atZone(zone)
                .toOffsetDateTime()
                .toString();
    }

    private static Behind page(List<Item> items, int limit) {
        return items.size() > limit
                ? new Behind(
                        items.subList(0, limit),
                        Optional.of(items.get(limit - 1).id()))
                : new Behind(items, Optional.empty());
    }

    private void requireMarks(LocalDate day) {
        LocalDate oldest = LocalDate.ofInstant(now, zone).minusDays(Follower.HISTORY_DAYS);
        if (day.isBefore(oldest)) {
            throw FaultException.of(
                    "too-old",
                    "day",
                    "Danh sách này chỉ giữ " + Follower.HISTORY_DAYS + " ngày; con số thì vẫn còn.",
                    "This list is kept for " + Follower.HISTORY_DAYS + " days; the figure itself stays.");
        }
    }
}
