package org.iochub.routes.environmentstations.internal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.iochub.api.Source;
import org.iochub.model.FaultException;
import org.iochub.model.Text;

/**
 * When each station was heard last, by the hub's clock, so that one of many that goes silent is named. A station of the
 * list that was never heard counts from the first start. Kept in the checkpoint. Safe for threads.
 */
final class Fleet {
    /** Stations that no list names are remembered up to so many. */
    private static final int MOST = 2_000;

    private static final int NAMED = 10;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Source<EnvironmentStationsSettings> source;
    private final Map<String, Instant> heard = new TreeMap<>();

    Fleet(Source<EnvironmentStationsSettings> source, StationList stations) {
        this.source = source;
        source.checkpoint().ifPresent(this::restore);
        Instant start = source.clock().instant();
        stations.all().forEach(station -> heard.putIfAbsent(station.code(), start));
    }

    private void restore(String checkpoint) {
        try {
            JsonNode times = JSON.readTree(checkpoint).path("heard");
            times.fields()
                    .forEachRemaining(station -> heard.put(
                            station.getKey(), Instant.parse(station.getValue().asText())));
        } catch (JacksonException | DateTimeException e) {
            // Kept by something else: every station counts from now.
            heard.clear();
        }
    }

    /** What to keep once a file is durable. */
    synchronized String having(String path) {
        Map<String, Instant> after = new TreeMap<>(heard);
        station(path)
                .filter(code -> after.containsKey(code) || after.size() < MOST)
                .ifPresent(code -> after.put(code, source.clock().instant()));
        ObjectNode json = JSON.createObjectNode();
        ObjectNode times = json.putObject("heard");
        after.forEach((code, at) -> times.put(code, at.toString()));
        return json.toString();
    }

    /** A station's file is durable. */
    synchronized void heard(String path) {
        station(path)
                .filter(code -> heard.containsKey(code) || heard.size() < MOST)
                .ifPresent(code -> heard.put(code, source.clock().instant()));
    }

    private Optional<String> station(String path) {
        try {
            return Optional.of(FileName.parse(path).code(source.settings().stationCode()));
        } catch (FaultException e) {
            // A file that is no station's goes to quarantine by way of the normaliser.
            return Optional.empty();
        }
    }

    /** The directory was looked at: says who has been silent for too long, or that nobody has. */
    synchronized void report() {
        Instant limit = source.clock().instant().minus(source.settings().silentAfter());
        List<Map.Entry<String, Instant>> silent = heard.entrySet().stream()
                .filter(station -> station.getValue().isBefore(limit))
                .sorted(Map.Entry.comparingByValue())
                .toList();
        source.concern(silent.isEmpty() ? Optional.empty() : Optional.of(sentence(silent)));
    }

    private Text sentence(List<Map.Entry<String, Instant>> silent) {
        DateTimeFormatter time = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm").withZone(source.zone());
        String names = silent.stream()
                .limit(NAMED)
                .map(station -> station.getKey() + " (" + time.format(station.getValue()) + ")")
                .collect(Collectors.joining(", "));
        int more = silent.size() - NAMED;
        return Text.of(
                silent.size() + "/" + heard.size() + " trạm không gửi tệp nào kể từ: " + names
                        + (more > 0 ? " và " + more + " trạm khác" : "")
                        + "; hãy hỏi đơn vị vận hành trạm.",
                silent.size() + " of " + heard.size() + " stations have sent no file since: " + names
                        + (more > 0 ? " and " + more + " more" : "") + "; ask those who run them.");
    }
}
