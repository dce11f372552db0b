package org.iochub.core.tenant.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.iochub.core.config.internal.ConfigFile;
import org.iochub.core.config.internal.FactoryConfigs;
import org.iochub.core.tenant.Tenant;
import org.iochub.core.tenant.Tenants;
import org.iochub.model.Text;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ManagedServiceFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The authorities as {@code org.iochub.tenant-<id>.cfg} describes them. */
@Component(service = {Tenants.class, ConfiguredTenants.class})
public final class ConfiguredTenants implements Tenants {
    private static final Logger LOG = LoggerFactory.getLogger(ConfiguredTenants.class);
    private static final String PID = "org.iochub.tenant";
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Map<String, Tenant> tenants = new ConcurrentHashMap<>();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private final ServiceRegistration<ManagedServiceFactory> registration;

    @Activate
    public ConfiguredTenants(BundleContext bundle, @Reference ConfigurationAdmin configurations) {
        this.registration = bundle.registerService(
                ManagedServiceFactory.class,
                new FactoryConfigs(PID, configurations, this::put, this::remove),
                new java.util.Hashtable<>(Map.of(Constants.SERVICE_PID, PID)));
    }

    @Deactivate
    void stop() {
        registration.unregister();
    }

    /** Calls back whenever an authority came, changed or went. */
    public void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    public void unwatch(Runnable watcher) {
        watchers.remove(watcher);
    }

    @Override
    public List<Tenant> list() {
        return tenants.values().stream()
                .sorted(Comparator.comparing(Tenant::id))
                .toList();
    }

    @Override
    public Optional<Tenant> get(String id) {
        return Optional.ofNullable(tenants.get(id));
    }

    private void put(ConfigFile file) {
        try {
            tenants.put(file.name(), tenant(file));
        } catch (DateTimeParseException | java.time.zone.ZoneRulesException e) {
            LOG.warn("{}: {}; the authority is as it was before", file.file(), e.getMessage());
        }
        watchers.forEach(Runnable::run);
    }

    private void remove(String id) {
        tenants.remove(id);
        watchers.forEach(Runnable::run);
    }

    static Tenant tenant(ConfigFile file) {
        Map<String, String> values = file.values();
        Map<String, String> contacts = new TreeMap<>();
        values.forEach((key, value) -> {
            if (key.startsWith("contact.")) {
                contacts.put(key.substring("contact.".length()), value);
            }
        });
        String vi = values.getOrDefault("name.vi", file.name());
        return new Tenant(
                file.name(),
                Text.of(vi, values.getOrDefault("name.en", vi)),
                list(values, "areas"),
                text(values, "validFrom").map(LocalDate::parse),
                text(values, "validTo").map(LocalDate::parse),
                text(values, "successor"),
                Map.copyOf(contacts),
                list(values, "dutyRoster"),
                text(values, "zone").map(ZoneId::of).orElse(VIETNAM));
    }

    private static Optional<String> text(Map<String, String> values, String key) {
        return Optional.ofNullable(values.get(key)).map(String::strip).filter(s -> !s.isEmpty());
    }

    private static List<String> list(Map<String, String> values, String key) {
        return text(values, key).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }
}
