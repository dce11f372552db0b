package org.iochub.routes.citizenlink.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.iochub.api.Change;
import org.iochub.model.record.CitizenReport;
import org.iochub.model.record.RecordTypes;
import org.iochub.model.schema.RecordValidator;
import org.iochub.simulators.mqtt.CitizenLinkSimulator;
import org.iochub.testkit.TestHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class CitizenLinkRoutesTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));

    private final CitizenLinkSimulator app = new CitizenLinkSimulator(7, CLOCK);
    private final TestHub<CitizenLinkSettings> hub =
            new TestHub<>(new CitizenLinkAdapter(), CitizenLinkRoutesTest::code);

    @AfterEach
    void stop() {
        hub.close();
        app.close();
    }

    @Test
    void takesReportsRatingsAndCommentsAndRefusesTheDirt() throws Exception {
        start();
        app.history();
        acknowledged();

        RecordValidator<CitizenReport> validator = RecordValidator.of(RecordTypes.CITIZEN_REPORT);
        Set<String> refused = new TreeSet<>();
        Set<String> parts = new TreeSet<>();
        changes().forEach(change -> {
            if (change instanceof Change.Upsert<?> upsert) {
                assertThat(validator.validate((CitizenReport) upsert.data())).isEmpty();
                assertThat(upsert.area()).isPresent();
            } else if (change instanceof Change.Patch patch) {
                parts.add(patch.part());
            } else {
                refused.add(((Change.Refusal) change).fault().code());
            }
        });
        assertThat(parts).containsExactly("rating", "statusNotes");
        assertThat(refused)
                .containsExactly(
                        "impossible-date",
                        "impossible-location",
                        "impossible-value",
                        "not-utf-8",
                        "unknown-code",
                        "unreadable-json",
                        "wrong-type");
        assertThat(changes().stream()
                        .filter(Change.Upsert.class::isInstance)
                        .map(CitizenLinkRoutesTest::code)
                        .distinct())
                .hasSize(40);
    }

    @Test
    void keepsTheOrderInWhichThingsHappened() throws Exception {
        start();
        app.happen(30);
        acknowledged();

        // Nothing about a report comes before the report.
        Set<String> known = new TreeSet<>();
        changes().forEach(change -> {
            if (change instanceof Change.Patch patch) {
                assertThat(known).contains(patch.naturalKey().get(0));
            } else {
                known.add(code(change));
            }
        });
    }

    @Test
    void goesOnAfterARestartWithoutLoss() throws Exception {
        start();
        app.happen(5);
        acknowledged();
        hub.refuse(id -> true);
        app.happen(10);
        await().untilAsserted(() -> assertThat(hub.refused()).isPositive());
        hub.stop();
        app.happen(10);
        hub.refuse(id -> false);
        hub.start(settings(), CLOCK);
        acknowledged();

        assertThat(changes().stream()
                        .filter(Change.Upsert.class::isInstance)
                        .map(CitizenLinkRoutesTest::code)
                        .distinct())
                .hasSize(25);
        assertThat(hub.taken().stream().map(TestHub.Taken::id)).doesNotHaveDuplicates();
    }

    @Test
    void waitsForABrokerThatIsDownOrHangs() throws Exception {
        app.host().hang();
        hub.start(settings(), CLOCK);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(hub.waitings()).isNotEmpty());
        assertThat(hub.waitings().get(0).en()).contains("did not answer in time");
        app.host().down();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(hub.waitings())
                        .anySatisfy(why -> assertThat(why.en()).contains("cannot be connected")));

        app.host().up();
        await().atMost(Duration.ofSeconds(30)).until(app.host()::subscribed);
        app.happen(3);
        acknowledged();
        assertThat(changes()).isNotEmpty();
    }

    private CitizenLinkSettings settings() {
        return Example.at(app.host().address(), app.host().password());
    }

    private void start() throws Exception {
        hub.start(settings(), CLOCK);
        await().atMost(Duration.ofSeconds(30)).until(app.host()::subscribed);
    }

    private void acknowledged() {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(app.host().held()).isZero());
    }

    private List<Change> changes() {
        return hub.taken().stream()
                .flatMap(message -> message.changes().stream())
                .toList();
    }

    private static String code(Change change) {
        if (change instanceof Change.Upsert<?> upsert) {
            return ((CitizenReport) upsert.data()).reportCode();
        }
        return change instanceof Change.Patch patch ? patch.naturalKey() + patch.part() : change.toString();
    }
}
