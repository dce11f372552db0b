package org.iochub.simulators.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.junit.jupiter.api.Test;

class WorkbookSftpSimulatorTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void eachInstanceReadsItsOwnWorkbooksFromTheServerItKnows() throws Exception {
        try (WorkbookSftpSimulator simulator = new WorkbookSftpSimulator(1);
                SshClient client = SshClient.setUpDefaultClient()) {
            assertThat(simulator.instances())
                    .containsOnlyKeys(
                            "socio-economic-quang-nam",
                            "socio-economic-quang-ngai-city",
                            "socio-economic-quang-ngai",
                            "education-duc-pho",
                            "education-quang-nam",
                            "education-quang-ngai",
                            "finance-quang-nam",
                            "finance-quang-ngai");
            client.start();
            for (Map<String, String> settings : simulator.instances().values()) {
                List<String> names = list(client, settings, settings.get("hostKey"));
                assertThat(names).hasSizeGreaterThanOrEqualTo(3).allMatch(name -> name.endsWith(".xlsx"));
            }
        }
    }

    @Test
    void aClientThatExpectsAnotherServerDoesNotTrustIt() throws Exception {
        try (WorkbookSftpSimulator simulator = new WorkbookSftpSimulator(1);
                WorkbookSftpSimulator other = new WorkbookSftpSimulator(1);
                SshClient client = SshClient.setUpDefaultClient()) {
            client.start();
            Map<String, String> settings = simulator.instances().get("finance-quang-nam");
            String foreign = other.instances().get("finance-quang-nam").get("hostKey");
            assertThatThrownBy(() -> list(client, settings, foreign))
                    .hasMessageContaining("Server key did not validate");
        }
    }

    @Test
    void theSameSeedGivesTheSameFigures() {
        assertThat(new MadeUpIndicators(7).files()).isEqualTo(new MadeUpIndicators(7).files());
        assertThat(new MadeUpIndicators(7).files()).isNotEqualTo(new MadeUpIndicators(8).files());
        assertThat(new MadeUpBudget(7).files()).isEqualTo(new MadeUpBudget(7).files());
        assertThat(new MadeUpSchools(7, "P", List.of("21439")).files())
                .isEqualTo(new MadeUpSchools(7, "P", List.of("21439")).files());
    }

    private static List<String> list(SshClient client, Map<String, String> settings, String hostKey) throws Exception {
        client.setServerKeyVerifier(
                (session, address, key) -> PublicKeyEntry.toString(key).equals(hostKey));
        try (ClientSession session = client.connect(
                        settings.get("user"), settings.get("host"), Integer.parseInt(settings.get("port")))
                .verify(PATIENCE)
                .getSession()) {
            session.addPasswordIdentity(
                    Files.readString(Path.of(settings.get("password").substring("file:".length()))));
            session.auth().verify(PATIENCE);
            try (SftpClient files = SftpClientFactory.instance().createSftpClient(session)) {
                List<String> names = new ArrayList<>();
                files.readDir(settings.get("directory")).forEach(entry -> {
                    if (entry.getAttributes().isRegularFile()) {
                        names.add(entry.getFilename());
                    }
                });
                return names;
            }
        }
    }
}
