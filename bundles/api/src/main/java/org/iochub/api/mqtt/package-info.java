/**
 * For adapters whose sources publish over MQTT 5: {@link org.iochub.api.mqtt.MqttRoutes} takes messages in batches and
 * acknowledges each when the hub has it on disk; {@link org.iochub.api.mqtt.MqttMessages} reads such a batch.
 */
package org.iochub.api.mqtt;
