package org.iochub.routes.environmentstations.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.component.file.GenericFile;
import org.apache.commons.net.ftp.FTPFile;
import org.junit.jupiter.api.Test;

class StableFilesTest {
    private final AtomicLong seconds = new AtomicLong();
    private final StableFiles<FTPFile> stable =
            new StableFiles<>(Duration.ofSeconds(10), () -> seconds.get() * 1_000_000_000L);

    @Test
    void aFileThatGrowsOrIsWrittenAgainWaits() {
        assertThat(poll(0, 100, 1)).isFalse();
        assertThat(poll(9, 100, 1)).isFalse();
        assertThat(poll(12, 200, 1)).isFalse();
        assertThat(poll(21, 200, 1)).isFalse();
        assertThat(poll(22, 200, 2)).isFalse();
        assertThat(poll(31, 200, 2)).isFalse();
        assertThat(poll(32, 200, 2)).isTrue();
        assertThat(poll(33, 200, 2)).isTrue();
    }

    @Test
    void aFileThatWentAwayStartsAnew() {
        assertThat(poll(0, 100, 1)).isFalse();
        stable.polled();
        stable.polled();
        assertThat(poll(20, 100, 1)).isFalse();
        assertThat(poll(30, 100, 1)).isTrue();
    }

    @Test
    void aPollThatFailedForgetsNothing() {
        assertThat(poll(0, 100, 1)).isFalse();
        // No complete look in between.
        seconds.set(10);
        assertThat(stable.accept(file("NUO001_20260302070000.txt", 100, 1))).isTrue();
    }

    @Test
    void otherFilesAreNotReadAndDirectoriesAreEntered() {
        StableFiles atOnce = new StableFiles(Duration.ZERO, seconds::get);
        assertThat(atOnce.accept(file("a.TXT", 1, 1))).isTrue();
        assertThat(atOnce.accept(file("a.txt.part", 1, 1))).isFalse();
        GenericFile<FTPFile> directory = file("2026", 0, 1);
        directory.setDirectory(true);
        assertThat(atOnce.accept(directory)).isTrue();
    }

    private boolean poll(long at, long length, long modified) {
        seconds.set(at);
        boolean accepted = stable.accept(file("NUO001_20260302070000.txt", length, modified));
        stable.polled();
        return accepted;
    }

    private static GenericFile<FTPFile> file(String name, long length, long modified) {
        GenericFile<FTPFile> file = new GenericFile<>();
        file.setFileNameOnly(name);
        file.setAbsoluteFilePath("/" + name);
        file.setFileLength(length);
        file.setLastModified(modified);
        return file;
    }
}
