package org.iochub.core.config.internal;

import java.util.Collections;
import java.util.Dictionary;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.iochub.core.declarative.DefaultInstance;

/**
 * One file {@code <factory pid>-<name>.cfg} of {@code etc/}, or what a declarative source's file brings in its stead.
 *
 * @param name what stands between the factory PID and {@code .cfg}
 * @param file the file's name
 * @param values its keys, those of the container left out
 */
public record ConfigFile(String name, String file, Map<String, String> values) {
    /**
     * Reads what ConfigurationAdmin hands over.
     *
     * @param factoryPid such as {@code org.iochub.source}
     * @param pid of the one configuration: {@code <factory pid>~<name>} where the container names it
     */
    public static ConfigFile of(String factoryPid, String pid, Dictionary<String, ?> properties) {
        Map<String, String> values = new TreeMap<>();
        Collections.list(properties.keys()).stream()
                .filter(key -> !key.startsWith("service.") && !key.startsWith("felix."))
                .filter(key -> !key.equals(DefaultInstance.BROUGHT_BY))
                .forEach(key -> values.put(key, String.valueOf(properties.get(key))));
        Optional<String> file = Optional.ofNullable(properties.get("felix.fileinstall.filename"))
                .map(Object::toString)
                .map(path -> path.substring(path.lastIndexOf('/') + 1));
        String name = file.filter(f -> f.startsWith(factoryPid + "-"))
                .map(f -> f.substring(factoryPid.length() + 1).replaceFirst("\\.(cfg|config|cfg\\.json)$", ""))
                .orElseGet(() -> afterSeparator(factoryPid, pid));
        String shown = file.or(() -> Optional.ofNullable(properties.get(DefaultInstance.BROUGHT_BY))
                        .map(Object::toString))
                .orElse(factoryPid + "-" + name + ".cfg");
        return new ConfigFile(name, shown, Map.copyOf(values));
    }

    private static String afterSeparator(String factoryPid, String pid) {
        return pid.startsWith(factoryPid) && pid.length() > factoryPid.length() + 1
                ? pid.substring(factoryPid.length() + 1)
                : pid;
    }
}
