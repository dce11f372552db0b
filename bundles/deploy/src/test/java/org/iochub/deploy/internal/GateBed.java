package org.iochub.deploy.internal;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.felix.framework.FrameworkFactory;
import org.iochub.api.SourceAdapter;
import org.iochub.core.declarative.DeclaredSource;
import org.iochub.core.declarative.SourceCompiler;
import org.iochub.core.deploy.Deployment;
import org.iochub.core.hub.Hub;
import org.iochub.core.source.SourceStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.service.cm.ConfigurationAdmin;

/** A gate in a real framework with a real component runtime and real configurations. */
abstract class GateBed {
    private static final String EXPORTED = String.join(
            ",",
            "org.iochub.api;version=1.0",
            "org.iochub.model;version=1.0",
            "org.iochub.model.record;version=1.0",
            "org.apache.camel;version=4.14",
            "org.apache.camel.builder;version=4.14",
            "org.osgi.service.component;version=1.5.1",
            "org.osgi.service.component.runtime;version=1.5.1",
            "org.osgi.service.component.runtime.dto;version=1.5.1",
            "org.osgi.service.cm;version=1.6.1",
            "org.osgi.util.promise;version=1.3",
            "org.osgi.util.function;version=1.2");

    @TempDir
    Path data;

    private List<String> later = List.of();
    Framework framework;
    Places places;
    Registry registry;
    Gate gate;
    DeclaredAdapters declared;
    BroughtInstances instances;
    Plans plans;
    DeployFolder folder;
    final List<SourceStatus> statuses = new CopyOnWriteArrayList<>();
    final List<String> events = new CopyOnWriteArrayList<>();

    @BeforeEach
    void boot() throws Exception {
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        data.resolve("cache").toString(),
                        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                        String.join(",", EXPORTED, String.join(",", later)).replaceAll(",$", ""),
                        "felix.log.level",
                        "1"));
        framework.start();
        BundleContext context = framework.getBundleContext();
        install(context, "configadmin", "org.apache.felix.cm.impl.ConfigurationManager");
        install(context, "scr", "org.apache.felix.scr.impl.Activator");
        context.addBundleListener(event -> {
            if (event.getType() == org.osgi.framework.BundleEvent.STARTED
                    || event.getType() == org.osgi.framework.BundleEvent.STOPPED) {
                events.add(event.getBundle().getSymbolicName()
                        + (event.getType() == org.osgi.framework.BundleEvent.STARTED ? " started" : " stopped"));
            }
        });
        places = Places.under(data, data.resolve("installation"));
        registry = new Registry(places.registry());
        registry.load();
        Clock clock = Clock.systemUTC();
        AdapterBundles bundles = new AdapterBundles(context, Duration.ofSeconds(2));
        instances = new BroughtInstances(configurations(), places.etc());
        declared = new DeclaredAdapters(context, instances);
        gate = new Gate(places, registry, bundles, declared, instances, clock);
        plans = new Plans(places, registry, gate, bundles, declared, instances, () -> statuses);
        folder = new DeployFolder(places.folder(), registry, gate, clock);
        compiler().ifPresent(declared::compiler);
        gate.reconcile(true);
    }

    /** What compiles declarative sources in this test. */
    Optional<SourceCompiler> compiler() {
        return Optional.empty();
    }

    ConfigurationAdmin configurations() {
        BundleContext context = framework.getBundleContext();
        return context.getService(context.getServiceReference(ConfigurationAdmin.class));
    }

    private static void install(BundleContext context, String name, String className) throws Exception {
        if (context.getBundle(name) == null) {
            try (var in = Files.newInputStream(jarOf(className))) {
                context.installBundle(name, in).start();
            }
        }
    }

    @AfterEach
    void shutDown() throws Exception {
        framework.stop();
        framework.waitForStop(10_000);
    }

    /** Another version of the hub, which has these packages too; its bundle cache is new. */
    void upgradedWith(String... packages) throws Exception {
        shutDown();
        deleteAll(data.resolve("cache"));
        later = List.of(packages);
        boot();
    }

    void restart() throws Exception {
        shutDown();
        boot();
    }

    static Path jarOf(String className) throws ClassNotFoundException, URISyntaxException {
        URI location = Class.forName(className, false, GateTest.class.getClassLoader())
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI();
        return Path.of(location);
    }

    static TestJar a(String version) {
        return TestJar.adapter("org.example.a", version, "a");
    }

    /** Two looks: the first sees the file, the second finds it unchanged. */
    Deployment drop(String name, TestJar jar) throws IOException {
        jar.in(places.folder(), name);
        return verdict(name);
    }

    Deployment drop(String name, String text) throws IOException {
        Files.writeString(places.folder().resolve(name), text);
        return verdict(name);
    }

    Deployment verdict(String name) throws IOException {
        folder.look();
        folder.look();
        return gate.list().stream()
                .filter(one -> one.file().equals(name))
                .findFirst()
                .orElseThrow();
    }

    List<String> running() throws Exception {
        List<String> ids = new ArrayList<>();
        BundleContext context = framework.getBundleContext();
        for (ServiceReference<?> reference : context.getServiceReferences(SourceAdapter.class, null)) {
            Object version = Optional.ofNullable(reference.getProperty(DeclaredSource.VERSION))
                    .orElse(reference.getBundle().getVersion());
            ids.add(((SourceAdapter<?>) context.getService(reference))
                            .descriptor()
                            .id() + " " + version);
            context.ungetService(reference);
        }
        ids.sort(null);
        return ids;
    }

    Hub hub() {
        return new Hub() {
            @Override
            public String id() {
                return "test";
            }

            @Override
            public URI publicUrl() {
                return URI.create("http://127.0.0.1:8181");
            }

            @Override
            public Path data() {
                return data;
            }
        };
    }

    static void deleteAll(Path root) throws IOException {
        try (var all = Files.walk(root)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
