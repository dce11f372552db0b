package org.iochub.quality.internal;

import java.io.IOException;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationEvent;
import org.osgi.service.cm.ConfigurationListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives every configured authority its instance {@code quality-<tenant>}, as a configuration with no file behind it. An
 * operator's own {@code org.iochub.source-quality-<tenant>.cfg} has the same PID and takes it over.
 */
@Component(service = ConfigurationListener.class, immediate = true)
public final class BuiltInInstances implements ConfigurationListener {
    private static final Logger LOG = LoggerFactory.getLogger(BuiltInInstances.class);
    private static final String SOURCE = "org.iochub.source";
    private static final String TENANT = "org.iochub.tenant";

    private final ConfigurationAdmin admin;

    @Activate
    public BuiltInInstances(@Reference ConfigurationAdmin admin) {
        this.admin = admin;
        settle();
    }

    @Override
    public void configurationEvent(ConfigurationEvent event) {
        boolean ours = event.getFactoryPid() != null
                && (event.getFactoryPid().equals(TENANT)
                        || event.getFactoryPid().equals(SOURCE)
                                && event.getPid().startsWith(SOURCE + "~quality-"));
        if (ours) {
            settle();
        }
    }

    private synchronized void settle() {
        try {
            Set<String> tenants = new TreeSet<>(ids(TENANT).keySet());
            Map<String, Configuration> there = ids(SOURCE);
            for (String tenant : tenants) {
                String id = QualityAdapter.ID + "-" + tenant;
                if (!there.containsKey(id)) {
                    Configuration made = admin.getFactoryConfiguration(SOURCE, id, "?");
                    made.update(new Hashtable<>(Map.of("adapter", QualityAdapter.ID, "tenant", tenant)));
                    LOG.info("The authority {} gets its figures of data quality from the instance {}", tenant, id);
                }
            }
            for (var instance : there.entrySet()) {
                if (builtIn(instance.getValue())
                        .filter(tenant -> !tenants.contains(tenant))
                        .isPresent()) {
                    instance.getValue().delete();
                }
            }
        } catch (IOException | InvalidSyntaxException e) {
            LOG.warn("The figures of data quality have no instance for each authority", e);
        } catch (IllegalStateException e) {
            LOG.debug("A configuration was deleted meanwhile: its deletion brings us here again", e);
        }
    }

    private Map<String, Configuration> ids(String factory) throws IOException, InvalidSyntaxException {
        return Optional.ofNullable(admin.listConfigurations("(service.factoryPid=" + factory + ")")).stream()
                .flatMap(Arrays::stream)
                .filter(one -> one.getPid().length() > factory.length() + 1)
                .collect(
                        Collectors.toMap(one -> one.getPid().substring(factory.length() + 1), one -> one, (a, b) -> a));
    }

    /** The authority of an instance that was made here. */
    private static Optional<String> builtIn(Configuration configuration) {
        var properties = configuration.getProperties();
        if (properties == null
                || !QualityAdapter.ID.equals(properties.get("adapter"))
                || properties.get("felix.fileinstall.filename") != null) {
            return Optional.empty();
        }
        return Optional.of(String.valueOf(properties.get("tenant")));
    }
}
