package org.iochub.routes.traffic.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.iochub.api.Change;
import org.iochub.model.RecordData;
import org.iochub.model.RecordType;
import org.iochub.model.record.Facility;
import org.iochub.model.record.Observation;
import org.iochub.model.schema.RecordValidator;
import org.iochub.simulators.mqtt.CameraSimulator;
import org.iochub.simulators.mqtt.Publication;
import org.iochub.testkit.TestHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class CountsRoutesTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final String FIRST = CameraSimulator.CAMERAS.get(0);

    private final CameraSimulator city = new CameraSimulator(7, CLOCK);
    private final TestHub<CountsSettings> hub = new TestHub<>(new CountsAdapter(), CountsRoutesTest::code);
    private final CountsExample example = CountsExample.at(city.host());

    @AfterEach
    void stop() {
        hub.close();
        city.close();
    }

    @Test
    void takesTheHistoryAndAcknowledgesIt() throws Exception {
        start(example);
        city.history();
        acknowledged();

        assertThat(observations()).hasSizeGreaterThan(12 * 4 * 2 * 5);
        assertThat(hub.records().values().stream()
                        .filter(change ->
                                change instanceof Change.Upsert<?> upsert && upsert.data() instanceof Facility)
                        .count())
                .isEqualTo(4);
        assertThat(refusals())
                .containsExactly(
                        "impossible-date",
                        "impossible-value",
                        "not-utf-8",
                        "unknown-code",
                        "unreadable-json",
                        "wrong-type");
    }

    @Test
    void whatIsTakenIsValid() throws Exception {
        start(example);
        city.history();
        acknowledged();

        hub.taken().stream().flatMap(message -> message.changes().stream()).forEach(change -> {
            if (change instanceof Change.Upsert<?> upsert) {
                assertThat(faults(upsert)).isEmpty();
            }
        });
    }

    @Test
    void handsOverInBatches() throws Exception {
        start(example.bounds(50, 400));
        city.burst(FIRST, 500);
        acknowledged();

        assertThat(cycles()).isEqualTo(500);
        assertThat(hub.taken()).hasSizeGreaterThanOrEqualTo(10).hasSizeLessThan(120);
    }

    @Test
    void acknowledgesNothingThatTheHubDidNotTake() throws Exception {
        hub.refuse(id -> true);
        start(example.bounds(10, 30));
        city.burst(FIRST, 100);
        await().untilAsserted(() -> assertThat(hub.refused()).isGreaterThanOrEqualTo(3));
        assertThat(city.host().held()).isEqualTo(100);
        assertThat(hub.taken()).isEmpty();

        hub.refuse(id -> false);
        acknowledged();
        assertThat(cycles()).isEqualTo(100);
    }

    @Test
    void goesOnAfterARestartWithoutLossOrRepeat() throws Exception {
        start(example.bounds(10, 30));
        city.burst(FIRST, 40);
        acknowledged();
        hub.refuse(id -> true);
        city.burst(FIRST, 25);
        await().untilAsserted(() -> assertThat(hub.refused()).isPositive());
        hub.stop();

        // The broker keeps what comes while the hub is away, and what it had sent without an answer.
        city.burst(FIRST, 35);
        hub.refuse(id -> false);
        hub.start(example.bounds(10, 30).settings(), CLOCK);
        acknowledged();
        assertThat(cycles()).isEqualTo(100);
        assertThat(hub.taken().stream().map(TestHub.Taken::id)).doesNotHaveDuplicates();
    }

    @Test
    void goesOnWhenTheLineBreaks() throws Exception {
        start(example.bounds(10, 30));
        hub.refuse(id -> true);
        city.burst(FIRST, 60);
        await().untilAsserted(() -> assertThat(hub.refused()).isPositive());
        city.host().breakLines();
        hub.refuse(id -> false);
        acknowledged();
        assertThat(cycles()).isEqualTo(60);
    }

    @Test
    void waitsForABrokerThatIsDownAtFirst() throws Exception {
        city.host().down();
        hub.start(example.settings(), CLOCK);
        await().untilAsserted(() -> assertThat(hub.waitings()).hasSizeGreaterThanOrEqualTo(2));
        assertThat(hub.waitings().get(0).en()).contains("cannot be connected");

        city.host().up();
        subscribed();
        city.burst(FIRST, 5);
        acknowledged();
        assertThat(cycles()).isEqualTo(5);
    }

    @Test
    void waitsForABrokerThatHangs() throws Exception {
        start(example);
        city.host().hang();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(hub.waitings())
                        .anySatisfy(why -> assertThat(why.en()).contains("did not answer in time")));

        city.host().up();
        city.burst(FIRST, 5);
        acknowledged();
        assertThat(cycles()).isEqualTo(5);
    }

    @Test
    void saysThatTheAccountIsRefusedAndNotWithWhatPassword() throws Exception {
        hub.start(example.password("sai-9").settings(), CLOCK);
        await().untilAsserted(() -> assertThat(hub.waitings()).isNotEmpty());

        assertThat(hub.waitings().get(0).en()).contains("refuses the account");
        assertThat(hub.waitings().toString()).doesNotContain("sai-9");
    }

    @Test
    void keepsWhatIsNotUtf8Apart() throws Exception {
        start(example);
        city.host()
                .publish(List.of(
                        new Publication(CameraSimulator.topic(FIRST), "Cầu".getBytes(StandardCharsets.UTF_16))));
        acknowledged();
        assertThat(refusals()).containsExactly("not-utf-8");
    }

    private void start(CountsExample with) throws Exception {
        hub.start(with.settings(), CLOCK);
        subscribed();
    }

    private void subscribed() {
        await().atMost(Duration.ofSeconds(30)).until(city.host()::subscribed);
    }

    /** Everything that was published is with the hub, and the broker knows. */
    private void acknowledged() {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(city.host().held()).isZero());
    }

    private List<Observation> observations() {
        return hub.records().values().stream()
                .filter(Change.Upsert.class::isInstance)
                .map(change -> ((Change.Upsert<?>) change).data())
                .filter(Observation.class::isInstance)
                .map(Observation.class::cast)
                .toList();
    }

    private long cycles() {
        return observations().stream()
                .map(Observation::phenomenonTime)
                .distinct()
                .count();
    }

    private Set<String> refusals() {
        Set<String> codes = new TreeSet<>();
        hub.taken().stream()
                .flatMap(message -> message.changes().stream())
                .filter(Change.Refusal.class::isInstance)
                .forEach(change -> codes.add(((Change.Refusal) change).fault().code()));
        return codes;
    }

    private static String code(Change change) {
        if (change instanceof Change.Upsert<?> upsert && upsert.data() instanceof Observation o) {
            return String.join(
                    "|", o.facilityCode(), o.property(), o.phenomenonTime().toString());
        }
        return change instanceof Change.Upsert<?> upsert
                ? ((Facility) upsert.data()).facilityCode()
                : change.toString();
    }

    private static <T extends RecordData> List<?> faults(Change.Upsert<T> upsert) {
        RecordType<T> type = upsert.type();
        return RecordValidator.of(type).validate(upsert.data());
    }
}
