package org.iochub.simulators.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HealthFacilitySimulatorTest {
    @Test
    void everyAccountHasFilesInThreeEncodings() throws Exception {
        Path files;
        try (HealthFacilitySimulator simulator = new HealthFacilitySimulator(3)) {
            assertThat(simulator.instances())
                    .containsOnlyKeys(
                            "health-facilities-duc-pho", "health-facilities-quang-nam", "health-facilities-quang-ngai");
            files = simulator.files("duc-pho");
            String old = Files.readString(files.resolve("giuong-benh-2025-05.csv"), Charset.forName("windows-1258"));
            String wide = Files.readString(files.resolve("giuong-benh-2025-06.csv"), StandardCharsets.UTF_16LE);
            String marked = Files.readString(files.resolve("giuong-benh-2025-07.csv"));
            assertThat(wide).startsWith("\ufeffLoại;");
            assertThat(marked).startsWith("\ufeff");
            assertThat((old + marked).lines())
                    .allSatisfy(line ->
                            assertThat(line.replaceAll("\"[^\"]*\"", "")).matches("([^;]*;){13}[^;]*"));
            assertThat(wide.lines().filter(line -> line.startsWith("PX;"))).hasSize(1);
        }
        assertThat(files).doesNotExist();
    }
}
