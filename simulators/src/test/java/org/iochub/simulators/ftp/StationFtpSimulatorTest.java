package org.iochub.simulators.ftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StationFtpSimulatorTest {
    @Test
    void sameSeedSameFiles(@TempDir Path one, @TempDir Path two) throws IOException {
        try (StationFtpSimulator first = new StationFtpSimulator(3, Optional.of(one), Optional.empty());
                StationFtpSimulator second = new StationFtpSimulator(3, Optional.of(two), Optional.empty())) {
            assertThat(files(one)).isEqualTo(files(two)).hasSizeGreaterThan(80);
            assertThat(first.port()).isNotEqualTo(second.port());
        }
    }

    @Test
    void describesAnInstanceOfEachTenant() {
        try (StationFtpSimulator simulator = new StationFtpSimulator(3)) {
            assertThat(simulator.instances()).containsOnlyKeys("environment-quang-ngai", "environment-da-nang");
            assertThat(simulator.instances().get("environment-da-nang"))
                    .containsEntry("adapter", "environment-stations")
                    .containsEntry("tenant", "da-nang")
                    .containsEntry("url", "ftp://127.0.0.1:" + simulator.port() + "/");
        }
    }

    private static Map<String, String> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            file -> directory.relativize(file).toString(),
                            StationFtpSimulatorTest::content,
                            (a, b) -> a,
                            TreeMap::new));
        }
    }

    private static String content(Path file) {
        try {
            return new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
