package org.iochub.alerts.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.iochub.alerts.internal.engine.Change;
import org.iochub.alerts.internal.send.Notice;
import org.iochub.alerts.internal.send.Outbox;
import org.iochub.core.alert.Acknowledgement;
import org.iochub.core.alert.Alert;
import org.iochub.core.alert.AlertContact;
import org.iochub.core.alert.AlertDocument;
import org.iochub.core.alert.AlertSeverity;
import org.iochub.model.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What fires, what did, and what is still to be told, in a file beside the store: an alert about the store must outlive
 * it. Written whole and moved into place. Used by one thread at a time.
 */
final class StateFile {
    private static final Logger LOG = LoggerFactory.getLogger(StateFile.class);
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private final Path file;

    /** @param outboxes by channel */
    record State(List<Alert> firing, List<Alert> history, Map<String, Outbox.Content> outboxes) {
        static final State NONE = new State(List.of(), List.of(), Map.of());
    }

    StateFile(Path file) {
        this.file = file;
    }

    /** A file that cannot be read is put aside: alerts begin anew rather than not at all. */
    State read() {
        if (!Files.exists(file)) {
            return State.NONE;
        }
        try {
            JsonNode tree = JSON.readTree(Files.readAllBytes(file));
            Map<String, Outbox.Content> outboxes = new TreeMap<>();
            tree.path("outboxes").fields().forEachRemaining(box -> {
                List<Notice> notices = new ArrayList<>();
                box.getValue()
                        .path("notices")
                        .forEach(each -> notices.add(new Notice(
                                Change.Kind.valueOf(each.path("kind").asText()), alert(each.path("alert")))));
                outboxes.put(
                        box.getKey(),
                        new Outbox.Content(notices, box.getValue().path("lost").asInt()));
            });
            return new State(alerts(tree.path("firing")), alerts(tree.path("history")), outboxes);
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} cannot be read and is put aside; alerts begin anew: {}", file, e.toString());
            aside();
            return State.NONE;
        }
    }

    private void aside() {
        try {
            Files.move(file, file.resolveSibling(file.getFileName() + ".bad"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.debug("not moved", e);
        }
    }

    void write(State state) throws IOException {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("firing", state.firing().stream().map(AlertDocument::of).toList());
        document.put("history", state.history().stream().map(AlertDocument::of).toList());
        Map<String, Object> outboxes = new TreeMap<>();
        state.outboxes()
                .forEach((name, content) -> outboxes.put(
                        name,
                        Map.of(
                                "lost",
                                content.lost(),
                                "notices",
                                content.notices().stream()
                                        .map(notice -> Map.of(
                                                "kind",
                                                notice.kind().name(),
                                                "alert",
                                                AlertDocument.of(notice.alert())))
                                        .toList())));
        document.put("outboxes", outboxes);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path whole = file.resolveSibling(file.getFileName() + ".new");
        Files.write(whole, JSON.writeValueAsBytes(document));
        try (FileChannel channel = FileChannel.open(whole, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static List<Alert> alerts(JsonNode list) {
        List<Alert> alerts = new ArrayList<>();
        list.forEach(each -> alerts.add(alert(each)));
        return alerts;
    }

    private static Alert alert(JsonNode node) {
        JsonNode who = node.path("acknowledged");
        return new Alert(
                node.path("id").asText(),
                node.path("rule").asText(),
                node.path("subject").asText(),
                text(node, "tenant"),
                text(node, "source"),
                AlertSeverity.valueOf(node.path("severity").asText().toUpperCase(Locale.ROOT)),
                Instant.parse(node.path("since").asText()),
                text(node, "resolved").map(Instant::parse),
                Text.of(
                        node.path("sentence").path("vi").asText(),
                        node.path("sentence").path("en").asText()),
                new AlertContact(
                        texts(node.path("contact").path("names")),
                        texts(node.path("contact").path("mails"))),
                URI.create(node.path("runbook").asText()),
                who.isObject()
                        ? Optional.of(new Acknowledgement(
                                who.path("by").asText(),
                                Instant.parse(who.path("at").asText()),
                                who.path("note").asText()))
                        : Optional.empty());
    }

    private static Optional<String> text(JsonNode node, String name) {
        return Optional.of(node.path(name).asText()).filter(value -> !value.isEmpty());
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
