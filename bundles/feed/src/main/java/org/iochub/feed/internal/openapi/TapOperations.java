package org.iochub.feed.internal.openapi;

import static org.iochub.feed.internal.openapi.Parameter.path;
import static org.iochub.feed.internal.openapi.Parameter.text;

import java.util.List;

/** Taps to Kafka and MQTT. */
final class TapOperations {
    private static final Parameter NAME = path("name", "Tên luồng", "The tap's name");

    private TapOperations() {}

    static List<Operation> all() {
        return List.of(
                Operation.get(
                                "/api/v1/taps",
                                "taps",
                                "Các luồng ra Kafka, MQTT và tình trạng",
                                "The taps to Kafka and MQTT and how they stand")
                        .audience(Audience.OPERATOR)
                        .build(),
                Operation.post("/api/v1/taps/{name}/pause", "pauseTap", "Tạm dừng một luồng", "Pauses a tap")
                        .audience(Audience.OPERATOR)
                        .with(NAME)
                        .refuses(400, 404)
                        .build(),
                Operation.post(
                                "/api/v1/taps/{name}/resume",
                                "resumeTap",
                                "Gửi tiếp từ chỗ đã dừng",
                                "Goes on where the tap stopped")
                        .audience(Audience.OPERATOR)
                        .with(NAME)
                        .refuses(400, 404)
                        .build(),
                Operation.post(
                                "/api/v1/taps/{name}/rewind",
                                "rewindTap",
                                "Gửi lại từ sau một con trỏ",
                                "Sends again what comes after a cursor")
                        .audience(Audience.OPERATOR)
                        .with(NAME)
                        .with(text(
                                "after",
                                "Một con trỏ của hub, oldest hoặc newest",
                                "A cursor of the hub, oldest or newest"))
                        .refuses(400, 404, 410)
                        .build());
    }
}
