package org.iochub.simulators.mqtt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.simulators.Simulator;

/** The traffic cameras of a city: each publishes every five minutes what it counted, with the dirt that cameras have. */
public final class CameraSimulator implements Simulator {
    public static final String CLIENT = "iochub-traffic-counts";
    public static final List<String> CAMERAS = List.of("CAM-TK-01", "CAM-TK-02", "CAM-TK-03", "CAM-TK-04");

    /** As the adapter's setting {@code cameras} lists them. */
    public static final String LIST =
            "CAM-TK-01=Nút giao Hùng Vương – Phan Châu Trinh|108.4742|15.5731|20341@2025-07-01,"
                    + "CAM-TK-02=Cầu Kỳ Phú 1|108.4871|15.5702|20356@2025-07-01,"
                    + "CAM-TK-03=Nút giao Nguyễn Hoàng – Trưng Nữ Vương|108.4690|15.5660|20350@2025-07-01,"
                    + "CAM-TK-04=Cửa ngõ phía Nam|108.4935|15.5520|20350@2025-07-01";

    private static final String TOPICS = "giao-thong/+/dem";
    private static final Duration CYCLE = Duration.ofMinutes(5);
    private static final int HISTORY = 12;

    private final MqttHost host;
    private final MadeUpCounts counts;
    private final Clock clock;
    private Instant next;

    /** A city that publishes only when it is told to. */
    public CameraSimulator(long seed, Clock clock) {
        this.clock = clock;
        this.counts = new MadeUpCounts(seed);
        this.host = new MqttHost("cameras", CLIENT);
        this.next = now().minus(CYCLE.multipliedBy(HISTORY));
    }

    /**
     * A city that lives.
     *
     * @param every how often a cycle is over; never when empty: the history only
     */
    public CameraSimulator(long seed, Optional<Duration> every) {
        this(seed, Clock.systemUTC());
        host.live(this::history, every, this::cycle);
    }

    @Override
    public String name() {
        return "traffic-counts";
    }

    @Override
    public Map<String, Map<String, String>> instances() {
        Map<String, String> settings = host.settings("traffic-counts", "quang-nam", TOPICS);
        settings.put("cameras", LIST);
        settings.put("camerasAsOf", "2025-07-01");
        return Map.of("traffic-counts-quang-nam", settings);
    }

    public MqttHost host() {
        return host;
    }

    /** Publishes the last hour, and every kind of dirt once. */
    public synchronized void history() {
        List<Publication> hour = new ArrayList<>();
        while (next.isBefore(now())) {
            hour.addAll(nextCycle());
        }
        String last = CAMERAS.get(CAMERAS.size() - 1);
        counts.dirt(last, next.minus(CYCLE)).forEach(payload -> hour.add(new Publication(topic(last), payload)));
        host.publish(hour);
    }

    /** One cycle of every camera. */
    public synchronized void cycle() {
        host.publish(nextCycle());
    }

    private List<Publication> nextCycle() {
        List<Publication> cycle = CAMERAS.stream()
                .map(camera -> Publication.of(topic(camera), counts.message(camera, next, next.plus(CYCLE))))
                .toList();
        next = next.plus(CYCLE);
        return cycle;
    }

    /** So many messages of one camera at once, as after an outage. */
    public synchronized void burst(String camera, int messages) {
        List<Publication> burst = new ArrayList<>();
        for (int i = 0; i < messages; i++) {
            burst.add(Publication.of(topic(camera), counts.message(camera, next, next.plus(CYCLE))));
            next = next.plus(CYCLE);
        }
        host.publish(burst);
    }

    /** Where a camera publishes. */
    public static String topic(String camera) {
        return "giao-thong/" + camera + "/dem";
    }

    @Override
    public void close() {
        host.close();
    }

    private Instant now() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        return now.minus(Duration.ofMinutes(now.atOffset(ZoneOffset.UTC).getMinute() % 5));
    }
}
