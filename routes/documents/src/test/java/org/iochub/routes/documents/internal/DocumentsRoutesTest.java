package org.iochub.routes.documents.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.iochub.api.Change;
import org.iochub.model.record.Document;
import org.iochub.model.record.RecordTypes;
import org.iochub.model.schema.RecordValidator;
import org.iochub.simulators.http.EdocGatewaySimulator;
import org.iochub.simulators.http.Misbehaviour;
import org.iochub.testkit.TestHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DocumentsRoutesTest {
    private static final String BOX = EdocGatewaySimulator.DUC_PHO;
    /** Before the hour of the wider reading, so that it is not due. */
    private static final Clock EARLY =
            Clock.fixed(Instant.parse("2026-03-01T18:30:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));

    private static final Clock LATER =
            Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));

    private final EdocGatewaySimulator server = new EdocGatewaySimulator(7, EARLY);
    private final TestHub<DocumentsSettings> hub = new TestHub<>(new DocumentsAdapter(), DocumentsRoutesTest::code);
    private final Example example = Example.at(server.url());

    @AfterEach
    void stop() {
        hub.close();
        server.close();
    }

    @Test
    void readsEveryDocumentOnce() throws Exception {
        hub.start(example.settings(), EARLY);
        upToDate();
        assertThat(ids()).containsExactlyElementsOf(server.ids(BOX));

        long requests = server.requests();
        upToDate();
        assertThat(ids()).containsExactlyElementsOf(server.ids(BOX));
        // Nothing but the list is asked for again.
        assertThat(server.requests() - requests).isLessThan(20);
    }

    @Test
    void followsNewsAndLateCommits() throws Exception {
        hub.start(example.settings(), EARLY);
        upToDate();
        server.grow(BOX, 20);
        String late = server.commitLate(BOX, Duration.ofMinutes(8));
        upToDate();

        assertThat(ids()).containsExactlyInAnyOrderElementsOf(server.ids(BOX)).contains(late);
    }

    @Test
    void theWiderReadingFindsWhatCameVeryLate() throws Exception {
        hub.start(example.settings(), EARLY);
        upToDate();
        String late = server.commitLate(BOX, Duration.ofHours(30));
        upToDate();
        assertThat(ids()).doesNotContain(late);
        hub.stop();

        hub.start(example.settings(), LATER);
        await().untilAsserted(() -> assertThat(ids()).contains(late));
        upToDate();
        assertThat(ids()).doesNotHaveDuplicates();
    }

    @Test
    void readsOverSeveralRoundsWhileTheListGrows() throws Exception {
        server.afterDocument(server.ids(BOX).get(5), () -> server.grow(BOX, 9));
        hub.start(example.maxDocuments(11).settings(), EARLY);
        upToDate();
        upToDate();
        assertThat(ids()).containsExactlyInAnyOrderElementsOf(server.ids(BOX));
    }

    @Test
    void goesOnInMidPageAfterARestart() throws Exception {
        String stuck = server.ids(BOX).get(10);
        hub.refuse(id -> id.startsWith(stuck + "@"));
        hub.start(example.settings(), EARLY);
        await().untilAsserted(() -> assertThat(hub.refused()).isGreaterThanOrEqualTo(2));
        hub.stop();
        assertThat(ids()).containsExactlyElementsOf(server.ids(BOX).subList(0, 10));

        server.grow(BOX, 3);
        hub.refuse(id -> false);
        hub.start(example.settings(), EARLY);
        upToDate();
        assertThat(ids()).containsExactlyInAnyOrderElementsOf(server.ids(BOX));
    }

    @Test
    void waitsForAGatewayThatIsDownAtTheStart() throws Exception {
        server.down();
        hub.start(example.settings(), EARLY);
        await().untilAsserted(() -> assertThat(hub.waitings()).hasSizeGreaterThanOrEqualTo(2));
        assertThat(hub.waitings().get(0).en()).contains("cannot be connected");

        server.up();
        upToDate();
        assertThat(ids()).containsExactlyElementsOf(server.ids(BOX));
    }

    @Test
    void aWrongKeyIsSaidAndNotShown() throws Exception {
        hub.start(example.secret("khoa-sai").settings(), EARLY);
        await().untilAsserted(() -> assertThat(hub.waitings()).isNotEmpty());
        assertThat(hub.waitings().get(0).en()).contains("HTTP 401", "check the key");
        assertThat(hub.waitings().toString()).doesNotContain("khoa-sai");
        hub.stop();

        hub.start(example.settings(), EARLY);
        upToDate();
        assertThat(hub.taken().toString()).doesNotContain(EdocGatewaySimulator.SECRET);
    }

    @ParameterizedTest
    @EnumSource(value = Misbehaviour.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void waitsForAListThatMisbehaves(Misbehaviour misbehaviour) throws Exception {
        server.misbehave(misbehaviour, "receivedEdocs");
        hub.start(patient(misbehaviour).settings(), EARLY);
        await().untilAsserted(() -> assertThat(hub.waitings()).isNotEmpty());
        assertThat(hub.taken()).isEmpty();

        server.misbehave(Misbehaviour.NONE);
        upToDate();
        assertThat(ids()).containsExactlyElementsOf(server.ids(BOX));
    }

    @ParameterizedTest
    @EnumSource(
            value = Misbehaviour.class,
            names = {"HANG", "FAIL", "TRUNCATE", "BREAK_OFF", "HTML"})
    void asksAgainForADocumentThatFails(Misbehaviour misbehaviour) throws Exception {
        String id = server.ids(BOX).get(9);
        server.misbehave(misbehaviour, id);
        hub.start(patient(misbehaviour).attempts(1000).settings(), EARLY);
        await().untilAsserted(() -> assertThat(hub.waitings()).isNotEmpty());
        assertThat(ids()).containsExactlyElementsOf(server.ids(BOX).subList(0, 9));
        assertThat(hub.waitings().get(0).en())
                .contains(
                        switch (misbehaviour) {
                            case HANG -> "did not answer in time";
                            case FAIL -> "HTTP 500";
                            case TRUNCATE -> "malformed or cut off";
                            case HTML -> "web page";
                            default -> "broke off";
                        });

        server.misbehave(Misbehaviour.NONE);
        upToDate();
        assertThat(ids()).containsExactlyElementsOf(server.ids(BOX));
    }

    @ParameterizedTest
    @EnumSource(
            value = Misbehaviour.class,
            names = {"FAIL", "TRUNCATE", "GZIP_BOMB"})
    void aDocumentThatKeepsFailingHoldsUpNoOther(Misbehaviour misbehaviour) throws Exception {
        server.grow(BOX, 2);
        int place = server.ids(BOX).size() - 2;
        String id = server.ids(BOX).get(place);
        server.misbehave(misbehaviour, id);
        hub.start(example.settings(), EARLY);
        upToDate();

        assertThat(ids()).containsExactlyElementsOf(server.ids(BOX));
        String refused = misbehaviour == Misbehaviour.TRUNCATE ? "xml-malformed" : "document-not-had";
        assertThat(hub.taken().get(place).changes())
                .singleElement()
                .isInstanceOfSatisfying(
                        Change.Refusal.class,
                        refusal -> assertThat(refusal.fault().code()).isEqualTo(refused));

        // The wider reading has it in the end.
        server.misbehave(Misbehaviour.NONE);
        hub.stop();
        hub.start(example.settings(), LATER);
        upToDate();
        assertThat(hub.taken().stream().filter(taken -> taken.id().startsWith(id + "@")))
                .hasSize(2);
    }

    @Test
    void takesDirtAsItShould() throws Exception {
        hub.start(example.settings(), EARLY);
        upToDate();
        RecordValidator<Document> validator = RecordValidator.of(RecordTypes.DOCUMENT);
        Set<String> refused = new TreeSet<>();
        Set<String> notes = new TreeSet<>();
        Set<String> patched = new TreeSet<>();
        for (Change change : changes()) {
            if (change instanceof Change.Upsert<?> upsert) {
                assertThat(validator.validate((Document) upsert.data())).isEmpty();
                upsert.notes().forEach(note -> notes.add(note.code()));
            } else if (change instanceof Change.Patch patch) {
                patched.addAll(patch.naturalKey());
            } else {
                refused.add(((Change.Refusal) change).fault().code());
            }
        }
        assertThat(refused).containsExactlyInAnyOrder("unknown-code", "impossible-date", "missing-field");
        assertThat(notes).contains("number-missing", "attachment-missing", "attachment-broken", "text-repaired");
        Set<String> documents = new TreeSet<>(hub.codes());
        // Every status finds its document, whatever kind of id its builder used.
        assertThat(documents).containsAll(patched);
    }

    @Test
    void leavesNoFilesBehind() throws Exception {
        long before = temporaryFiles();
        hub.start(example.settings(), EARLY);
        upToDate();
        hub.stop();
        assertThat(temporaryFiles()).isLessThanOrEqualTo(before);
    }

    private static long temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("iochub-edoc-"))
                    .count();
        }
    }

    private Example patient(Misbehaviour misbehaviour) {
        return example.responseTimeout(Duration.ofSeconds(misbehaviour == Misbehaviour.HANG ? 1 : 20));
    }

    private void upToDate() {
        // Two more: the first may have begun before what the test changed.
        int goal = hub.timesUpToDate() + 2;
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(hub.timesUpToDate()).isGreaterThanOrEqualTo(goal));
    }

    /** The gateway's ids of what was taken, in order. */
    private List<String> ids() {
        return hub.taken().stream()
                .map(taken -> taken.id().substring(0, taken.id().indexOf('@')))
                .toList();
    }

    private List<Change> changes() {
        return hub.taken().stream().flatMap(taken -> taken.changes().stream()).toList();
    }

    private static String code(Change change) {
        if (change instanceof Change.Upsert<?> upsert) {
            return ((Document) upsert.data()).documentId();
        }
        return change instanceof Change.Patch patch ? "status " + patch.naturalKey() : "refused";
    }
}
