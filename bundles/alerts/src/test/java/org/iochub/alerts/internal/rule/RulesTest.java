package org.iochub.alerts.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iochub.alerts.internal.Sights.NOON;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.iochub.alerts.internal.Sights;
import org.iochub.alerts.internal.rule.World.Watched;
import org.iochub.core.alert.AlertSeverity;
import org.iochub.core.delivery.DeliveryPlace;
import org.iochub.core.delivery.DeliveryState;
import org.iochub.core.delivery.Progress;
import org.iochub.core.delivery.Subscription;
import org.iochub.core.delivery.SubscriptionStatus;
import org.iochub.core.delivery.TapStatus;
import org.iochub.core.source.SourceAgreement;
import org.iochub.core.source.SourceState;
import org.iochub.model.Fault;
import org.iochub.model.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesTest {
    private static final Instant LONG_AGO = NOON.minus(Duration.ofDays(1));
    private final Rules rules = new Rules(Thresholds.usual());

    private Observation one(World world, Rule rule) {
        return rules.apply(world).observations().stream()
                .filter(look -> look.rule() == rule)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "16, RUNNING, RAISE",
        "14, RUNNING, CLEAR",
        "16, FAILING, RAISE",
        "16, STOPPED, CLEAR",
        "16, WAITING, RAISE"
    })
    void aSourceIsStaleByWhatItAgreed(long minutes, SourceState state, Level level) {
        var status = Sights.status("tram", state, LONG_AGO, Optional.of(NOON.minus(Duration.ofMinutes(minutes))));
        assertThat(one(Sights.sources(NOON, Sights.watched(status)), Rule.SOURCE_STALE)
                        .level())
                .isEqualTo(level);
    }

    @Test
    void beforeTheFirstSuccessSinceAStartNobodyKnowsWhetherASourceIsStale() {
        var status = Sights.status("tram", SourceState.RUNNING, NOON.minus(Duration.ofMinutes(5)), Optional.empty());
        assertThat(one(Sights.sources(NOON, Sights.watched(status)), Rule.SOURCE_STALE)
                        .level())
                .isEqualTo(Level.HOLD);
        var later = NOON.plus(Duration.ofMinutes(11));
        assertThat(one(Sights.sources(later, Sights.watched(status)), Rule.SOURCE_STALE)
                        .level())
                .isEqualTo(Level.RAISE);
    }

    @Test
    void withoutAnAgreementNothingIsStale() {
        var status = Sights.status("tram", SourceState.RUNNING, LONG_AGO, Optional.of(LONG_AGO));
        var source = new Watched(status, SourceAgreement.none(), OptionalDouble.empty());
        assertThat(one(Sights.sources(NOON, source), Rule.SOURCE_STALE).level()).isEqualTo(Level.CLEAR);
    }

    @ParameterizedTest
    @CsvSource({
        "FAILING, RAISE",
        "MISCONFIGURED, RAISE",
        "WAITING, RAISE",
        "STARTING, HOLD",
        "RUNNING, CLEAR",
        "STOPPED, CLEAR"
    })
    void aSourceFailsByItsState(SourceState state, Level level) {
        var status = Sights.status("tram", state, LONG_AGO, Optional.empty());
        Observation look = one(Sights.sources(NOON, Sights.watched(status)), Rule.SOURCE_FAILING);
        assertThat(look.level()).isEqualTo(level);
        assertThat(look.severity()).isEqualTo(AlertSeverity.CRITICAL);
        assertThat(look.sentence().vi()).contains("tram", "Câu giải thích.");
    }

    @Test
    void justAfterAStartARunningSourceProvesNothing() {
        var status = Sights.status("tram", SourceState.RUNNING, NOON.minusSeconds(30), Optional.empty());
        assertThat(one(Sights.sources(NOON, Sights.watched(status)), Rule.SOURCE_FAILING)
                        .level())
                .isEqualTo(Level.HOLD);
    }

    @ParameterizedTest
    @CsvSource({"60001, RAISE", "55000, HOLD", "40000, CLEAR"})
    void floodsByRateWithHysteresis(double rate, Level level) {
        var status = Sights.status("tram", SourceState.RUNNING, LONG_AGO, Optional.of(NOON));
        var source = new Watched(status, Sights.agreement(Duration.ofHours(1)), OptionalDouble.of(rate));
        assertThat(one(Sights.sources(NOON, source), Rule.SOURCE_FLOODING).level())
                .isEqualTo(level);
    }

    @Test
    void aSourcesOwnThresholdsGoBefore() {
        var status = Sights.status("tram", SourceState.RUNNING, LONG_AGO, Optional.of(NOON));
        var own = new SourceAgreement(
                "environment", Optional.empty(), OptionalLong.of(100), OptionalLong.of(3), Set.of());
        var source = new Watched(status, own, OptionalDouble.of(101));
        assertThat(one(Sights.sources(NOON, source), Rule.SOURCE_FLOODING).level())
                .isEqualTo(Level.RAISE);
        assertThat(one(Sights.quarantine(NOON, source, 3), Rule.QUARANTINE_GROWING)
                        .level())
                .isEqualTo(Level.RAISE);
    }

    @Test
    void whatASourceMutesIsInOrder() {
        var status = Sights.status("tram", SourceState.FAILING, LONG_AGO, Optional.empty());
        var source =
                new Watched(status, Sights.agreement(Duration.ofMinutes(1), "source-failing"), OptionalDouble.empty());
        assertThat(one(Sights.sources(NOON, source), Rule.SOURCE_FAILING).level())
                .isEqualTo(Level.CLEAR);
        assertThat(one(Sights.sources(NOON, source), Rule.SOURCE_STALE).level()).isEqualTo(Level.RAISE);
    }

    @ParameterizedTest
    @CsvSource({"100, RAISE", "99, HOLD", "50, HOLD", "49, CLEAR", "0, CLEAR"})
    void quarantineGrowsByTheHour(long count, Level level) {
        var status = Sights.status("tram", SourceState.RUNNING, LONG_AGO, Optional.of(NOON));
        assertThat(one(Sights.quarantine(NOON, Sights.watched(status), count), Rule.QUARANTINE_GROWING)
                        .level())
                .isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({"4, RAISE, CRITICAL", "9, RAISE, WARNING", "11, HOLD, WARNING", "13, CLEAR, WARNING"})
    void disksByPercentWithHysteresis(long percent, Level level, AlertSeverity severity) {
        Observation look = one(Sights.disk(NOON, percent), Rule.DISK_LOW);
        assertThat(look.level()).isEqualTo(level);
        assertThat(look.severity()).isEqualTo(severity);
    }

    @ParameterizedTest
    @CsvSource({"6, RAISE, CRITICAL", "29, RAISE, WARNING", "31, CLEAR, WARNING", "-1, RAISE, CRITICAL"})
    void certificatesByDays(long days, Level level, AlertSeverity severity) {
        Observation look =
                one(Sights.certificate(NOON, Optional.of(NOON.plus(Duration.ofDays(days)))), Rule.CERTIFICATE_EXPIRY);
        assertThat(look.level()).isEqualTo(level);
        assertThat(look.severity()).isEqualTo(severity);
    }

    @Test
    void aCertificateThatCouldNotBeReadProvesNothing() {
        assertThat(one(Sights.certificate(NOON, Optional.empty()), Rule.CERTIFICATE_EXPIRY)
                        .level())
                .isEqualTo(Level.HOLD);
    }

    @Test
    void theStoreByItsOwnWord() {
        Observation look =
                one(Sights.store(NOON, Optional.of(Text.of("Sai mật khẩu.", "Wrong password."))), Rule.STORE_DOWN);
        assertThat(look.level()).isEqualTo(Level.RAISE);
        assertThat(look.sentence().en()).contains("Wrong password.");
        assertThat(one(Sights.store(NOON, Optional.empty()), Rule.STORE_DOWN).level())
                .isEqualTo(Level.CLEAR);
    }

    @ParameterizedTest
    @CsvSource({
        "BROKEN, 0, RAISE, CRITICAL",
        "ACTIVE, 5, RAISE, WARNING",
        "ACTIVE, 4, HOLD, WARNING",
        "ACTIVE, 0, CLEAR, WARNING",
        "PAUSED, 9, CLEAR, WARNING"
    })
    void webhooksByStateAndFailures(DeliveryState state, int failures, Level level, AlertSeverity severity) {
        Progress progress = new Progress(
                new DeliveryPlace("e", 1),
                OptionalLong.empty(),
                failures,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Subscription hook = new Subscription(
                "w1",
                "key",
                "Bảng điều hành",
                java.net.URI.create("https://ioc.example.vn/hub"),
                null,
                100,
                state,
                NOON,
                "",
                Optional.empty(),
                java.util.OptionalInt.empty(),
                "",
                1,
                progress);
        World world = new World(
                NOON,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(List.of(new SubscriptionStatus(hook, "", 7, "closed", 0, 0, 0))),
                Optional.empty(),
                Optional.empty());
        Observation look = one(world, Rule.WEBHOOK_DEAD);
        assertThat(look.level()).isEqualTo(level);
        assertThat(look.severity()).isEqualTo(severity);
        assertThat(look.subject()).isEqualTo("w1");
    }

    @ParameterizedTest
    @CsvSource({"ACTIVE, true, RAISE", "BROKEN, false, RAISE", "ACTIVE, false, CLEAR", "PAUSED, true, CLEAR"})
    void tapsByWhatTheyWaitFor(DeliveryState state, boolean waits, Level level) {
        TapStatus tap = new TapStatus(
                "kafka",
                "kafka",
                "k1:9092",
                state,
                Optional.empty(),
                3,
                Optional.empty(),
                waits ? Optional.of(Text.of("Chờ máy chủ.", "Waits for the broker.")) : Optional.empty(),
                0,
                0);
        World world = new World(
                NOON,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(List.of(tap)),
                Optional.empty());
        assertThat(one(world, Rule.TAP_DEAD).level()).isEqualTo(level);
    }

    @Test
    void aDamagedArchiveIsAGapUntilAWholeWalkFindsNone() {
        var status = Sights.status("tram", SourceState.RUNNING, LONG_AGO, Optional.of(NOON));
        Fault damage = Fault.of("archive-damaged", "s1:9", "Đoạn s1 hỏng.", "Segment s1 is damaged.");
        assertThat(gap(status, Map.of("tram", List.of(damage))).orElseThrow().level())
                .isEqualTo(Level.RAISE);
        assertThat(gap(status, Map.of("tram", List.of())).orElseThrow().level()).isEqualTo(Level.CLEAR);
        assertThat(gap(status, Map.of())).isEmpty();
    }

    private Optional<Observation> gap(org.iochub.core.source.SourceStatus status, Map<String, List<Fault>> damages) {
        World world = new World(
                NOON,
                Optional.of(List.of(Sights.watched(status))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(damages));
        return rules.apply(world).observations().stream()
                .filter(look -> look.rule() == Rule.ARCHIVE_GAP)
                .findFirst();
    }

    @Test
    void nothingFollowsFromWhatCouldNotBeSeen() {
        Rules.Round round = rules.apply(World.unseen(NOON));
        assertThat(round.observations()).isEmpty();
        assertThat(round.looked()).isEmpty();
    }
}
