package org.iochub.deploy.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.iochub.model.Text;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * The adapters' bundles in the framework. Each keeps one location for life, so that an update is an update; none starts
 * by itself with the framework, since the gate starts what it accepted. Used by the gate's thread only.
 */
final class AdapterBundles implements Carrier {
    private static final String LOCATION = "iochub:adapter:";
    private static final long REFRESH_SECONDS = 30;

    private final BundleContext context;
    private final AdapterServices services;
    private final Duration patience;

    AdapterBundles(BundleContext context, Duration patience) {
        this.context = context;
        this.services = new AdapterServices(context);
        this.patience = patience;
    }

    AdapterServices services() {
        return services;
    }

    Optional<Bundle> find(String symbolicName) {
        return Optional.ofNullable(context.getBundle(LOCATION + symbolicName));
    }

    @Override
    public boolean runs(Accepted one) {
        return find(one.symbolicName())
                .filter(bundle -> bundle.getState() == Bundle.ACTIVE)
                .isPresent();
    }

    /** A bundle of this name that the gate did not install: part of the distribution. */
    Optional<Bundle> foreign(String symbolicName) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> symbolicName.equals(bundle.getSymbolicName()))
                .filter(bundle -> !bundle.getLocation().startsWith(LOCATION))
                .findFirst();
    }

    /** Removes what another installer took from the folder, and what the cache has of adapters nobody accepted. */
    void sweep(Path folder, Set<String> accepted) {
        for (Bundle bundle : context.getBundles()) {
            boolean dropped = takenFrom(folder, bundle.getLocation());
            boolean unknown = bundle.getLocation().startsWith(LOCATION)
                    && !accepted.contains(bundle.getLocation().substring(LOCATION.length()));
            if (dropped || unknown) {
                uninstall(bundle);
            }
        }
    }

    private static boolean takenFrom(Path folder, String location) {
        String path = folder.toUri().getPath();
        return location.startsWith("file:" + path) || location.startsWith("file://" + path);
    }

    /** Tries what the framework's resolver says, without touching the adapter that may be running. */
    void probe(AdapterJar jar) throws Refused, IOException {
        Bundle probe = null;
        try (InputStream content = ProbeJar.of(jar)) {
            probe = context.installBundle(LOCATION + jar.symbolicName() + ":probe", content);
            if (!wiring().resolveBundles(Set.of(probe))) {
                throw unresolved(probe);
            }
        } catch (BundleException e) {
            throw new Refused(
                    "Khung OSGi không nhận META-INF/MANIFEST.MF: " + e.getMessage() + ".",
                    "The OSGi framework does not take META-INF/MANIFEST.MF: " + e.getMessage() + ".");
        } finally {
            if (probe != null) {
                uninstall(probe);
            }
        }
    }

    /** What a bundle would be wired to and which adapters it has, as far as that shows without running it. */
    Glimpse glimpse(AdapterJar jar, Path file) throws Refused, IOException {
        Bundle probe = null;
        try (InputStream content = ProbeJar.withClasses(jar, file)) {
            probe = context.installBundle(LOCATION + jar.symbolicName() + ":probe", content);
            boolean resolved = wiring().resolveBundles(Set.of(probe));
            return new Glimpse(
                    Wiring.of(probe), resolved ? Glimpse.adapters(probe, jar.adapterClasses(file)) : List.of());
        } catch (BundleException e) {
            return new Glimpse(List.of(), List.of());
        } finally {
            if (probe != null) {
                uninstall(probe);
            }
        }
    }

    /** What an update of this bundle would refresh. */
    List<String> refreshedBy(String symbolicName) {
        Set<Bundle> own = find(symbolicName).map(Set::of).orElse(Set.of());
        return wiring().getDependencyClosure(own).stream()
                .map(Bundle::getSymbolicName)
                .sorted()
                .toList();
    }

    private Refused unresolved(Bundle probe) {
        List<Text> missing = Needs.missing(context, probe);
        if (missing.isEmpty()) {
            return new Refused(
                    "Các gói cần dùng đều có nhưng không khớp với nhau: " + resolverSays(probe)
                            + "; hãy dịch lại với đúng phiên bản API của hệ thống.",
                    "All packages it needs are there but do not fit together: " + resolverSays(probe)
                            + "; build it against the hub's own API versions.");
        }
        return new Refused(
                "Hệ thống không có thứ bộ kết nối cần: "
                        + missing.stream().map(Text::vi).collect(Collectors.joining("; "))
                        + ". Hãy nhúng thư viện vào bundle hoặc dịch lại với phiên bản hệ thống đang có.",
                "The hub does not have what the adapter needs: "
                        + missing.stream().map(Text::en).collect(Collectors.joining("; "))
                        + ". Embed the library, or build against the version the hub has.");
    }

    private static String resolverSays(Bundle probe) {
        try {
            probe.start(Bundle.START_TRANSIENT);
            return "";
        } catch (BundleException e) {
            return e.getMessage();
        }
    }

    @Override
    public List<String> run(Accepted one, Path content) throws Refused, IOException {
        return run(one.symbolicName(), content);
    }

    List<String> run(String symbolicName, Path content) throws Refused, IOException {
        try {
            Bundle bundle = put(symbolicName, content);
            bundle.adapt(BundleStartLevel.class).setStartLevel(ownStartLevel());
            bundle.start(Bundle.START_TRANSIENT);
            return services.await(bundle, patience);
        } catch (BundleException e) {
            throw new Refused(
                    "Bundle không khởi động được: " + rootOf(e) + ".", "The bundle does not start: " + rootOf(e) + ".");
        }
    }

    private Bundle put(String symbolicName, Path content) throws BundleException, IOException {
        Optional<Bundle> before = find(symbolicName);
        try (InputStream in = Files.newInputStream(content)) {
            if (before.isEmpty()) {
                return context.installBundle(LOCATION + symbolicName, in);
            }
            Bundle bundle = before.get();
            bundle.stop(Bundle.STOP_TRANSIENT);
            bundle.update(in);
            refresh(bundle);
            return bundle;
        }
    }

    /** Starts what is installed as it is; installs anew what the framework has lost or what was left half done. */
    @Override
    public List<String> resume(Accepted one, Path copy) throws Refused, IOException {
        AdapterJar jar = AdapterJar.read(copy);
        refuseDistributions(jar);
        Optional<Bundle> installed = find(one.symbolicName())
                .filter(bundle -> bundle.getVersion().equals(one.osgiVersion()) && !one.changing());
        try {
            if (installed.isEmpty()) {
                return run(one.symbolicName(), copy);
            }
            installed.get().start(Bundle.START_TRANSIENT);
            return services.await(installed.get(), patience);
        } catch (Refused | BundleException e) {
            // The resolver's own words help nobody: the dry run says what is missing.
            probe(jar);
            throw e instanceof Refused refused
                    ? refused
                    : new Refused(
                            "Bundle không khởi động được: " + rootOf(e) + ".",
                            "The bundle does not start: " + rootOf(e) + ".");
        }
    }

    @Override
    public void remove(Accepted one) {
        remove(one.symbolicName());
    }

    void remove(String symbolicName) {
        find(symbolicName).ifPresent(this::uninstall);
    }

    void refuseDistributions(AdapterJar jar) throws Refused {
        Optional<Bundle> foreign = foreign(jar.symbolicName());
        if (foreign.isPresent()) {
            throw new Refused(
                    "Bundle " + jar.symbolicName() + " " + foreign.get().getVersion()
                            + " thuộc bản cài đặt; hãy cập nhật bản cài đặt hoặc đổi Bundle-SymbolicName.",
                    "The bundle " + jar.symbolicName() + " " + foreign.get().getVersion()
                            + " is part of the distribution; update the distribution, or change Bundle-SymbolicName.");
        }
    }

    /** Whoever else would be refreshed would be stopped and started: then the update must not be. */
    void refuseWiderRefresh(String symbolicName) throws Refused {
        Set<Bundle> own = find(symbolicName).map(Set::of).orElse(Set.of());
        String others = wiring().getDependencyClosure(own).stream()
                .filter(other -> !own.contains(other))
                .map(Bundle::getSymbolicName)
                .sorted()
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            throw new Refused(
                    "Cập nhật sẽ khởi động lại các bundle khác: " + others + "; hãy bỏ phần phụ thuộc vào bộ kết nối.",
                    "The update would restart other bundles: " + others + "; they must not depend on an adapter.");
        }
    }

    private void refresh(Bundle bundle) {
        CountDownLatch done = new CountDownLatch(1);
        wiring().refreshBundles(Set.of(bundle), event -> done.countDown());
        try {
            done.await(REFRESH_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void uninstall(Bundle bundle) {
        try {
            bundle.uninstall();
            // Nobody depends on it, so this frees its classes and nothing else.
            if (wiring().getDependencyClosure(Set.of(bundle)).size() <= 1) {
                refresh(bundle);
            }
        } catch (BundleException | IllegalStateException e) {
            throw new IllegalStateException("bundle " + bundle + " cannot be uninstalled", e);
        }
    }

    /** Adapters start with the gate, not before it and not after. */
    int ownStartLevel() {
        return Math.max(1, context.getBundle().adapt(BundleStartLevel.class).getStartLevel());
    }

    private FrameworkWiring wiring() {
        return context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
    }

    static String rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root == failure ? failure.getMessage() : root.getClass().getSimpleName() + ": " + root.getMessage();
    }
}
