package org.iochub.declarative.internal.fetch.kafka;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.declarative.internal.DeclaredSettings;
import org.iochub.declarative.internal.fetch.Template;

/**
 * The options of a {@code kafka} fetch.
 *
 * @param group whose offsets are committed
 * @param start where a group without offsets begins: {@code earliest} or {@code latest}
 * @param batch records of one delivery at most
 * @param properties of the client, about its security alone
 */
record KafkaOptions(
        Template servers,
        List<Template> topics,
        Optional<Template> group,
        String start,
        int batch,
        boolean tls,
        Optional<Template> ca,
        Optional<Template> user,
        Optional<Template> password,
        String mechanism,
        Map<String, Template> properties) {

    /** What the client is told of its security. */
    Map<String, Object> security(DeclaredSettings settings) {
        Map<String, Object> security = new HashMap<>();
        boolean encrypted = tls || ca.isPresent();
        security.put("security.protocol", (user.isPresent() ? "SASL_" : "") + (encrypted ? "SSL" : "PLAINTEXT"));
        ca.ifPresent(file -> {
            security.put("ssl.truststore.type", "PEM");
            security.put("ssl.truststore.location", file.fill(settings));
        });
        user.ifPresent(name -> {
            String module = mechanism.startsWith("SCRAM") ? "scram.ScramLoginModule" : "plain.PlainLoginModule";
            security.put("sasl.mechanism", mechanism);
            security.put(
                    "sasl.jaas.config",
                    "org.apache.kafka.common.security." + module + " required username="
                            + quoted(name.fill(settings)) + " password="
                            + quoted(password.map(word -> word.fill(settings)).orElse("")) + ";");
        });
        properties.forEach((key, value) -> security.put(key, value.fill(settings)));
        return security;
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
