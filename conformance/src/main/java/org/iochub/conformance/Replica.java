package org.iochub.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.iochub.api.Delivered;
import org.iochub.api.Normalizer;
import org.iochub.conformance.adapter.Fixture;
import org.iochub.conformance.adapter.Instance;
import org.iochub.conformance.adapter.KitMessage;
import org.iochub.conformance.adapter.Subject;
import org.iochub.core.pipeline.internal.Intake;
import org.iochub.core.pipeline.internal.Origin;
import org.iochub.core.pipeline.internal.RecordPartMerger;
import org.iochub.core.records.StoredVersion;
import org.iochub.core.type.internal.TypeRegistry;
import org.iochub.model.RecordId;
import org.iochub.store.internal.open.Store;

/** The hub's own pipeline and store in a folder that is deleted, set up as a running hub sets them up. */
public final class Replica implements AutoCloseable {
    /** What a fixture brought the first time and when it came again. */
    public record Twice(Fixture fixture, Delivered first, Delivered again) {}

    private final Path folder;
    private final Store store;
    private final Intake intake;
    private final Examination examination;
    private final long fence;
    private final List<Twice> twice = new ArrayList<>();
    private int messages;

    private Replica(Path folder, Examination examination) throws InterruptedException {
        this.folder = folder;
        this.examination = examination;
        this.store = new Store(
                        Store.Settings.embedded(folder), new RecordPartMerger(new TypeRegistry()), position -> {})
                .opened();
        this.intake = new Intake(store.records(), folder.resolve("tmp"), Clock.systemUTC());
        this.fence = store.records().takeOver(Instance.ID, "conformance");
    }

    static Replica open(Examination examination) throws Exception {
        Path folder = Files.createTempDirectory("hub-check-");
        Replica replica = new Replica(folder, examination);
        try {
            for (Fixture fixture : examination.subject().fixtures().cases()) {
                Delivered first = replica.take(fixture, fixture.raw());
                replica.twice.add(new Twice(fixture, first, replica.take(fixture, fixture.raw())));
            }
        } catch (Exception e) {
            replica.close();
            throw e;
        }
        return replica;
    }

    /** Every fixture was taken, and taken again before the next one. */
    public List<Twice> twice() {
        return List.copyOf(twice);
    }

    /** Takes a fixture with another body as a new message from an instance that has just started. */
    public Delivered take(Fixture fixture, byte[] body) throws IOException, InterruptedException {
        Subject subject = examination.subject();
        // The message arrives as the fixture says, whatever the time on this machine.
        Normalizer normalizer = examination.instance().normalizer(Examination.CLOCK);
        KitMessage message = KitMessage.of(fixture, body, Examination.CLOCK);
        Origin origin = new Origin(
                Instance.ID,
                examination.instance().tenant(),
                subject.id(),
                subject.version(),
                subject.adapter().descriptor().sensitive(),
                spooled -> normalizer.normalize(message),
                fence);
        return intake.take(
                        origin,
                        Optional.of("message " + messages++),
                        Optional.of(message.name()),
                        body,
                        message.attributes(),
                        Optional.empty())
                .delivered();
    }

    /** What the record is now. */
    public Optional<StoredVersion> current(String type, RecordId id) {
        return store.reader().current(type, id);
    }

    @Override
    public void close() throws Exception {
        store.close();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
