package org.iochub.routes.petitions.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.cxf.wsdl11.WSDLServiceFactory;
import org.iochub.api.Change;
import org.iochub.model.record.CitizenReport;
import org.iochub.model.record.RecordTypes;
import org.iochub.model.schema.RecordValidator;
import org.iochub.simulators.http.Misbehaviour;
import org.iochub.simulators.http.PetitionSoapSimulator;
import org.iochub.testkit.TestHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PetitionsRoutesTest {
    private static final String QUANG_NAM = PetitionSoapSimulator.QUANG_NAM;
    private static final Pattern CODE = Pattern.compile("MaPhanAnh: (\\S+)");
    /** Before the hour of the wider reading, so that it is not due. */
    private static final Clock EARLY =
            Clock.fixed(Instant.parse("2026-03-01T18:30:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));

    private static final Clock LATER =
            Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));

    private final PetitionSoapSimulator server = new PetitionSoapSimulator(7, EARLY);
    private final TestHub<PetitionsSettings> hub = new TestHub<>(new PetitionsAdapter(), PetitionsRoutesTest::code);
    private final Example example = Example.at(server.url(QUANG_NAM));

    @AfterEach
    void stop() {
        hub.close();
        server.close();
    }

    @Test
    void readsAllPagesOnce() throws Exception {
        hub.start(example.settings(), EARLY);
        upToDate();
        assertThat(hub.codes()).containsExactlyElementsOf(server.codes(QUANG_NAM));
        int taken = hub.taken().size();
        upToDate();
        assertThat(hub.taken()).hasSize(taken);
    }

    @Test
    void theServiceHasAWsdlThatAClientCanRead() {
        WSDLServiceFactory factory =
                new WSDLServiceFactory(org.apache.cxf.BusFactory.newInstance().createBus(), wsdl().toString());
        assertThat(factory.create().getServiceInfos()).singleElement().satisfies(service -> {
            assertThat(service.getName()).isEqualTo(Wsdl.SERVICE);
            assertThat(service.getEndpoint(Wsdl.PORT).getAddress())
                    .isEqualTo(server.url(QUANG_NAM).toString());
        });
    }

    @Test
    void followsNewsCorrectionsAndLateCommits() throws Exception {
        hub.start(example.settings(), EARLY);
        upToDate();
        server.grow(QUANG_NAM, 45);
        String late = server.commitLate(QUANG_NAM, Duration.ofMinutes(8));
        server.correct("KN-QNA-00002");
        upToDate();

        assertThat(hub.codes())
                .containsExactlyElementsOf(server.codes(QUANG_NAM))
                .contains(late);
        assertThat(notes("KN-QNA-00002"))
                .hasValueSatisfying(notes -> assertThat(notes).startsWith("Đã xem xét lại"));
    }

    @Test
    void theWiderReadingFindsWhatCameVeryLate() throws Exception {
        hub.start(example.settings(), EARLY);
        upToDate();
        String late = server.commitLate(QUANG_NAM, Duration.ofHours(6));
        upToDate();
        assertThat(hub.codes()).doesNotContain(late);
        hub.stop();

        hub.start(example.settings(), LATER);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(hub.codes()).contains(late));
    }

    @Test
    void readsAgainWhenPagesShift() throws Exception {
        server.afterPage(1, () -> server.correct("KN-QNA-00001"));
        hub.start(example.maxPages(2).settings(), EARLY);
        upToDate();
        upToDate();
        assertThat(hub.codes()).containsExactlyElementsOf(server.codes(QUANG_NAM));
    }

    @Test
    void goesOnInTheMiddleAfterARestart() throws Exception {
        hub.refuse(id -> id.contains("/4/"));
        hub.start(example.settings(), EARLY);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(hub.refused()).isPositive());
        hub.stop();
        assertThat(hub.taken()).hasSize(3);

        server.correct("KN-QNA-00001");
        hub.refuse(id -> false);
        hub.start(example.settings(), EARLY);
        upToDate();
        assertThat(hub.taken().get(3).id()).contains("/4/");
        upToDate();
        assertThat(hub.codes()).containsExactlyElementsOf(server.codes(QUANG_NAM));
    }

    @Test
    void waitsForAServiceThatIsDownAtTheStart() throws Exception {
        server.down();
        hub.start(example.settings(), EARLY);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(hub.waitings()).hasSizeGreaterThanOrEqualTo(2));
        assertThat(hub.waitings().get(0).en()).contains("cannot be connected");

        server.up();
        upToDate();
        assertThat(hub.codes()).containsExactlyElementsOf(server.codes(QUANG_NAM));
    }

    @Test
    void saysThatTheServiceAnswersWithAFault() throws Exception {
        server.faulty(true);
        hub.start(example.settings(), EARLY);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(hub.waitings()).isNotEmpty());
        assertThat(hub.waitings().get(0).en()).contains("SOAP fault \"Server\"");
        // What the fault says may be about a person.
        assertThat(hub.waitings().toString()).doesNotContain("cơ sở dữ liệu");

        server.faulty(false);
        upToDate();
        assertThat(hub.codes()).containsExactlyElementsOf(server.codes(QUANG_NAM));
    }

    @Test
    void aWrongPasswordIsSaidAndNotShown() throws Exception {
        hub.start(example.password("mat-khau-sai").settings(), EARLY);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(hub.waitings()).isNotEmpty());
        assertThat(hub.waitings().get(0).en()).contains("HTTP 401");
        assertThat(hub.waitings().toString()).doesNotContain("mat-khau-sai");
        hub.stop();

        hub.start(example.settings(), EARLY);
        upToDate();
        assertThat(hub.taken().toString()).doesNotContain(PetitionSoapSimulator.PASSWORD);
    }

    @ParameterizedTest
    @EnumSource(value = Misbehaviour.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void waitsForAServiceThatMisbehaves(Misbehaviour misbehaviour) throws Exception {
        server.misbehave(misbehaviour, 2);
        Duration patience = Duration.ofSeconds(misbehaviour == Misbehaviour.HANG ? 1 : 20);
        hub.start(example.responseTimeout(patience).settings(), EARLY);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(hub.waitings()).isNotEmpty());

        assertThat(hub.taken()).hasSize(1);
        assertThat(hub.waitings().get(0).en())
                .containsAnyOf(
                        switch (misbehaviour) {
                            case HANG -> new String[] {"did not answer in time"};
                            case FAIL -> new String[] {"HTTP 500"};
                            // The platform's connection takes an early end for the end.
                            case BREAK_OFF, TRUNCATE ->
                                new String[] {"malformed or cut off", "not a whole SOAP message"};
                            default -> new String[] {"not a whole SOAP message"};
                        });

        server.misbehave(Misbehaviour.NONE);
        upToDate();
        assertThat(hub.codes()).containsExactlyElementsOf(server.codes(QUANG_NAM));
    }

    @Test
    void whatIsTakenIsValidAndTheDirtIsRefused() throws Exception {
        hub.start(example.settings(), EARLY);
        upToDate();
        RecordValidator<CitizenReport> validator = RecordValidator.of(RecordTypes.CITIZEN_REPORT);
        Set<String> refused = new TreeSet<>();
        hub.taken().stream().flatMap(message -> message.changes().stream()).forEach(change -> {
            if (change instanceof Change.Upsert<?> upsert) {
                CitizenReport report = (CitizenReport) upsert.data();
                assertThat(validator.validate(report)).isEmpty();
                assertThat(report.toString()).doesNotContain("Nguyễn Văn Thử", "0900 000", "001085000123");
            } else {
                refused.add(((Change.Refusal) change).fault().code());
            }
        });
        assertThat(refused).containsExactlyInAnyOrder("unknown-code", "impossible-date", "missing-field");
    }

    private URI wsdl() {
        return URI.create(server.url(QUANG_NAM) + "?wsdl");
    }

    /** The next time a pass has come to its end. */
    private void upToDate() {
        // Two more: the first may have begun before what the test changed.
        int goal = hub.timesUpToDate() + 2;
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(hub.timesUpToDate()).isGreaterThanOrEqualTo(goal));
    }

    /** The petition's own code; of one that was refused, what stands in its place. */
    private static String code(Change change) {
        if (change instanceof Change.Upsert<?> upsert && upsert.data() instanceof CitizenReport report) {
            return report.reportCode();
        }
        try (InputStream raw = change.raw().content().open()) {
            Matcher code = CODE.matcher(new String(raw.readAllBytes(), StandardCharsets.UTF_8));
            return code.find() ? code.group(1) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<String> notes(String code) {
        List<Change> found =
                Optional.ofNullable(hub.records().get(code)).stream().toList();
        return found.stream()
                .filter(change -> change instanceof Change.Upsert<?>)
                .map(change -> ((CitizenReport) ((Change.Upsert<?>) change).data()).statusNotes())
                .findFirst()
                .flatMap(notes -> notes);
    }
}
