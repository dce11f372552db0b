package org.iochub.simulators.ftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StationSftpSimulatorTest {
    @Test
    void everyStationOfTheFleetHasAFolderButTheSilentOne() throws Exception {
        Path home;
        try (StationSftpSimulator fleet = new StationSftpSimulator(3, Optional.empty())) {
            home = fleet.home();
            try (Stream<Path> folders = Files.list(home)) {
                assertThat(folders.map(folder -> folder.getFileName().toString()))
                        .hasSize(11)
                        .contains("KHI101", "NUO102")
                        .doesNotContain(fleet.silent());
            }
            assertThat(fleet.instances().get("environment-fleet-quang-ngai"))
                    .containsEntry("adapter", "environment-stations")
                    .hasEntrySatisfying("url", url -> assertThat(url).startsWith("sftp://127.0.0.1:"))
                    .hasEntrySatisfying("stations", list -> assertThat(list).contains(fleet.silent()));
        }
        assertThat(home).doesNotExist();
    }
}
