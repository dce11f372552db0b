package org.iochub.routes.traffic.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.iochub.api.Change;
import org.iochub.api.Normalizer;
import org.iochub.api.RawMessage;
import org.iochub.api.RawPart;
import org.iochub.api.Source;
import org.iochub.api.mqtt.MqttMessages;
import org.iochub.api.mqtt.MqttMessages.Published;
import org.iochub.api.read.JsonItem;
import org.iochub.model.FaultException;

/** Turns a batch of camera messages into observations, each value one, and the cameras into facilities. */
final class CountsNormalizer implements Normalizer {
    private final CameraList cameras;
    private final Counts counts;

    CountsNormalizer(Source<CountsSettings> source) {
        this.cameras = new CameraList(source);
        this.counts = new Counts(source, cameras);
    }

    @Override
    public Stream<Change> normalize(RawMessage message) throws IOException {
        Set<String> said = new HashSet<>();
        return MqttMessages.json(message).flatMap(published -> changes(published, message, said).stream());
    }

    private List<Change> changes(Published published, RawMessage message, Set<String> said) {
        if (published.payload() instanceof JsonItem.Broken broken) {
            return List.of(broken.refusal());
        }
        JsonItem.Element element = (JsonItem.Element) published.payload();
        RawPart raw = element.raw();
        try {
            JsonNode node = element.node();
            if (!node.isObject()) {
                throw Fields.wrong("", "một đối tượng JSON", "a JSON object");
            }
            List<Change> changes = new ArrayList<>();
            Counts.Cycle cycle = counts.cycle(node, message.receivedAt());
            if (said.add(cycle.camera())) {
                cameras.facility(cycle.camera(), raw).ifPresent(changes::add);
            }
            counts.read(cycle, node, raw, changes);
            return changes;
        } catch (FaultException e) {
            return List.of(new Change.Refusal(e.fault(), raw));
        }
    }
}
