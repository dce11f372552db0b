package org.iochub.api.mqtt;

/**
 * A message as it came.
 *
 * @param payload not copied
 * @param id what the broker called it; 0 for one that needs no acknowledgement
 */
record Arrived(MqttConnection over, String topic, byte[] payload, int id, int qos) {
    void acknowledge() {
        over.acknowledge(this);
    }
}
