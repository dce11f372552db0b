package org.iochub.feed.internal.access;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.iochub.core.access.AccessKeys;
import org.iochub.core.access.Grants;
import org.iochub.core.hub.Hub;
import org.iochub.core.hub.KeyFile;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees to it that there is a key with the admin grant: the configured one, or one made at the first start. */
@Component(service = AdminKey.class, immediate = true, configurationPid = "org.iochub.hub")
public final class AdminKey {
    private static final Logger LOG = LoggerFactory.getLogger(AdminKey.class);
    private static final int SHORTEST = 16;

    private final AccessKeys keys;
    private final String value;
    private final ScheduledExecutorService retries =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "hub-admin-key"));

    /** The one setting of {@code org.iochub.hub.cfg} this needs. */
    public @interface Config {
        String adminKey() default "";
    }

    @Activate
    public AdminKey(Config config, @Reference AccessKeys keys, @Reference Hub hub) {
        this.keys = keys;
        this.value = config.adminKey().isBlank()
                ? KeyFile.read(hub.data().resolve("keys").resolve("admin.key"))
                : config.adminKey().strip();
        if (value.length() < SHORTEST) {
            LOG.warn("The configured admin key has fewer than {} characters: choose a longer one", SHORTEST);
        }
        retries.execute(this::ensure);
    }

    /** The store may be on its way up: tried until it is there. */
    private void ensure() {
        try {
            keys.ensure("admin", value, Grants.administrator());
            retries.shutdown();
        } catch (RuntimeException e) {
            // The store says itself, once, why it is not up.
            LOG.debug("The admin key could not be stored yet: {}", e.getMessage());
            if (!retries.isShutdown()) {
                retries.schedule(this::ensure, 2, TimeUnit.SECONDS);
            }
        }
    }

    @Deactivate
    public void stop() {
        retries.shutdownNow();
    }
}
