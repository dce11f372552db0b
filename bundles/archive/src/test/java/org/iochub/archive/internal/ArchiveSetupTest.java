package org.iochub.archive.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.iochub.core.archive.ArchivePolicy;
import org.iochub.core.archive.ArchiveUnavailableException;
import org.iochub.core.archive.Archiver.ArchiveWish;
import org.iochub.model.FaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A setting that cannot be obeyed is said by name, and nothing is acknowledged instead. */
class ArchiveSetupTest {
    private static final ArchiveWish USUAL =
            new ArchiveWish(Optional.empty(), Optional.empty(), Optional.empty(), false);
    private static final ArchiveWish NEVER =
            new ArchiveWish(Optional.of(ArchivePolicy.Mode.NONE), Optional.empty(), Optional.empty(), false);

    @TempDir
    Path folder;

    private ArchiveConfig config(Map<String, Object> values) {
        return new ArchiveConfig() {
            @Override
            public String data() {
                return folder.resolve("data").toString();
            }

            @Override
            public String archiveFolder() {
                return "";
            }

            @Override
            public String archive() {
                return (String) values.getOrDefault("archive", "plain");
            }

            @Override
            public String archiveKeyFile() {
                return (String) values.getOrDefault("keyFile", "");
            }

            @Override
            public long archiveDays() {
                return Long.parseLong(values.getOrDefault("days", 90).toString());
            }

            @Override
            public long archiveMebibytes() {
                return Long.parseLong(values.getOrDefault("mebibytes", 10).toString());
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return ArchiveConfig.class;
            }
        };
    }

    private void saysAndWaits(Map<String, Object> values, String... words) throws Exception {
        ArchiveComponent archive = new ArchiveComponent(config(values));
        try {
            assertThat(archive.name()).isEqualTo("archive");
            assertThat(archive.missing().orElseThrow().en()).contains(words);
            assertThat(archive.missing().orElseThrow().vi()).contains(words[0]);
            assertThatThrownBy(() -> archive.policy(USUAL)).isInstanceOf(FaultException.class);
            assertThatThrownBy(() -> archive.keep(
                            Messages.PLAIN, Messages.ref("m", Messages.DAY), Messages.body(new byte[1], Map.of())))
                    .isInstanceOf(ArchiveUnavailableException.class);
            assertThat(archive.policy(NEVER).mode()).isEqualTo(ArchivePolicy.Mode.NONE);
            assertThat(archive.use()).isEmpty();
        } finally {
            archive.stop();
        }
    }

    @Test
    void wrongValuesAreNamed() throws Exception {
        saysAndWaits(Map.of("archive", "zip"), "HUB_ARCHIVE", "«zip»", "none, plain, encrypted");
        saysAndWaits(Map.of("archive", "encrypted"), "HUB_ARCHIVE_KEY_FILE", "outside the data folder");
        saysAndWaits(Map.of("days", "many"), "HUB_ARCHIVE_DAYS", "1 to 36500");
        saysAndWaits(Map.of("days", 0), "HUB_ARCHIVE_DAYS", "«0»");
        saysAndWaits(Map.of("mebibytes", -5), "HUB_ARCHIVE_MEBIBYTES", "«-5»");
    }

    @Test
    void wrongKeysAreNamed() throws Exception {
        Path inside = folder.resolve("data/archive.key");
        saysAndWaits(Map.of("keyFile", inside.toString()), "HUB_ARCHIVE_KEY_FILE", "put it elsewhere");
        Path damaged = Files.writeString(folder.resolve("damaged.key"), "short");
        saysAndWaits(Map.of("keyFile", damaged.toString()), "HUB_ARCHIVE_KEY_FILE", damaged.toString(), "damaged");
        Path noText = Files.writeString(folder.resolve("other.key"), "*".repeat(43));
        saysAndWaits(Map.of("keyFile", noText.toString()), "HUB_ARCHIVE_KEY_FILE", noText.toString());
        Path binary = Files.write(folder.resolve("binary.key"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        saysAndWaits(Map.of("keyFile", binary.toString()), "HUB_ARCHIVE_KEY_FILE", binary.toString());
        saysAndWaits(Map.of("keyFile", folder.toString()), "HUB_ARCHIVE_KEY_FILE", folder.toString());
    }

    @Test
    void aRightOneIsReady() {
        ArchiveComponent archive = new ArchiveComponent(config(Map.of(
                "archive", " Encrypted ", "keyFile", folder.resolve("right.key").toString())));
        try {
            assertThat(archive.missing()).isEmpty();
            assertThat(archive.policy(USUAL).mode()).isEqualTo(ArchivePolicy.Mode.ENCRYPTED);
        } finally {
            archive.stop();
        }
    }
}
