package org.iochub.core.config.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Dictionary;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ManagedServiceFactory;

/** Hands the files of one factory PID on as they come, change and go. */
public final class FactoryConfigs implements ManagedServiceFactory {
    private final String factoryPid;
    private final Function<String, Optional<Dictionary<String, Object>>> current;
    private final Consumer<ConfigFile> updated;
    private final Consumer<String> deleted;
    private final Map<String, String> namesByPid = new ConcurrentHashMap<>();

    public FactoryConfigs(
            String factoryPid, ConfigurationAdmin admin, Consumer<ConfigFile> updated, Consumer<String> deleted) {
        this(factoryPid, pid -> current(admin, factoryPid, pid), updated, deleted);
    }

    /** @param current the properties that the configuration of a PID has now, if there is one */
    FactoryConfigs(
            String factoryPid,
            Function<String, Optional<Dictionary<String, Object>>> current,
            Consumer<ConfigFile> updated,
            Consumer<String> deleted) {
        this.factoryPid = factoryPid;
        this.current = current;
        this.updated = updated;
        this.deleted = deleted;
    }

    @Override
    public String getName() {
        return factoryPid;
    }

    @Override
    public void updated(String pid, Dictionary<String, ?> properties) {
        ConfigFile file = ConfigFile.of(factoryPid, pid, properties);
        namesByPid.put(pid, file.name());
        updated.accept(file);
    }

    @Override
    public void deleted(String pid) {
        // The container says that a configuration went after it says that its successor of the same PID came,
        // whenever the successor is made in answer to the deletion.
        Optional<Dictionary<String, Object>> successor = current.apply(pid);
        if (successor.isPresent()) {
            updated(pid, successor.get());
            return;
        }
        String name = namesByPid.remove(pid);
        // Another configuration of that name may have taken over before this one went.
        if (name != null && !namesByPid.containsValue(name)) {
            deleted.accept(name);
        }
    }

    private static Optional<Dictionary<String, Object>> current(
            ConfigurationAdmin admin, String factoryPid, String pid) {
        try {
            // ConfigurationAdmin answers null for «none».
            return Optional.ofNullable(admin.listConfigurations("(service.factoryPid=" + factoryPid + ")")).stream()
                    .flatMap(Arrays::stream)
                    .flatMap(one -> properties(one, pid).stream())
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Dictionary<String, Object>> properties(Configuration one, String pid) {
        try {
            return one.getPid().equals(pid) ? Optional.ofNullable(one.getProperties()) : Optional.empty();
        } catch (IllegalStateException e) {
            return Optional.empty(); // deleted meanwhile: its own deletion follows
        }
    }
}
