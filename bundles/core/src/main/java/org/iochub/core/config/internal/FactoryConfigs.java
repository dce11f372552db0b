package org.iochub.core.config.internal;

import java.util.Dictionary;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.osgi.service.cm.ManagedServiceFactory;

/** Hands the files of one factory PID on as they come, change and go. */
public final class FactoryConfigs implements ManagedServiceFactory {
    private final String factoryPid;
    private final Consumer<ConfigFile> updated;
    private final Consumer<String> deleted;
    private final Map<String, String> namesByPid = new ConcurrentHashMap<>();

    public FactoryConfigs(String factoryPid, Consumer<ConfigFile> updated, Consumer<String> deleted) {
        this.factoryPid = factoryPid;
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
        String name = namesByPid.remove(pid);
        // Another configuration of that name may have taken over before this one went.
        if (name != null && !namesByPid.containsValue(name)) {
            deleted.accept(name);
        }
    }
}
