package org.iochub.alerts.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iochub.alerts.internal.Sights.NOON;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.alerts.internal.Sights;
import org.iochub.alerts.internal.engine.Change.Kind;
import org.iochub.alerts.internal.rule.Observation;
import org.iochub.alerts.internal.rule.Rules;
import org.iochub.alerts.internal.rule.Thresholds;
import org.iochub.alerts.internal.rule.World;
import org.iochub.core.alert.Alert;
import org.iochub.core.alert.AlertContact;
import org.iochub.core.alert.AlertSeverity;
import org.junit.jupiter.api.Test;

class EngineTest {
    private static final Patience PATIENCE =
            new Patience(Duration.ofSeconds(60), Map.of(), Duration.ofSeconds(30), Duration.ofSeconds(120));
    private final Rules rules = new Rules(Thresholds.usual());
    private Engine engine = new Engine(PATIENCE, EngineTest::alert, List.of());

    private static Alert alert(Observation look, Instant since) {
        return new Alert(
                look.id(),
                look.rule().code(),
                look.subject(),
                look.tenant(),
                look.source(),
                look.severity(),
                since,
                Optional.empty(),
                look.sentence(),
                AlertContact.NOBODY,
                URI.create("urn:x"),
                Optional.empty());
    }

    private List<Kind> at(long seconds, long freePercent) {
        return look(Sights.disk(NOON.plusSeconds(seconds), freePercent));
    }

    private List<Kind> look(World world) {
        return engine.round(world.now(), rules.apply(world)).stream()
                .map(Change::kind)
                .toList();
    }

    @Test
    void aBlipIsNoAlert() {
        assertThat(at(0, 8)).isEmpty();
        assertThat(at(30, 50)).isEmpty();
        assertThat(at(61, 8)).isEmpty();
        assertThat(at(120, 8)).isEmpty();
        assertThat(engine.firing()).isEmpty();
        assertThat(at(121, 8)).containsExactly(Kind.FIRING);
    }

    @Test
    void firesOnceAndIsOverOnce() {
        at(0, 8);
        assertThat(at(60, 8)).containsExactly(Kind.FIRING);
        assertThat(engine.firing().get(0).since()).isEqualTo(NOON);
        assertThat(at(90, 7)).isEmpty();
        assertThat(at(120, 8)).isEmpty();
        assertThat(at(150, 50)).isEmpty();
        assertThat(at(180, 50)).containsExactly(Kind.RESOLVED);
        assertThat(at(210, 50)).isEmpty();
        assertThat(engine.firing()).isEmpty();
    }

    @Test
    void aValueAtTheEdgeDoesNotFlicker() {
        at(0, 9);
        at(60, 9);
        for (int i = 1; i < 20; i++) {
            assertThat(at(60 + i * 30, i % 2 == 0 ? 9 : 11)).isEmpty();
        }
        assertThat(engine.firing()).hasSize(1);
    }

    @Test
    void gettingWorseIsToldOnceAndGettingBetterAgainIsNot() {
        at(0, 8);
        at(60, 8);
        assertThat(at(90, 3)).containsExactly(Kind.WORSENED);
        assertThat(at(120, 3)).isEmpty();
        assertThat(at(150, 8)).isEmpty();
        assertThat(at(180, 3)).isEmpty();
        assertThat(engine.firing().get(0).severity()).isEqualTo(AlertSeverity.CRITICAL);
    }

    @Test
    void whatCouldNotBeLookedAtStands() {
        at(0, 8);
        at(60, 8);
        assertThat(look(World.unseen(NOON.plusSeconds(600)))).isEmpty();
        assertThat(engine.firing()).hasSize(1);
    }

    @Test
    void afterAStartWhatFiredStandsUntilItsSubjectHadTimeToCome() {
        at(0, 8);
        at(60, 8);
        engine = new Engine(PATIENCE, EngineTest::alert, engine.firing());
        World gone = new World(
                NOON.plusSeconds(100),
                Optional.empty(),
                Optional.empty(),
                Optional.of(List.of()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertThat(look(gone)).isEmpty();
        assertThat(at(130, 8)).isEmpty();
        assertThat(engine.firing()).hasSize(1);
        assertThat(look(later(gone, 300))).isEmpty();
        assertThat(look(later(gone, 330))).containsExactly(Kind.RESOLVED);
    }

    private static World later(World world, long seconds) {
        return new World(
                NOON.plusSeconds(seconds),
                world.sources(),
                world.quarantined(),
                world.disks(),
                world.certificates(),
                world.store(),
                world.webhooks(),
                world.taps(),
                world.archive());
    }
}
