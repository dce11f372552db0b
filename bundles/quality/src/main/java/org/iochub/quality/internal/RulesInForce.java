package org.iochub.quality.internal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.iochub.core.type.RecordTypeRegistry;
import org.iochub.model.RecordType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The definitions by which data are judged now: those of {@code quality.properties} with the lines of
 * {@code etc/org.iochub.quality.cfg}, which may change at any time. Safe for any number of threads.
 */
@Component(service = RulesInForce.class, configurationPid = "org.iochub.quality")
public final class RulesInForce {
    private static final Logger LOG = LoggerFactory.getLogger(RulesInForce.class);

    private record Made(List<RecordType<?>> types, Rules rules) {}

    private final RecordTypeRegistry registry;
    private final Map<String, String> shipped = shipped();
    private Map<String, String> own;
    private Optional<Made> made = Optional.empty();

    @Activate
    public RulesInForce(@Reference RecordTypeRegistry registry, Map<String, Object> properties) {
        this.registry = registry;
        this.own = own(properties);
    }

    @Modified
    void modified(Map<String, Object> properties) {
        synchronized (this) {
            own = own(properties);
            made = Optional.empty();
        }
    }

    /** Lines of the container are none of ours. */
    private static Map<String, String> own(Map<String, Object> properties) {
        Map<String, String> lines = new HashMap<>();
        properties.forEach((key, value) -> {
            boolean container = key.startsWith("service.")
                    || key.startsWith("component.")
                    || key.startsWith("felix.")
                    || key.startsWith("org.apache.")
                    || key.startsWith("osgi.")
                    || key.startsWith(".");
            if (!container) {
                lines.put(key, String.valueOf(value));
            }
        });
        return lines;
    }

    static Map<String, String> shipped() {
        Properties lines = new Properties();
        try (Reader reader = new InputStreamReader(
                RulesInForce.class.getResourceAsStream("/org/iochub/quality/quality.properties"),
                StandardCharsets.UTF_8)) {
            lines.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> map = new HashMap<>();
        lines.stringPropertyNames()
                .forEach(name -> map.put(name, lines.getProperty(name).strip()));
        return map;
    }

    synchronized Rules now() {
        List<RecordType<?>> types = registry.all();
        Made before = made.filter(one -> one.types().equals(types)).orElse(null);
        if (before == null) {
            before = new Made(List.copyOf(types), new Rules(shipped, own, types));
            before.rules().mistakes().forEach(LOG::warn);
            made = Optional.of(before);
        }
        return before.rules();
    }
}
