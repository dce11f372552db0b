package org.iochub.simulators.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TradeMailSimulatorTest {
    @Test
    void eachOfficeHasAMailboxWithTheSameFilesForTheSameSeed() throws Exception {
        try (TradeMailSimulator simulator = new TradeMailSimulator(7, Optional.empty());
                TradeMailSimulator twin = new TradeMailSimulator(7, Optional.empty())) {
            assertThat(simulator.instances()).containsOnlyKeys("industry-trade-quang-ngai", "industry-trade-duc-pho");
            for (String id : simulator.instances().keySet()) {
                List<String> files = files(simulator.instances().get(id));
                assertThat(files).hasSize(10).isEqualTo(files(twin.instances().get(id)));
                assertThat(files).anyMatch(file -> file.startsWith("so-lieu-thang-5.csv\n\uFEFFMaChiTieu;"));
                assertThat(files.get(1))
                        .isEqualTo(files.get(2))
                        .isEqualTo(files.get(4))
                        .isNotEqualTo(files.get(3));
            }
            simulator.correct();
            assertThat(files(simulator.instances().get("industry-trade-duc-pho")))
                    .hasSize(11);
        }
    }

    /** What lies in a mailbox, read as the hub would: name and content of each file. */
    private static List<String> files(Map<String, String> settings) throws Exception {
        URI server = URI.create(settings.get("server"));
        Properties properties = new Properties();
        properties.put("mail.imap.connectiontimeout", "10000");
        properties.put("mail.imap.timeout", "10000");
        try (Store store = Session.getInstance(properties).getStore("imap")) {
            store.connect(
                    server.getHost(),
                    server.getPort(),
                    settings.get("user"),
                    Files.readString(Path.of(settings.get("password").substring("file:".length()))));
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            List<String> files = new ArrayList<>();
            for (Message mail : inbox.getMessages()) {
                var part = ((Multipart) mail.getContent()).getBodyPart(1);
                files.add(part.getFileName() + "\n"
                        + new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            }
            return files;
        }
    }
}
