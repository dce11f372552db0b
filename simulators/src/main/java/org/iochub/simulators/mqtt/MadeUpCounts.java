package org.iochub.simulators.mqtt;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Writes what cameras might have counted; the same for the same seed. */
final class MadeUpCounts {
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX").withZone(ZoneOffset.ofHours(7));

    private final Random random;

    MadeUpCounts(long seed) {
        this.random = new Random(seed);
    }

    String message(String camera, Instant from, Instant to) {
        return message(camera, from, to, to.plusSeconds(2 + random.nextInt(8)), "ok", lane(1) + "," + lane(2));
    }

    private static String message(String camera, Instant from, Instant to, Instant sent, String status, String lanes) {
        return "{\"camera\":\"" + camera + "\",\"from\":\"" + WRITTEN.format(from) + "\",\"to\":\"" + WRITTEN.format(to)
                + "\",\"sent\":\"" + WRITTEN.format(sent) + "\",\"status\":\"" + status + "\",\"lanes\":[" + lanes
                + "]}";
    }

    private String lane(int number) {
        // One value in twenty is missing, in one of the two ways that cameras say so.
        String speed = switch (random.nextInt(20)) {
            case 0 -> "-99";
            case 1 -> "null";
            default -> decimal(15 + random.nextInt(300) / 10.0);
        };
        return lane(
                number,
                "\"xe-may\":" + (40 + random.nextInt(160)) + ",\"oto\":" + (10 + random.nextInt(40)) + ",\"xe-tai\":"
                        + random.nextInt(8) + ",\"xe-khach\":" + random.nextInt(4),
                decimal(random.nextInt(700) / 10.0),
                speed);
    }

    private static String lane(int number, String vehicles, String occupancy, String speed) {
        return "{\"lane\":" + number + ",\"vehicles\":{" + vehicles + "},\"occupancy\":" + occupancy + ",\"speed\":"
                + speed + "}";
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** Every kind of dirt once, about one cycle. */
    List<byte[]> dirt(String camera, Instant from) {
        Instant to = from.plus(Duration.ofMinutes(5));
        Instant sent = to.plusSeconds(60);
        String sound = lane(1, "\"xe-may\":50", "10.0", "30.0");
        List<String> messages = new ArrayList<>(List.of(
                // Corrected, then the older one once more, then the corrected one twice.
                message(camera, from, to, sent, "ok", sound),
                message(camera, from, to, sent.minusSeconds(30), "ok", lane(1, "\"xe-may\":7", "1.0", "30.0")),
                message(camera, from, to, sent, "ok", sound),
                message(camera, from, to, sent, "ok", lane(3, "\"xe-loi\":2,\"xe-may\":9", "10.0", "30.0")),
                message(camera, from, to, sent, "ok", lane(4, "\"xe-may\":-3", "140.0", "\"nhanh\"")),
                message(camera, from, to, sent, "bao-loi", lane(5, "\"xe-may\":0", "0.0", "-99")),
                message(camera, from, to, sent, "dang-ngu", lane(6, "\"xe-may\":0", "0.0", "-99")),
                message(camera, Instant.EPOCH, Instant.EPOCH.plusSeconds(300), sent, "ok", sound),
                "{\"camera\":\"" + camera + "\",\"from\":\"2026-0",
                "[]"));
        List<byte[]> payloads = new ArrayList<>(messages.stream()
                .map(message -> message.getBytes(StandardCharsets.UTF_8))
                .toList());
        payloads.add("{\"camera\":\"Cầu\"}".getBytes(StandardCharsets.UTF_16));
        return payloads;
    }
}
