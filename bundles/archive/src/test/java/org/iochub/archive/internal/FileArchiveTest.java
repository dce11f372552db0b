package org.iochub.archive.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.iochub.core.archive.ArchivePage;
import org.iochub.core.archive.ArchivePolicy;
import org.iochub.core.archive.ArchiveQuery;
import org.iochub.core.archive.ArchiveUnavailableException;
import org.iochub.core.archive.ArchivedMessage;
import org.iochub.core.archive.Archiver;
import org.iochub.core.archive.DamagedArchiveException;
import org.iochub.core.store.MessageRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileArchiveTest {
    private static final String SOURCE = "tram-quan-trac";

    @TempDir
    Path folder;

    private Path archive() {
        return folder.resolve("data/archive");
    }

    private ArchiveKey key(String name) {
        return ArchiveKey.read(folder.resolve("secrets/" + name), folder.resolve("data"));
    }

    @Test
    void whatCameIsFoundAndReadAgainAlsoAfterARestart() throws Exception {
        for (ArchivePolicy policy : List.of(Messages.PLAIN, Messages.ENCRYPTED)) {
            Path place = archive().resolve(policy.mode().wireName());
            byte[] large = new byte[3 * Layout.PIECE + 17];
            new Random(7).nextBytes(large);
            Map<String, String> attributes = Map.of("CamelFileName", "trạm.txt", "Content-Type", "text/plain");
            try (FileArchive archive = Messages.archive(place, Optional.of(key("key")))) {
                for (byte[] body : List.of("một\nhai\n".getBytes(StandardCharsets.UTF_8), new byte[0], large)) {
                    archive.keep(policy, Messages.ref("m" + body.length, Messages.DAY), Messages.body(body, attributes))
                            .get();
                    assertKept(archive, body, attributes, policy);
                }
            }
            try (FileArchive archive = Messages.archive(place, Optional.of(key("key")))) {
                assertKept(archive, large, attributes, policy);
                assertKept(archive, new byte[0], attributes, policy);
                assertThat(archive.find(SOURCE, "never")).isEmpty();
                assertThat(archive.find("other", "m0")).isEmpty();
            }
        }
    }

    private static void assertKept(
            FileArchive archive, byte[] body, Map<String, String> attributes, ArchivePolicy policy) throws Exception {
        List<ArchivedMessage> found = archive.find(SOURCE, "m" + body.length);
        assertThat(found).hasSize(1);
        ArchivedMessage message = found.get(0);
        MessageRef ref = Messages.ref("m" + body.length, Messages.DAY);
        assertThat(message.name()).isEqualTo(ref.name());
        assertThat(message.tenant()).isEqualTo("quang-ngai");
        assertThat(message.receivedAt()).isEqualTo(Messages.DAY);
        assertThat(message.attributes()).isEqualTo(attributes);
        assertThat(message.adapter() + " " + message.adapterVersion()).isEqualTo("environment-stations 1.2.3");
        assertThat(message.size()).isEqualTo(body.length);
        assertThat(message.encrypted()).isEqualTo(policy.mode() == ArchivePolicy.Mode.ENCRYPTED);
        assertThat(archive.at(SOURCE, message.place())).contains(message);
        try (InputStream in = archive.raw(message).open()) {
            assertThat(in.readAllBytes()).isEqualTo(body);
        }
    }

    @Test
    void anEncryptedArchiveShowsNothingAndNamesTheKeyItNeeds() throws Exception {
        try (FileArchive archive = Messages.archive(archive(), Optional.of(key("key")))) {
            Messages.keep(archive, Messages.ENCRYPTED, "ho-so-Tran-Thi-B", Messages.DAY, "Trần Thị B, CCCD 0511");
        }
        try (Stream<Path> files = Files.walk(archive())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertThat(bytes)
                        .doesNotContain("Tran-Thi-B")
                        .doesNotContain("0511")
                        .doesNotContain("quang-ngai");
            }
        }
        try (FileArchive archive = Messages.archive(archive(), Optional.of(key("another")))) {
            ArchivePage page = archive.page(ArchiveQuery.all(SOURCE, 10));
            assertThat(page.messages()).isEmpty();
            assertThat(page.damages()).singleElement().satisfies(fault -> {
                assertThat(fault.code()).isEqualTo("archive-key");
                assertThat(fault.message().en()).contains("HUB_ARCHIVE_KEY_FILE");
            });
        }
    }

    @Test
    void aKeyBesideWhatItProtectsIsRefused() {
        assertThatThrownBy(() -> ArchiveKey.read(folder.resolve("data/keys/archive.key"), folder.resolve("data")))
                .hasMessageContaining("put it elsewhere");
    }

    @Test
    void pagesFollowEachOtherWithinATimeSpan() throws Exception {
        try (FileArchive archive = Messages.archive(archive(), Optional.empty(), Clock.systemUTC(), 400)) {
            for (int i = 0; i < 25; i++) {
                Messages.keep(archive, Messages.PLAIN, "m" + i, Messages.DAY.plusHours(i), "body " + i);
            }
            Instant from = Messages.DAY.plusHours(3).toInstant();
            Instant until = Messages.DAY.plusHours(20).toInstant();
            List<String> read = new ArrayList<>();
            Optional<ArchiveQuery> query =
                    Optional.of(new ArchiveQuery(SOURCE, Optional.of(from), Optional.of(until), Optional.empty(), 4));
            String place = "";
            while (query.isPresent()) {
                ArchivePage page = archive.page(query.get());
                assertThat(page.damages()).isEmpty();
                assertThat(page.messages()).hasSizeLessThanOrEqualTo(4);
                for (ArchivedMessage message : page.messages()) {
                    assertThat(message.place()).isGreaterThan(place);
                    place = message.place();
                    read.add(message.message());
                }
                query = page.next().map(query.get()::after);
            }
            assertThat(read)
                    .containsExactly(java.util.stream.IntStream.range(3, 20)
                            .mapToObj(i -> "m" + i)
                            .toArray(String[]::new));
            assertThat(segments()).hasSizeGreaterThan(3);
            assertThat(archive.use()).singleElement().satisfies(use -> {
                assertThat(use.messages()).isEqualTo(25);
                assertThat(use.oldest()).contains(Messages.DAY.toInstant());
            });
        }
    }

    @Test
    void aMessageTriedAgainIsNotWrittenAgainButOneThatComesBackIs() throws Exception {
        try (FileArchive archive = Messages.archive(archive(), Optional.empty())) {
            Messages.keep(archive, Messages.PLAIN, "a", Messages.DAY, "body");
            Messages.keep(archive, Messages.PLAIN, "a", Messages.DAY.plusSeconds(5), "body");
            assertThat(archive.find(SOURCE, "a")).hasSize(1);

            Messages.keep(archive, Messages.PLAIN, "a", Messages.DAY.plusSeconds(9), "another body of that name");
            assertThat(archive.find(SOURCE, "a")).hasSize(2);

            MessageRef unnamed = new MessageRef(
                    SOURCE, "quang-ngai", "sha256:1", false, "x", Messages.DAY, "environment-stations", "1", false);
            for (int i = 0; i < 2; i++) {
                archive.keep(Messages.PLAIN, unnamed, Messages.body(new byte[] {1}, Map.of()));
            }
            Messages.keep(archive, Messages.PLAIN, "b", Messages.DAY, "between");
            archive.keep(Messages.PLAIN, unnamed, Messages.body(new byte[] {1}, Map.of()));
            assertThat(archive.find(SOURCE, "sha256:1")).hasSize(2);
        }
    }

    @Test
    void limitsTakeWholeSegmentsFromTheOldEndAndNeverTheOneThatGrows() throws Exception {
        ArchivePolicy small = new ArchivePolicy(ArchivePolicy.Mode.PLAIN, Duration.ofDays(3), 4_000);
        Clock later = Clock.fixed(Messages.DAY.plusDays(10).toInstant(), ZoneOffset.UTC);
        Random random = new Random(3);
        byte[] body = new byte[300];
        try (FileArchive archive = Messages.archive(archive(), Optional.empty())) {
            for (int i = 0; i < 60; i++) {
                random.nextBytes(body);
                archive.keep(small, Messages.ref("m" + i, Messages.DAY), Messages.body(body, Map.of()))
                        .get();
            }
            assertThat(archive.use().get(0).bytes()).isBetween(2_000L, 4_600L);
            assertThat(archive.find(SOURCE, "m0")).isEmpty();
            assertThat(archive.find(SOURCE, "m59")).hasSize(1);
            assertThat(archive.page(ArchiveQuery.all(SOURCE, 100)).damages()).isEmpty();
        }
        try (FileArchive archive = Messages.archive(archive(), Optional.empty(), later, 1_000)) {
            archive.keep(small, Messages.ref("new", Messages.DAY.plusDays(10)), Messages.body(body, Map.of()))
                    .get();
            archive.expire();
            assertThat(archive.page(ArchiveQuery.all(SOURCE, 100)).messages())
                    .extracting(ArchivedMessage::message)
                    .containsExactly("new");
        }
    }

    @Test
    void aBodyThatCannotBeReadIsTakenBackWhole() throws Exception {
        byte[] piece = new byte[2 * Layout.PIECE];
        new Random(5).nextBytes(piece);
        Archiver.Body broken = new Archiver.Body() {
            @Override
            public InputStream open() {
                return new SequenceInputStream(new ByteArrayInputStream(piece), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("share gone");
                    }
                });
            }

            @Override
            public String sha256() {
                return "";
            }

            @Override
            public Map<String, String> attributes() {
                return Map.of();
            }
        };
        try (FileArchive archive = Messages.archive(archive(), Optional.empty())) {
            Messages.keep(archive, Messages.PLAIN, "a", Messages.DAY, "first");
            long before = archive.use().get(0).bytes();
            assertThatThrownBy(() -> archive.keep(Messages.PLAIN, Messages.ref("broken", Messages.DAY), broken))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(ArchiveUnavailableException.class)
                    .hasMessage("share gone");
            assertThat(Files.size(archive().resolve(SOURCE).resolve(segments().get(0))))
                    .isEqualTo(before);
            Messages.keep(archive, Messages.PLAIN, "b", Messages.DAY, "second");
            ArchivePage page = archive.page(ArchiveQuery.all(SOURCE, 10));
            assertThat(page.messages()).extracting(ArchivedMessage::message).containsExactly("a", "b");
            assertThat(page.damages()).isEmpty();
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaidAndAcknowledgesNothing() throws Exception {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(archive(), "a file where the folder should be");
        try (FileArchive archive = Messages.archive(archive(), Optional.empty())) {
            assertThatThrownBy(() -> Messages.keep(archive, Messages.PLAIN, "a", Messages.DAY, "x"))
                    .isInstanceOfSatisfying(ArchiveUnavailableException.class, e -> {
                        assertThat(e.fault().code()).isEqualTo("archive-unavailable");
                        assertThat(e.fault().message().en()).contains(SOURCE, "waits");
                    });
        }
        Files.delete(archive());
        try (FileArchive archive = Messages.archive(archive(), Optional.empty())) {
            Messages.keep(archive, Messages.PLAIN, "a", Messages.DAY, "x");
            assertThat(archive.find(SOURCE, "a")).hasSize(1);
        }
    }

    @Test
    void aSensitiveSourceIsNeverArchivedInTheClear() {
        Policies keyed = new Policies(ArchivePolicy.Mode.PLAIN, 90, 100, true);
        Policies keyless = Policies.usual();
        var nothing = new Archiver.ArchiveWish(Optional.empty(), Optional.empty(), Optional.empty(), true);
        var plain =
                new Archiver.ArchiveWish(Optional.of(ArchivePolicy.Mode.PLAIN), Optional.of(7L), Optional.of(3L), true);
        var encrypted = new Archiver.ArchiveWish(
                Optional.of(ArchivePolicy.Mode.ENCRYPTED), Optional.of(7L), Optional.of(3L), false);

        assertThat(keyed.of(nothing).mode()).isEqualTo(ArchivePolicy.Mode.ENCRYPTED);
        assertThat(keyless.of(nothing).mode()).isEqualTo(ArchivePolicy.Mode.NONE);
        assertThatThrownBy(() -> keyed.of(plain)).hasMessageContaining("none or encrypted");
        assertThatThrownBy(() -> keyless.of(encrypted)).hasMessageContaining("HUB_ARCHIVE_KEY_FILE");
        assertThat(keyed.of(encrypted))
                .isEqualTo(new ArchivePolicy(ArchivePolicy.Mode.ENCRYPTED, Duration.ofDays(7), 3L << 20));
    }

    @Test
    void aCutOffKeyedBodyEndsInAnException() throws Exception {
        try (FileArchive archive = Messages.archive(archive(), Optional.of(key("key")))) {
            Messages.keep(archive, Messages.ENCRYPTED, "a", Messages.DAY, "x".repeat(100));
            ArchivedMessage message = archive.find(SOURCE, "a").get(0);
            Path segment = archive().resolve(SOURCE).resolve(segments().get(0));
            byte[] bytes = Files.readAllBytes(segment);
            bytes[bytes.length - Layout.FRAME_END - 3] ^= 1;
            Files.write(segment, bytes);
            assertThatThrownBy(() -> Messages.text(archive, message)).isInstanceOf(DamagedArchiveException.class);
        }
    }

    private List<String> segments() throws IOException {
        try (Stream<Path> all = Files.list(archive().resolve(SOURCE))) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".seg"))
                    .sorted()
                    .toList();
        }
    }
}
