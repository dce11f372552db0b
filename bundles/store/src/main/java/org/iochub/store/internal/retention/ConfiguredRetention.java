package org.iochub.store.internal.retention;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code etc/org.iochub.retention.cfg}: a line {@code type = days} for each type that is not kept for ever. */
@Component(service = RetentionRules.class, configurationPid = "org.iochub.retention")
public final class ConfiguredRetention implements RetentionRules {
    private static final Logger LOG = LoggerFactory.getLogger(ConfiguredRetention.class);
    private static final String TYPE = "[a-z][a-z0-9-]*";
    private static final int MOST_DAYS = 36_500;

    private volatile Map<String, Duration> byType = Map.of();

    @Activate
    @Modified
    void configure(Map<String, Object> properties) {
        byType = read(properties);
    }

    @Override
    public Map<String, Duration> byType() {
        return byType;
    }

    /** What cannot be understood removes nothing. */
    static Map<String, Duration> read(Map<String, Object> properties) {
        Map<String, Duration> rules = new TreeMap<>();
        properties.forEach((name, value) -> {
            String days = String.valueOf(value).strip();
            // The container's own keys have dots.
            if (!name.matches(TYPE)) {
                return;
            }
            if (days.matches("[1-9][0-9]{0,4}") && Integer.parseInt(days) <= MOST_DAYS) {
                rules.put(name, Duration.ofDays(Integer.parseInt(days)));
            } else {
                LOG.warn(
                        "org.iochub.retention.cfg: «{} = {}» is not a number of days from 1 to {}; {} is kept for ever",
                        name,
                        days,
                        MOST_DAYS,
                        name);
            }
        });
        return Map.copyOf(rules);
    }
}
