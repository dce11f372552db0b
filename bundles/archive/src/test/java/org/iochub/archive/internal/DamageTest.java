package org.iochub.archive.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.iochub.core.archive.ArchivePage;
import org.iochub.core.archive.ArchiveQuery;
import org.iochub.core.archive.ArchivedMessage;
import org.iochub.core.archive.DamagedArchiveException;
import org.iochub.model.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is cut off, turned over or taken away: it is said, and everything around it is read. */
class DamageTest {
    private static final String SOURCE = "tram-quan-trac";
    private static final int MESSAGES = 4;

    @TempDir
    Path folder;

    private Path segment;
    private Path index;
    private byte[] whole;

    @BeforeEach
    void fourMessagesInOneSegment() throws Exception {
        try (FileArchive archive = Messages.archive(folder, Optional.empty())) {
            for (int i = 0; i < MESSAGES; i++) {
                Messages.keep(archive, Messages.PLAIN, "m" + i, Messages.DAY.plusMinutes(i), "body " + i);
            }
        }
        segment = only(".seg");
        index = only(".idx");
        whole = Files.readAllBytes(segment);
    }

    @Test
    void aTornEndIsCutOffWhereverItTore() throws Exception {
        byte[] kept = Files.readAllBytes(index);
        SegmentIndex places = SegmentIndex.load(index).orElseThrow();
        for (int length = Layout.SEGMENT_HEAD; length < whole.length; length++) {
            Files.write(segment, Arrays.copyOf(whole, length));
            Files.deleteIfExists(index); // The hub ended before it closed the segment.
            int end = length;
            int complete = (int) IntStream.range(1, MESSAGES)
                    .filter(i -> places.offset(i) <= end)
                    .count();
            try (FileArchive archive = Messages.archive(folder, Optional.empty())) {
                ArchivePage page = archive.page(ArchiveQuery.all(SOURCE, 10));
                assertThat(page.messages()).as("cut at %d", length).hasSize(complete);
                assertThat(page.damages()).as("cut at %d", length).isEmpty();
                Messages.keep(archive, Messages.PLAIN, "after", Messages.DAY, "goes on");
                assertThat(archive.find(SOURCE, "after"))
                        .as("cut at %d", length)
                        .hasSize(1);
            }
            clean();
        }
        assertThat(kept).isNotEmpty();
    }

    @Test
    void aBitTurnedOverAnywhereLosesAtMostItsMessageAndSaysSo() throws Exception {
        for (boolean indexed : new boolean[] {true, false}) {
            for (int at = Layout.SEGMENT_HEAD; at < whole.length; at++) {
                byte[] bytes = whole.clone();
                bytes[at] ^= 0x10;
                Files.write(segment, bytes);
                try (FileArchive archive = Messages.archive(folder, Optional.empty())) {
                    if (!indexed) {
                        Files.deleteIfExists(index);
                    }
                    assertOneLostAtMost(archive, at, indexed);
                }
                Files.write(segment, whole);
                Files.deleteIfExists(index);
                clean();
            }
        }
    }

    private void assertOneLostAtMost(FileArchive archive, int at, boolean indexed) throws Exception {
        ArchivePage page = archive.page(ArchiveQuery.all(SOURCE, 10));
        int right = 0;
        int said = page.damages().size();
        for (ArchivedMessage message : page.messages()) {
            try {
                assertThat(Messages.text(archive, message))
                        .as("byte %d", at)
                        .isEqualTo("body " + message.message().substring(1));
                right++;
            } catch (DamagedArchiveException e) {
                said++;
            }
        }
        assertThat(right).as("byte %d", at).isGreaterThanOrEqualTo(MESSAGES - 1);
        if (!indexed && Files.exists(folder.resolve(SOURCE).resolve(name() + ".torn"))) {
            said++; // Without an index the last message looks unfinished: it is cut off and kept beside.
        }
        assertThat(right + said).as("byte %d", at).isGreaterThanOrEqualTo(MESSAGES);
    }

    @Test
    void aMissingSegmentIsNamedAndTheOthersAreRead() throws Exception {
        Path place = folder.resolve("three");
        threeSegments(place);
        Files.delete(place.resolve(SOURCE).resolve("00000002-2026-03-02.seg"));
        for (boolean indexLeft : new boolean[] {true, false}) {
            try (FileArchive archive = Messages.archive(place, Optional.empty())) {
                ArchivePage page = archive.page(ArchiveQuery.all(SOURCE, 10));
                assertThat(page.messages()).extracting(ArchivedMessage::message).containsExactly("m0", "m2");
                assertThat(page.damages())
                        .extracting(Fault::code)
                        .as("index left: %s", indexLeft)
                        .containsExactly("archive-missing");
                assertThat(page.damages().get(0).message().en()).contains("00000002");
            }
            Files.deleteIfExists(place.resolve(SOURCE).resolve("00000002-2026-03-02.idx"));
        }
    }

