package org.iochub.simulators.push;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.iochub.simulators.Simulator;
import org.iochub.simulators.push.DossierPushSimulator.Hub;

/** A province's one-stop centre as it is today, without dirt: what a board of dossiers on time is looked at with. */
public final class OneStopCentreSimulator implements Simulator {
    private static final String INSTANCE = "dossiers-one-stop-quang-ngai";
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int DOSSIERS = 220;

    private final Optional<Thread> pusher;

    /**
     * @param hub where to push; nowhere when empty
     * @param every how often another dossier comes in when the history is through; never when empty
     */
    public OneStopCentreSimulator(long seed, Optional<Hub> hub, Optional<Duration> every) {
        this.pusher = hub.map(target -> {
            HubClient client = new HubClient(target.url(), INSTANCE, target.key(), Clock.systemUTC());
            Thread thread = new Thread(() -> push(client, seed, every), "one-stop-centre");
            thread.setDaemon(true);
            thread.start();
            return thread;
        });
    }

    private static void push(HubClient client, long seed, Optional<Duration> every) {
        try {
            OneStopDay history = new OneStopDay(seed, LocalDateTime.now(VIETNAM));
            client.deliver(message(history.dossiers(DOSSIERS)));
            for (long more = 1; every.isPresent(); more++) {
                Thread.sleep(every.get().toMillis());
                client.deliver(message(List.of(new OneStopDay(seed + more, LocalDateTime.now(VIETNAM)).received())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String message(List<ObjectNode> dossiers) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.put("session", "simulated");
        message.put("madonvi", "H48");
        message.put("service", "DongBoHoSoMC");
        message.put("isUpdating", false);
        message.putArray("data").addAll(dossiers);
        return message.toString();
    }

    @Override
    public String name() {
        return "dossiers";
    }

    @Override
    public Map<String, Map<String, String>> instances() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("adapter", name());
        settings.put("tenant", "quang-ngai");
        settings.put("applicantKinds", "citizen1");
        settings.put(
                "areas",
                OneStopDay.OFFICES.stream().map(office -> office + "=51").collect(Collectors.joining(",")));
        return Map.of(INSTANCE, settings);
    }

    @Override
    public void close() {
        pusher.ifPresent(Thread::interrupt);
    }
}
