package org.iochub.conformance.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The checks that an adapter's author sets aside, each with a reason.
 *
 * @param reasons by check, in the order of the file; a reason may be blank, which the kit reports
 * @param file where they stand
 */
public record Waivers(Map<String, String> reasons, String file) {
    static final String JAVA_FILE = "waivers.properties";

    public static Waivers none(String file) {
        return new Waivers(Map.of(), file);
    }

    /** The list {@code waivers} of a declarative source; a file that is no YAML has none. */
    static Waivers ofYaml(String file, byte[] yaml) {
        Map<String, String> reasons = new LinkedHashMap<>();
        try {
            for (JsonNode waiver : new YAMLMapper().readTree(yaml).path("waivers")) {
                reasons.put(waiver.path("check").asText(), waiver.path("reason").asText());
            }
        } catch (IOException e) {
            // The compiler says what is wrong with it, and where.
        }
        return new Waivers(reasons, file);
    }

    static Waivers ofProperties(Optional<byte[]> properties) throws IOException {
        Map<String, String> reasons =
                properties.isEmpty() ? Map.of() : PropertiesText.read("fixtures/" + JAVA_FILE, properties.get());
        return new Waivers(reasons, "fixtures/" + JAVA_FILE);
    }

    public Optional<String> reason(String check) {
        return Optional.ofNullable(reasons.get(check));
    }
}
