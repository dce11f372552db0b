package org.iochub.deploy.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.iochub.api.SourceAdapter;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.startlevel.BundleStartLevel;

/** Candidates' bundles in the framework, behind the {@link Curtain}. Used by the gate's thread only. */
final class AsideBundles {
    private static final String LOCATION = "iochub:shadow:";

    private final BundleContext context;
    private final AdapterBundles adapters;
    private final Path work;
    private final Duration patience;
    private final ServiceRegistration<?> curtain;
    private final Set<Aside> held = new LinkedHashSet<>();
    private long number;

    /** A bundle's adapters, in use by the gate until it is let go. */
    record Aside(Bundle bundle, List<ServiceReference<?>> references, List<SourceAdapter<?>> services) {}

    /** What a run of the hub before this one left in the framework's cache goes. */
    AsideBundles(BundleContext context, AdapterBundles adapters, Path work, Duration patience) {
        this.context = context;
        this.adapters = adapters;
        this.work = work;
        this.patience = patience;
        this.curtain = context.registerService(
                new String[] {FindHook.class.getName(), EventListenerHook.class.getName()},
                new Curtain(context.getBundle()),
                new Hashtable<>());
        for (Bundle bundle : context.getBundles()) {
            if (holds(bundle)) {
                adapters.uninstall(bundle);
            }
        }
    }

    /** Whether the bundle is a candidate's. */
    static boolean holds(Bundle bundle) {
        return bundle.getLocation().startsWith(LOCATION);
    }

    Aside hold(AdapterJar jar, Path content) throws Refused, IOException {
        String name = jar.symbolicName() + ".shadow" + ++number;
        Path renamed = Files.createTempFile(work, ".aside-", ".tmp");
        try {
            AsideJar.write(content, name, renamed);
            Bundle bundle = install(name, renamed);
            try {
                return start(bundle);
            } catch (Refused | RuntimeException e) {
                adapters.uninstall(bundle);
                throw e;
            }
        } finally {
            Files.deleteIfExists(renamed);
        }
    }

    private Bundle install(String name, Path content) throws Refused, IOException {
        try (InputStream in = Files.newInputStream(content)) {
            return context.installBundle(LOCATION + name, in);
        } catch (BundleException e) {
            throw failed(e);
        }
    }

    private Aside start(Bundle bundle) throws Refused {
        try {
            bundle.adapt(BundleStartLevel.class).setStartLevel(adapters.ownStartLevel());
            bundle.start(Bundle.START_TRANSIENT);
        } catch (BundleException e) {
            throw failed(e);
        }
        List<ServiceReference<?>> references = adapters.services().arrived(bundle, patience);
        List<SourceAdapter<?>> services = new ArrayList<>();
        for (ServiceReference<?> reference : references) {
            adapters.services().checked(reference);
            services.add((SourceAdapter<?>) context.getService(reference));
        }
        Aside aside = new Aside(bundle, references, List.copyOf(services));
        held.add(aside);
        return aside;
    }

    void letGo(Aside aside) {
        if (held.remove(aside)) {
            for (ServiceReference<?> reference : aside.references()) {
                context.ungetService(reference);
            }
            adapters.uninstall(aside.bundle());
        }
    }

    void close() {
        List.copyOf(held).forEach(this::letGo);
        curtain.unregister();
    }

    private static Refused failed(BundleException e) {
        String root = AdapterBundles.rootOf(e);
        return new Refused("Bundle không khởi động được: " + root + ".", "The bundle does not start: " + root + ".");
    }
}
