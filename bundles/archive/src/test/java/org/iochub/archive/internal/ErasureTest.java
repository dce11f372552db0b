package org.iochub.archive.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.iochub.core.archive.ArchivePage;
import org.iochub.core.archive.ArchivePolicy;
import org.iochub.core.archive.ArchiveQuery;
import org.iochub.core.archive.ArchivedMessage;
import org.iochub.core.archive.DamagedArchiveException;
import org.iochub.core.erasure.ErasedMessage;
import org.iochub.model.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is erased is nowhere in the archive's files, says so, and takes nothing else with it, whenever the hub is killed. */
@Timeout(120)
class ErasureTest {
    private static final String SOURCE = "tram-quan-trac";

    @TempDir
    Path folder;

    @TempDir
    Path parts;

    /** More than one write of zeros, and nothing that compresses. */
    static String large(String id) {
        byte[] bytes = new byte[100_000];
        new Random(id.hashCode()).nextBytes(bytes);
        return id + " " + java.util.Base64.getEncoder().encodeToString(bytes);
    }

    private static ErasedMessage wish(String message) {
        return new ErasedMessage(1, SOURCE, message, Messages.DAY.toInstant());
    }

    private List<Path> files(String suffix) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
        }
    }

    private static int indexOf(byte[] all, byte[] part) {
        for (int i = 0; i + part.length <= all.length; i++) {
            if (Arrays.equals(all, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        return -1;
    }

    @Test
    void itIsGoneFromTheFileAndTheRestKeepsItsPlaces() throws Exception {
        ArchiveKey key = ArchiveKey.read(folder.resolve("keys/key"), folder.resolve("archive"));
        for (ArchivePolicy policy : List.of(Messages.PLAIN, Messages.ENCRYPTED)) {
            Path place = folder.resolve("archive").resolve(policy.mode().wireName());
            List<ArchivedMessage> before;
            byte[] segment;
            try (FileArchive archive = Messages.archive(place, Optional.of(key))) {
                for (int i = 0; i < 4; i++) {
                    Messages.keep(archive, policy, "m" + i, Messages.DAY, large("m" + i));
                }
                before = archive.page(ArchiveQuery.all(SOURCE, 9)).messages();
                segment = Files.readAllBytes(place.resolve(SOURCE).resolve("00000001-2026-03-02.seg"));

                // The one that grows; what was erased before counts no more.
                assertThat(archive.erase(SOURCE, List.of(wish("m1")))).isEqualTo(1);
                assertThat(archive.erase(SOURCE, List.of(wish("m1"), wish("no such"))))
                        .isZero();
                assertThat(archive.erase("no-such-source", List.of(wish("m1")))).isZero();
                assertErased(archive, before);
                Messages.keep(archive, policy, "after", Messages.DAY, "goes on");
                assertThat(archive.find(SOURCE, "after")).hasSize(1);
            }
            byte[] after = Files.readAllBytes(place.resolve(SOURCE).resolve("00000001-2026-03-02.seg"));
            int from = (int)
                    SegmentName.Place.of(before.get(1).place()).orElseThrow().offset();
            int until = (int)
                    SegmentName.Place.of(before.get(2).place()).orElseThrow().offset();
            assertThat(after).hasSameSizeAs(segment);
            assertThat(Arrays.copyOfRange(after, from + Layout.ERASED_HEAD, until))
                    .containsOnly(0);
            assertThat(Arrays.copyOf(after, from)).isEqualTo(Arrays.copyOf(segment, from));
            assertThat(Arrays.copyOfRange(after, until, after.length))
                    .isEqualTo(Arrays.copyOfRange(segment, until, segment.length));
            // With and without its index, and without the key.
            for (Path index : files(".idx")) {
                Files.delete(index);
            }
            try (FileArchive archive = Messages.archive(place, Optional.of(key))) {
                assertErased(archive, before);
            }
            try (FileArchive archive = Messages.archive(place, Optional.empty())) {
                assertThat(archive.erase(SOURCE, List.of(wish("m3")))).isEqualTo(1);
            }
        }
    }

    private static void assertErased(FileArchive archive, List<ArchivedMessage> before) throws Exception {
        ArchivePage page = archive.page(ArchiveQuery.all(SOURCE, 9));
        assertThat(page.messages().subList(0, 3)).containsExactly(before.get(0), before.get(2), before.get(3));
        assertThat(page.damages()).extracting(Fault::code).containsExactly("archive-erased");
        assertThat(page.damages().get(0).where()).isEqualTo(before.get(1).place());
        assertThat(archive.find(SOURCE, "m1")).isEmpty();
        assertThat(archive.at(SOURCE, before.get(1).place())).isEmpty();
        assertThatThrownBy(() -> archive.open(before.get(1)).close())
                .isInstanceOfSatisfying(
                        DamagedArchiveException.class,
                        e -> assertThat(e.fault().code()).isEqualTo("archive-erased"));
        assertThat(Messages.text(archive, before.get(2))).isEqualTo(large("m2"));
    }

    @Test
    void whatCameLaterStays() throws Exception {
        try (FileArchive archive = Messages.archive(folder, Optional.empty())) {
            Messages.keep(archive, Messages.PLAIN, "a", Messages.DAY, "first");
            Messages.keep(archive, Messages.PLAIN, "a", Messages.DAY.plusSeconds(1), "second");
            assertThat(archive.erase(SOURCE, List.of(wish("a")))).isEqualTo(1);
            assertThat(archive.find(SOURCE, "a"))
                    .singleElement()
                    .satisfies(left -> assertThat(Messages.text(archive, left)).isEqualTo("second"));
            // And one of which nothing is left is written when it comes again.
            Messages.keep(archive, Messages.PLAIN, "a", Messages.DAY, "first");
            assertThat(archive.find(SOURCE, "a")).hasSize(2);
        }
    }

    @Test
    void wheneverItIsKilledTheNextStartEndsIt() throws Exception {
        Path source = folder.resolve(SOURCE);
        try (FileArchive archive = Messages.archive(folder, Optional.empty())) {
            for (int i = 0; i < 3; i++) {
                Messages.keep(archive, Messages.PLAIN, "m" + i, Messages.DAY, "Le Thi C, CCCD 0510 " + i);
            }
        }
        Path segment = files(".seg").get(0);
        Path index = files(".idx").get(0);
        byte[] whole = Files.readAllBytes(segment);
        byte[] indexBefore = Files.readAllBytes(index);
        Frame frame;
        try (var file = new java.io.RandomAccessFile(segment.toFile(), "r")) {
            frame = Frame.at(file, SegmentIndex.load(index).orElseThrow().offset(1))
                    .orElseThrow();
        }
        Frame erased = Frame.erased(frame.offset(), frame.end(), frame.ordinal(), frame.millis(), 77);
        byte[] list = listOf(erased);
        byte[] head = erased.erasedHead();
        int length = (int) (frame.end() - frame.offset());
        for (int written = 0; written <= length; written++) {
            byte[] torn = whole.clone();
            for (int i = 0; i < written; i++) {
                torn[(int) frame.offset() + i] = i < head.length ? head[i] : 0;
            }
            Files.write(segment, torn);
            Files.write(index, indexBefore);
            if (written % 2 == 0) {
                Files.delete(index);
            }
            Files.write(source.resolve("00000001-2026-03-02.erase"), list);
            try (FileArchive archive = Messages.archive(folder, Optional.empty())) {
                ArchivePage page = archive.page(ArchiveQuery.all(SOURCE, 9));
                assertThat(page.messages())
                        .as("%d bytes written", written)
                        .extracting(ArchivedMessage::message)
                        .containsExactly("m0", "m2");
                assertThat(page.damages()).extracting(Fault::code).containsExactly("archive-erased");
            }
            byte[] after = Files.readAllBytes(segment);
            assertThat(Arrays.copyOfRange(after, (int) frame.offset() + head.length, (int) frame.end()))
                    .containsOnly(0);
            assertThat(files(".erase")).isEmpty();
            assertThat(files(".torn")).isEmpty();
        }
    }

    /** As it lies on disk between its writing and the first byte overwritten. */
    private static byte[] listOf(Frame frame) {
        java.nio.ByteBuffer out = java.nio.ByteBuffer.allocate(40);
        out.putLong(frame.offset())
                .putLong(frame.end())
                .putInt(frame.ordinal())
                .putLong(frame.millis())
                .putLong(77);
        return out.putInt(Layout.checksum(out.array(), 0, 36)).array();
    }

    @Test
    void aListThatWasAlteredOverwritesNothing() throws Exception {
        try (FileArchive archive = Messages.archive(folder, Optional.empty())) {
            Messages.keep(archive, Messages.PLAIN, "m0", Messages.DAY, "body");
        }
        byte[] whole = Files.readAllBytes(files(".seg").get(0));
        Path list = folder.resolve(SOURCE).resolve("00000001-2026-03-02.erase");
        byte[] wrong = listOf(Frame.erased(52, whole.length, 0, 0, 77));
        wrong[3] ^= 1;
        Files.write(list, wrong);
        try (FileArchive archive = Messages.archive(folder, Optional.empty())) {
            assertThatThrownBy(() -> archive.find(SOURCE, "m0")).hasStackTraceContaining("not as it was written");
        }
        assertThat(Files.readAllBytes(files(".seg").get(0))).isEqualTo(whole);
    }

    @Test
    void readersMeetTheMessageOrTheWordThatItIsErased() throws Exception {
        try (FileArchive archive = Messages.archive(folder, Optional.empty())) {
            for (int i = 0; i < 40; i++) {
                Messages.keep(archive, Messages.PLAIN, "m" + i, Messages.DAY, large("m" + i));
            }
            List<ArchivedMessage> all =
                    archive.page(ArchiveQuery.all(SOURCE, 99)).messages();
            AtomicBoolean over = new AtomicBoolean();
            List<CompletableFuture<Integer>> readers = new ArrayList<>();
            for (int r = 0; r < 3; r++) {
                readers.add(CompletableFuture.supplyAsync(() -> read(archive, all, over)));
            }
            for (int i = 0; i < 40; i += 2) {
                assertThat(archive.erase(SOURCE, List.of(wish("m" + i)))).isEqualTo(1);
            }
            over.set(true);
            for (CompletableFuture<Integer> reader : readers) {
                assertThat(reader.get(60, TimeUnit.SECONDS)).isPositive();
            }
            assertThat(archive.page(ArchiveQuery.all(SOURCE, 99)).messages()).hasSize(20);
        }
    }

    private static int read(FileArchive archive, List<ArchivedMessage> all, AtomicBoolean over) {
        int read = 0;
        while (!over.get() || read == 0) {
            for (ArchivedMessage message : all) {
                try {
                    assertThat(Messages.text(archive, message)).isEqualTo(large(message.message()));
                    read++;
                } catch (DamagedArchiveException e) {
                    assertThat(e.fault().code()).isEqualTo("archive-erased");
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            }
            assertThat(archive.page(ArchiveQuery.all(SOURCE, 99)).damages())
                    .extracting(Fault::code)
                    .allMatch("archive-erased"::equals);
        }
        return read;
    }

    @Test
    void aProcessKilledAtAnyMomentLeavesNothingErasedHalf() throws Exception {
        Random random = new Random(20_260_302);
        Set<String> kept = new HashSet<>();
        Set<String> erased = new HashSet<>();
        for (int round = 0; round < 6; round++) {
            Process child = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            ErasureChild.class.getName(),
                            folder.toString(),
                            Integer.toString(round))
                    .redirectErrorStream(true)
                    .start();
            String begun = "";
            int most = 5 + random.nextInt(40);
            try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
                String line;
                while ((line = lines.readLine()) != null) {
                    String[] words = line.split(" ");
                    switch (words[0]) {
                        case "kept" -> kept.add(words[1]);
                        case "begun" -> begun = words[1];
                        case "erased" -> erased.add(words[1]);
                        default -> {
                            continue;
                        }
                    }
                    if (--most == 0) {
                        child.toHandle().destroyForcibly(); // Its last lines are still read.
                    }
                }
            }
            assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertAfterKill(kept, erased, begun);
        }
        assertThat(erased).hasSizeGreaterThan(10);
    }

    private void assertAfterKill(Set<String> kept, Set<String> erased, String begun) throws Exception {
        try (FileArchive archive = Messages.archive(folder, Optional.empty())) {
            // As the hub does at its start, from what the store has noted.
            List<ErasedMessage> wishes =
                    new ArrayList<>(erased.stream().map(ErasureTest::wish).toList());
            wishes.add(wish(begun));
            archive.erase(SOURCE, wishes);
            for (String id : kept) {
                assertThat(archive.find(SOURCE, id))
                        .as(id)
                        .singleElement()
                        .satisfies(message ->
                                assertThat(Messages.text(archive, message)).isEqualTo(large(id)));
            }
            assertThat(archive.page(ArchiveQuery.all(SOURCE, 5_000)).damages())
                    .extracting(Fault::code)
                    .allMatch("archive-erased"::equals);
            assertThat(files(".erase")).isEmpty();
        }
        for (ErasedMessage each : erased.stream().map(ErasureTest::wish).toList()) {
            byte[] part = compressedPart(each.message());
            for (Path file : files(".seg")) {
                assertThat(indexOf(Files.readAllBytes(file), part))
                        .as(each.message())
                        .isNegative();
            }
        }
    }

    /** Some of what a message's frame had in the file. */
    private byte[] compressedPart(String id) throws Exception {
        Path other = Files.createTempDirectory(parts, "part");
        try (FileArchive archive = Messages.archive(other, Optional.empty())) {
            Messages.keep(archive, Messages.PLAIN, id, Messages.DAY, large(id));
        }
        Path segment = other.resolve(SOURCE).resolve("00000001-2026-03-02.seg");
        byte[] all = Files.readAllBytes(segment);
        return Arrays.copyOfRange(all, all.length / 2, all.length / 2 + 64);
    }
}
