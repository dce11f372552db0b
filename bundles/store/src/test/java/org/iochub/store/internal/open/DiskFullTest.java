package org.iochub.store.internal.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.iochub.store.internal.testing.Sample.message;
import static org.iochub.store.internal.testing.Sample.put;
import static org.iochub.store.internal.testing.Sample.whole;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.iochub.core.log.FeedFilter;
import org.iochub.core.log.LoggedRecord;
import org.iochub.core.store.Entry;
import org.iochub.model.FaultException;
import org.iochub.model.Text;
import org.iochub.store.internal.jdbc.Database;
import org.iochub.store.internal.jdbc.Room;
import org.iochub.store.internal.testing.FullDisk;
import org.iochub.store.internal.testing.Merger;
import org.iochub.store.internal.testing.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk of the embedded database fills up and is freed: nothing acknowledged is lost, and the store goes on by itself. */
class DiskFullTest {
    private static final long PLENTY = 1L << 40;
    private static final int ENTRIES = 40;

    @TempDir
    Path folder;

    @Test
    void beforeTheDiskIsFullSourcesAreRefusedAndReadersAreNot() throws Exception {
        AtomicLong free = new AtomicLong(PLENTY);
        Store.Settings settings = Store.Settings.embedded(folder).withRoom(Room.measured(folder, free::get));
        try (Store store = new Store(settings, new Merger(), p -> {}).opened()) {
            take(store, 0);

            free.set(5L << 20);
            assertThatThrownBy(() -> store.records().resume(message("a", "m1")))
                    .isInstanceOfSatisfying(FaultException.class, DiskFullTest::saysWhatToDo);
            assertThatThrownBy(() -> take(store, 1))
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOfSatisfying(FaultException.class, DiskFullTest::saysWhatToDo);
            assertThat(store.readiness().missing().map(Text::en))
                    .hasValueSatisfying(sentence -> assertThat(sentence).contains("5.0 MiB", folder.toString()));
            assertThat(feed(store)).hasSize(ENTRIES);

            free.set(PLENTY);
            assertThat(store.readiness().missing()).isEmpty();
            assertThat(store.records().resume(message("a", "m1"))).isZero();
            take(store, 1);
            assertThat(names(store)).containsExactlyElementsOf(expected(List.of(0, 1)));
        }
    }

    private static void saysWhatToDo(FaultException e) {
        assertThat(e.fault().code()).isEqualTo("store-full");
        assertThat(e.fault().message().en()).contains("free at least");
        assertThat(e.fault().message().vi()).contains("giải phóng");
    }

    @Test
    void aDiskThatFilledUpAtOnceClosesTheDatabaseWhichIsOpenedAnewWhenThereIsRoom() throws Exception {
        FullDisk.register();
        Database.Place place = new Database.Place(
                Optional.of("jdbc:h2:" + FullDisk.SCHEME + ":" + folder.resolve("hub")), "hub", "", folder, 8);
        List<Integer> acknowledged = new ArrayList<>();
        try (Store store = new Store(Store.Settings.of(folder, place), new Merger(), p -> {}).opened()) {
            for (int round = 0; round < 3; round++) {
                for (int i = 0; i < 5; i++) {
                    int number = round * 10 + i;
                    take(store, number);
                    acknowledged.add(number);
                }
                int refused = round * 10 + 5;
                FullDisk.full(true);
                assertThatThrownBy(() -> take(store, refused)).isInstanceOf(ExecutionException.class);
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> store.readiness().missing().isPresent());
                FullDisk.full(false);
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> store.readiness().missing().isEmpty());
                assertThat(names(store)).containsExactlyElementsOf(expected(acknowledged));
                assertThat(store.records().resume(message("a", "m" + refused))).isZero();
                take(store, refused);
                acknowledged.add(refused);
            }
        }
        try (Store store = new Store(Store.Settings.of(folder, place), new Merger(), p -> {}).opened()) {
            assertThat(names(store)).containsExactlyElementsOf(expected(acknowledged));
        }
    }

    private static void take(Store store, int number) throws Exception {
        Entry[] entries = IntStream.range(0, ENTRIES)
                .mapToObj(i -> put(number + "-" + i, "v".repeat(200)))
                .toArray(Entry[]::new);
        store.records().submit(whole(message("a", "m" + number), entries)).get(60, TimeUnit.SECONDS);
    }

    private static List<LoggedRecord> feed(Store store) {
        return store.feed().read(FeedFilter.all(), 0, 10_000, 10_000_000).records();
    }

    private static List<String> names(Store store) {
        return feed(store).stream().map(record -> record.id().toString()).toList();
    }

    private static List<String> expected(List<Integer> messages) {
        return messages.stream()
                .flatMap(number -> IntStream.range(0, ENTRIES)
                        .mapToObj(i -> Sample.id("facility", number + "-" + i).toString()))
                .toList();
    }
}
