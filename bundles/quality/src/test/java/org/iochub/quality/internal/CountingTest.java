package org.iochub.quality.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static org.iochub.quality.internal.RealHub.REPORTS;
import static org.iochub.quality.internal.RealHub.TENANT;
import static org.iochub.quality.internal.Reports.CAM_THANH;
import static org.iochub.quality.internal.Reports.DUC_PHO;
import static org.iochub.quality.internal.Reports.bare;
import static org.iochub.quality.internal.Reports.deleted;
import static org.iochub.quality.internal.Reports.full;
import static org.iochub.quality.internal.Reports.refused;
import static org.iochub.quality.internal.Reports.taken;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.iochub.api.Change;
import org.iochub.core.quality.Behind;
import org.iochub.core.quality.Behind.Item;
import org.iochub.core.quality.DayKey;
import org.iochub.core.quality.DayTally;
import org.iochub.core.quality.Measure;
import org.iochub.core.quality.TallyFilter;
import org.iochub.core.quality.TallyPlace;
import org.iochub.core.quality.TallyStep;
import org.iochub.core.quarantine.QuarantineFilter;
import org.iochub.core.report.QualityFigures;
import org.iochub.model.record.RecordTypes;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Exact figures, with the hub's own pipeline and both databases. */
class CountingTest {
    private static final String DAY = "2026-03-02";
    private static final String NINE = "2026-03-02T09:00:00+07:00";
    private static final String NINE_UTC = "2026-03-02T02:00:00Z";

    @TempDir
    Path folder;

    private RealHub hub(Databases databases) {
        return new RealHub(folder, databases.fresh(folder), NINE_UTC);
    }