    @Test
    void aBitTurnedOverInTheHeadOfASegmentIsSaidAndTheOthersAreRead() throws Exception {
        for (boolean indexed : new boolean[] {true, false}) {
            for (int at = 0; at < Layout.SEGMENT_HEAD; at++) {
                Path place = folder.resolve("head-" + indexed + at);
                threeSegments(place);
                Path second = place.resolve(SOURCE).resolve("00000002-2026-03-02.seg");
                byte[] bytes = Files.readAllBytes(second);
                bytes[at] ^= 0x10;
                Files.write(second, bytes);
                if (!indexed) {
                    Files.delete(place.resolve(SOURCE).resolve("00000002-2026-03-02.idx"));
                }
                try (FileArchive archive = Messages.archive(place, Optional.empty())) {
                    ArchivePage page = archive.page(ArchiveQuery.all(SOURCE, 10));
                    assertThat(page.messages())
                            .as("byte %d", at)
                            .extracting(ArchivedMessage::message)
                            .containsExactly("m0", "m2");
                    assertThat(page.damages()).as("byte %d", at).isNotEmpty().allSatisfy(fault -> {
                        assertThat(fault.code()).isEqualTo("archive-damaged");
                        assertThat(fault.message().en()).contains("00000002");
                    });
                    Messages.keep(archive, Messages.PLAIN, "after", Messages.DAY, "goes on");
                    assertThat(archive.find(SOURCE, "after")).hasSize(1);
                }
            }
        }
    }

    @Test
    void aSegmentMissingAtEitherEndIsNamedUntilItIsBeyondTheLimits() throws Exception {
        for (int missing : new int[] {1, 3}) {
            Path place = folder.resolve("end-" + missing);
            threeSegments(place);
            Files.delete(place.resolve(SOURCE).resolve("0000000" + missing + "-2026-03-02.seg"));
            try (FileArchive archive = Messages.archive(place, Optional.empty())) {
                ArchivePage page = archive.page(ArchiveQuery.all(SOURCE, 10));
                assertThat(page.messages()).hasSize(2);
                assertThat(page.damages()).extracting(Fault::code).containsExactly("archive-missing");
                assertThat(page.damages().get(0).message().en()).contains("0000000" + missing);
                assertThat(archive.page(ArchiveQuery.all(SOURCE, 10)
                                        .after(page.messages().get(1).place()))
                                .damages())
                        .as("said where it is missing")
                        .hasSize(missing == 3 ? 1 : 0);
            }
            Clock later = Clock.fixed(Messages.DAY.plusDays(400).toInstant(), ZoneOffset.UTC);
            try (FileArchive archive = Messages.archive(place, Optional.empty(), later, 1)) {
                archive.expire();
                assertThat(archive.page(ArchiveQuery.all(SOURCE, 10)).damages()).isEmpty();
            }
        }
    }

    private static void threeSegments(Path place) throws Exception {
        try (FileArchive archive = Messages.archive(place, Optional.empty(), Clock.systemUTC(), 1)) {
            for (int i = 0; i < 3; i++) {
                Messages.keep(archive, Messages.PLAIN, "m" + i, Messages.DAY.plusMinutes(i), "body " + i);
            }
        }
    }

    @Test
    void anIndexThatIsGoneOrWrongIsMadeAgain() throws Exception {
        byte[] right = Files.readAllBytes(index);
        byte[] wrong = right.clone();
        wrong[right.length / 2] ^= 4;
        for (Optional<byte[]> broken : List.of(Optional.<byte[]>empty(), Optional.of(wrong))) {
            Files.delete(index);
            if (broken.isPresent()) {
                Files.write(index, broken.get());
            }
            try (FileArchive archive = Messages.archive(folder, Optional.empty())) {
                assertThat(archive.find(SOURCE, "m2")).hasSize(1);
            }
            assertThat(Files.readAllBytes(index)).isEqualTo(right);
        }
    }

    /** Everything but the segment as it was. */
    private void clean() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(SOURCE))) {
            for (Path file : files.filter(each -> !each.equals(segment)).toList()) {
                Files.delete(file);
            }
        }
        Files.write(segment, whole);
        SegmentIndex made = new Segment(SOURCE, folder.resolve(SOURCE), name(), Optional.empty()).index();
        assertThat(made.size()).isEqualTo(MESSAGES);
    }

    private SegmentName name() {
        String file = segment.getFileName().toString();
        return SegmentName.of(file.substring(0, file.length() - 4)).orElseThrow();
    }

    private Path only(String suffix) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(SOURCE))) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .reduce((a, b) -> {
                        throw new AssertionError("two of them");
                    })
                    .orElseThrow();
        }
    }
}
