package org.iochub.simulators.ftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TourismFtpSimulatorTest {
    @Test
    void instancesAreThoseOfThePlacesAndTheirFilesAreThere() {
        Path password;
        try (TourismFtpSimulator simulator = new TourismFtpSimulator(3)) {
            assertThat(simulator.instances()).containsOnlyKeys("tourism-quang-ngai", "tourism-duc-pho");
            password = Path.of(
                    simulator.instances().get("tourism-duc-pho").get("password").substring("file:".length()));
            Path files = password.resolveSibling("duc-pho/du-lich");
            // The vowel and its tone apart, as windows-1258 has them.
            assertThat(files.resolve("luot-khach-2025-01.csv"))
                    .binaryContent()
                    .containsSequence("Loa".getBytes())
                    .containsSequence((byte) 'a', (byte) 0xf2, (byte) 'i');
            assertThat(files.resolve("luot-khach-2025-02.csv")).binaryContent().startsWith(0xef, 0xbb, 0xbf);
        }
        assertThat(Files.exists(password)).isFalse();
    }
}
