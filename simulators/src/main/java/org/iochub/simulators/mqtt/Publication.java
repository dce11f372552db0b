package org.iochub.simulators.mqtt;

import java.nio.charset.StandardCharsets;

/**
 * What a device says.
 *
 * @param payload not copied
 */
public record Publication(String topic, byte[] payload) {
    public static Publication of(String topic, String text) {
        return new Publication(topic, text.getBytes(StandardCharsets.UTF_8));
    }
}