    /** Seven taken, of which one is a double, one contradicts itself and two are poor; four refused. */
    private static void seed(RealHub hub) throws Exception {
        hub.push(
                taken(full("r1", "đèn hỏng", NINE), DUC_PHO, 1),
                taken(full("r2", "đèn hỏng", NINE), DUC_PHO, 1),
                taken(bare("r3", "2026-03-02T05:00:00+07:00"), Optional.empty(), 1, "area-ambiguous"),
                taken(full("r4", "ngập", NINE), CAM_THANH, 1),
                taken(full("r5", "rác", NINE), CAM_THANH, 1, "unknown-code"),
                refused("missing-field", "a"),
                refused("unknown-code", "b"),
                refused("bad-date", "c"));
        // The same again is no news, different content under the same key is.
        hub.push(
                taken(full("r1", "đèn hỏng", NINE), DUC_PHO, 1),
                taken(full("r4", "ngập sâu", NINE), CAM_THANH, 1),
                refused("bad-date", "c"));
        // Corrected: what it is now counts once more; the shared model refuses a code that is too long, by its type.
        hub.push(
                taken(full("r1", "đèn hỏng cả tuyến", NINE), DUC_PHO, 2),
                taken(full("r".repeat(100), "dài", NINE), DUC_PHO, 1),
                deleted("r5", NINE, 2));
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfDirtIsInItsFigure(Databases databases) throws Exception {
        try (RealHub hub = hub(databases)) {
            seed(hub);
            hub.count();

            assertThat(hub.figures(DAY, REPORTS, "citizen-report"))
                    .containsOnly(
                            // 7 taken: r1 to r5, the other r4, the corrected r1; 4 refused, the same one once.
                            entry("valid", "7/11"),
                            entry("required", "10/11"),
                            // Seven wished-for fields each; r3 has none.
                            entry("wished", "42/49"),
                            // Of the province's 96 communes.
                            entry("units", "2/96"),
                            entry("unique", "6/7"),
                            entry("consistent", "6/7"),
                            entry("mapped", "9/11"),
                            entry("placed", "6/7"),
                            entry("timely", "6/7"));
        }
    }

    /** Per source and word the weakest measure, of all sources together first. */
    @ParameterizedTest
    @EnumSource
    void aReportGetsThePeriodsFigures(Databases databases) throws Exception {
        try (RealHub hub = hub(databases)) {
            seed(hub);
            hub.count();
            LocalDate day = LocalDate.parse(DAY);
            List<QualityFigures.Figure> figures =
                    new ReportFigures(hub.scorecards()).between(TENANT, day.minusDays(3), day.plusDays(3));

            assertThat(figures.subList(0, 4))
                    .extracting(
                            QualityFigures.Figure::source,
                            figure -> figure.measure().en())
                    .containsExactly(tuple("", "Right"), tuple("", "Complete"), tuple("", "Clean"), tuple("", "Live"));
            assertThat(figures)
                    .filteredOn(figure -> figure.source().equals(REPORTS)
                            && figure.measure().en().equals("Clean"))
                    .singleElement()
                    .satisfies(clean -> assertThat(clean.value()).isEqualTo(9 / 11.0));
            assertThat(new ReportFigures(hub.scorecards()).between(TENANT, day.minusDays(9), day.minusDays(8)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theRecordsBehindEachNumberAreThose(Databases databases) throws Exception {
        try (RealHub hub = hub(databases)) {
            seed(hub);
            hub.count();
            for (Measure measure : Measure.values()) {
                String figure = hub.figure(DAY, measure);
                if (!figure.equals("none")) {
                    long numerator = Long.parseLong(figure.substring(0, figure.indexOf('/')));
                    long denominator = Long.parseLong(figure.substring(figure.indexOf('/') + 1));
                    List<Item> bad = behind(hub, measure, false);
                    List<Item> all = behind(hub, measure, true);

                    assertThat(bad).as(measure + " bad").noneMatch(Item::good);
                    if (measure == Measure.WISHED) {
                        // Of records with seven fields each.
                        assertThat(all).hasSize(7);
                        assertThat(bad.stream()
                                        .mapToInt(item -> item.why().size())
                                        .sum())
                                .isEqualTo((int) (denominator - numerator));
                    } else {
                        assertThat(bad).as(measure + " bad").hasSize((int) (denominator - numerator));
                        assertThat(all).as(measure + " all").hasSize((int) denominator);
                    }
                }
            }
            assertThat(behind(hub, Measure.WISHED, false).get(0).why())
                    .containsExactly("serviceName", "text", "location", "address", "channel", "expectedAt", "agency");
            assertThat(behind(hub, Measure.UNIQUE, false).get(0))
                    .satisfies(twin -> assertThat(twin.id()).isEqualTo(id("r2")))
                    .satisfies(twin -> assertThat(twin.why()).containsExactly("same-as:" + id("r1")));
            assertThat(behind(hub, Measure.PLACED, false).get(0).why()).containsExactly("area-ambiguous");
            assertThat(hub.store.quarantine().count(QuarantineFilter.all())).isEqualTo(4);
        }
    }

    private static String id(String code) {
        return RecordTypes.CITIZEN_REPORT.id(TENANT, REPORTS, List.of(code)).value();
    }

    /** Read two at a time. */
    private static List<Item> behind(RealHub hub, Measure measure, boolean all) {
        List<Item> items = new ArrayList<>();
        Optional<String> next = Optional.empty();
        int pages = 0;
        do {
            Behind page = hub.scorecards()
                    .behind(TENANT, new DayKey(LocalDate.parse(DAY), REPORTS, "citizen-report"), measure, all, next, 2);
            assertThat(page.items().size()).isLessThanOrEqualTo(2);
            items.addAll(page.items());
            next = page.next();
            assertThat(++pages).isLessThan(200);
        } while (next.isPresent());
        return items;
    }

    @ParameterizedTest
    @EnumSource
    void midnightIsThatOfVietnam(Databases databases) throws Exception {
        try (RealHub hub = hub(databases)) {
            hub.clock.set("2026-03-02T16:59:59.999Z");
            hub.push(taken(full("r1", "một", "2026-03-02T23:59:00+07:00"), DUC_PHO, 1), refused("bad-date", "tối"));
            hub.clock.set("2026-03-02T17:00:00Z");
            hub.push(taken(full("r2", "hai", "2026-03-03T00:00:00+07:00"), DUC_PHO, 1), refused("bad-date", "đêm"));
            hub.push(taken(full("r3", "ba", "2026-03-03T00:00:00+07:00"), DUC_PHO, 1));
            hub.count();

            assertThat(hub.figure("2026-03-02", Measure.VALID)).isEqualTo("1/2");
            assertThat(hub.figure("2026-03-03", Measure.VALID)).isEqualTo("2/3");
            assertThat(hub.figure("2026-03-03", Measure.UNITS)).isEqualTo("1/96");
        }
    }

    @ParameterizedTest
    @EnumSource
    void stepByStepIsTheSameAsAllAtOnce(Databases databases) throws Exception {
        Random random = new Random(7);
        Map<DayKey, Map<String, Long>> growing;
        try (RealHub hub = hub(databases)) {
            hub.line("agreed." + REPORTS + ".every", "1h");
            for (int round = 0; round < 40; round++) {
                hub.clock.set("2026-03-0" + (2 + round / 10) + "T" + (10 + round % 10) + ":00:00Z");
                hub.push(messy(random, round));
                if (round % 3 == 0) {
                    hub.count();
                }
            }
            hub.count();
            growing = hub.tallies();
            assertThat(growing.keySet()).extracting(key -> key.day().toString()).contains("2026-03-02", "2026-03-05");

            // From nothing: the place is forgotten as if definitions had changed.
            TallyPlace place = hub.store.tallies().place(TENANT).orElseThrow();
            TallyPlace unknown = new TallyPlace(place.place(), "others", place.from(), place.step() + 1);
            assertThat(hub.store
                            .tallies()
                            .take(
                                    TENANT,
                                    Optional.of(place),
                                    unknown,
                                    new TallyStep(List.of(), List.of(), LocalDate.EPOCH, Optional.empty())))
                    .isTrue();
            hub.count();

            assertThat(hub.tallies()).isEqualTo(growing);
        }
    }

    private static Change[] messy(Random random, int round) {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            int number = random.nextInt(60);
            String at = "2026-03-0%dT0%d:00:00+07:00".formatted(2 + round / 10, random.nextInt(10));
            var area = random.nextInt(5) == 0 ? Optional.<org.iochub.model.area.AreaRef>empty() : DUC_PHO;
            int version = round * 100 + i;
            switch (random.nextInt(6)) {
                case 0 -> changes.add(refused(random.nextBoolean() ? "missing-field" : "unknown-code", "x" + version));
                case 1 -> changes.add(deleted("r" + number, at, version));
                case 2 -> changes.add(taken(bare("r" + number, at), area, version, "area-unknown"));
                default -> changes.add(taken(full("r" + number, "việc " + random.nextInt(20), at), area, version));
            }
        }
        return changes.toArray(Change[]::new);
    }

    @ParameterizedTest
    @EnumSource
    void aPageAtATimeAndWithoutNewsNothingIsWritten(Databases databases) throws Exception {
        try (RealHub hub = hub(databases)) {
            for (int message = 0; message < 3; message++) {
                List<Change> changes = new ArrayList<>();
                for (int i = 0; i < 500; i++) {
                    changes.add(taken(full("r" + message + "-" + i, "việc " + message + i, NINE), DUC_PHO, 1));
                }
                hub.push(changes.toArray(Change[]::new));
            }
            // To begin, and three pages.
            assertThat(hub.count()).isGreaterThanOrEqualTo(4);
            assertThat(hub.figure(DAY, Measure.VALID)).isEqualTo("1500/1500");

            TallyPlace before = hub.store.tallies().place(TENANT).orElseThrow();
            assertThat(hub.count()).isEqualTo(1);
            assertThat(hub.store.tallies().place(TENANT)).contains(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherNodeThatCountedMeanwhileIsNotCountedTwice(Databases databases) throws Exception {
        try (RealHub hub = hub(databases)) {
            hub.count();
            TallyPlace before = hub.store.tallies().place(TENANT).orElseThrow();
            seed(hub);
            hub.count();
            TallyPlace after = new TallyPlace(before.place(), before.definitions(), before.from(), before.step() + 1);
            DayTally wrong = new DayTally(
                    TENANT, new DayKey(LocalDate.parse(DAY), REPORTS, "citizen-report"), "1", Map.of("taken", 99L), 1);

            assertThat(hub.store
                            .tallies()
                            .take(
                                    TENANT,
                                    Optional.of(before),
                                    after,
                                    new TallyStep(List.of(wrong), List.of(), LocalDate.EPOCH, Optional.empty())))
                    .isFalse();
            assertThat(hub.figure(DAY, Measure.VALID)).isEqualTo("7/11");
        }
    }

    @ParameterizedTest
    @EnumSource
    void otherAuthoritiesAndTheFiguresThemselvesDoNotCount(Databases databases) throws Exception {
        try (RealHub hub = hub(databases)) {
            hub.push("da-nang", "khac", taken(full("x", "khác", NINE), DUC_PHO, 1), refused("bad-date", "x"));
            hub.push(TENANT, "test", taken(full("y", "mình", NINE), DUC_PHO, 1), refused("bad-date", "y"));
            hub.count();

            assertThat(hub.tallies()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasAgreedIsJudgedOnADayWithoutAnything(Databases databases) throws Exception {
        try (RealHub hub = hub(databases)) {
            hub.line("agreed." + REPORTS + ".every", "6h");
            hub.line("agreed." + REPORTS + ".within", "30m");
            hub.clock.set("2026-03-01T17:05:00Z");
            hub.count();
            hub.clock.set("2026-03-02T05:00:00Z");
            hub.count();
            // Noon: two spans are over.
            assertThat(hub.figure(DAY, Measure.REGULAR)).isEqualTo("0/2");

            hub.push(taken(full("r1", "một", "2026-03-02T11:31:00+07:00"), DUC_PHO, 1));
            hub.push(taken(full("r2", "hai", "2026-03-02T11:29:00+07:00"), DUC_PHO, 1));
            hub.count();
            assertThat(hub.figure(DAY, Measure.TIMELY)).isEqualTo("1/2");
            assertThat(hub.figure(DAY, Measure.REGULAR)).isEqualTo("1/2");
            hub.clock.set("2026-03-04T00:00:00Z");
            assertThat(hub.figure(DAY, Measure.REGULAR)).isEqualTo("1/4");
            assertThat(behind(hub, Measure.REGULAR, false))
                    .extracting(Item::id)
                    .containsExactly("2026-03-02T00:00+07:00", "2026-03-02T06:00+07:00", "2026-03-02T18:00+07:00");
        }
    }

    @ParameterizedTest
    @EnumSource
    void otherDefinitionsCountTheDaysAgainUnderAnotherVersion(Databases databases) throws Exception {
        try (RealHub hub = hub(databases)) {
            seed(hub);
            hub.count();
            hub.line("citizen-report.wished", "text, rating");
            hub.count();

            assertThat(hub.figure(DAY, Measure.WISHED)).isEqualTo("6/14");
            assertThat(hub.figure(DAY, Measure.VALID)).isEqualTo("7/11");
            assertThat(hub.figure(DAY, Measure.UNIQUE)).isEqualTo("6/7");
            assertThat(hub.store
                            .tallies()
                            .tallies(TallyFilter.all(), Optional.empty(), 10)
                            .get(0)
                            .definition())
                    .startsWith("1+");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsErasedLeavesNoDigest(Databases databases) throws Exception {
        try (RealHub hub = hub(databases)) {
            hub.push(taken(full("r1", "một", NINE), DUC_PHO, 1));
            hub.count();
            hub.store.erasures().erase("citizen-report", RecordTypes.CITIZEN_REPORT.id(TENANT, REPORTS, List.of("r1")));
            hub.push(taken(full("r2", "một", NINE), DUC_PHO, 1));
            hub.count();

            assertThat(hub.figure(DAY, Measure.UNIQUE)).isEqualTo("2/2");
        }
    }
}
