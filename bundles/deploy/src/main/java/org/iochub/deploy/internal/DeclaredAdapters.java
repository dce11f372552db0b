package org.iochub.deploy.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.iochub.api.SourceAdapter;
import org.iochub.core.declarative.Compiled;
import org.iochub.core.declarative.DeclaredSource;
import org.iochub.core.declarative.DefaultInstance;
import org.iochub.core.declarative.SourceCompiler;
import org.iochub.core.deploy.DeploymentPlan.Wire;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adapters out of declarative sources, as services of the gate's own bundle. Their classes are the compiler's: without
 * it none runs. Used by the gate's thread, and by whoever brings or takes the compiler.
 */
final class DeclaredAdapters implements Carrier {
    private static final Logger LOG = LoggerFactory.getLogger(DeclaredAdapters.class);

    private final BundleContext context;
    private final BroughtInstances instances;
    private final Map<String, Running> running = new ConcurrentHashMap<>();
    private volatile Optional<SourceCompiler> compiler = Optional.empty();

    private record Running(
            String file, String sha256, Optional<DefaultInstance> instance, ServiceRegistration<?> service) {}

    DeclaredAdapters(BundleContext context, BroughtInstances instances) {
        this.context = context;
        this.instances = instances;
    }

    synchronized void compiler(SourceCompiler next) {
        stopAll();
        compiler = Optional.of(next);
    }

    /** Returns when nothing of this compiler's runs any more. */
    synchronized void without(SourceCompiler gone) {
        if (compiler.filter(one -> one == gone).isPresent()) {
            stopAll();
            compiler = Optional.empty();
        }
    }

    boolean hasCompiler() {
        return compiler.isPresent();
    }

    Optional<SourceCompiler> currentCompiler() {
        return compiler;
    }

    /** What every declarative source is made with. */
    List<Wire> wires() {
        Optional<Bundle> bundle = compiler.flatMap(one -> Optional.ofNullable(FrameworkUtil.getBundle(one.getClass())));
        return List.of(new Wire(
                SourceCompiler.class.getName(), "", bundle.map(one -> one.getSymbolicName() + " " + one.getVersion())));
    }

    DeclaredSource compile(String file, byte[] yaml) throws Refused {
        SourceCompiler with = compiler.orElseThrow(DeclaredAdapters::noCompiler);
        Compiled compiled;
        try {
            compiled = with.compile(file, yaml);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            LOG.warn("The compiler failed on {}", file, e);
            throw new Refused(
                    "Bộ dịch nguồn khai báo gặp lỗi với tệp này: " + e + "; chi tiết nằm trong log.",
                    "The compiler of declarative sources failed on this file: " + e + "; the log has the details.");
        }
        if (compiled instanceof Compiled.Wrong wrong) {
            throw Mistakes.refused(file, wrong.mistakes());
        }
        return ((Compiled.Good) compiled).source();
    }

    private static Refused noCompiler() {
        return new Refused(
                "Bộ phận nguồn khai báo của hệ thống (org.iochub.declarative) chưa chạy; tệp sẽ được xét lại khi bộ phận"
                        + " này chạy.",
                "The hub's part for declarative sources (org.iochub.declarative) does not run; the file is judged again"
                        + " when it does.");
    }

    @Override
    public boolean runs(Accepted one) {
        return Optional.ofNullable(running.get(one.symbolicName()))
                .filter(now -> now.file().equals(one.file()) && now.sha256().equals(one.sha256()))
                .isPresent();
    }

    /** The old one is drained and gone before the new one comes: their ids are equal. */
    @Override
    public synchronized List<String> run(Accepted one, Path content) throws Refused, IOException {
        DeclaredSource source = compile(one.file(), Files.readAllBytes(content));
        stop(one.symbolicName());
        // Configured before the adapter comes, it starts once.
        if (source.instance().isPresent()) {
            instances.offer(one.file(), source.instance().get());
        }
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put(DeclaredSource.VERSION, source.version());
        properties.put(DeclaredSource.FILE, one.file());
        ServiceRegistration<?> service =
                context.registerService(SourceAdapter.class.getName(), source.adapter(), properties);
        running.put(one.symbolicName(), new Running(one.file(), one.sha256(), source.instance(), service));
        return List.of(source.id());
    }

    @Override
    public List<String> resume(Accepted one, Path copy) throws Refused, IOException {
        return run(one, copy);
    }

    @Override
    public synchronized void remove(Accepted one) {
        // The distribution may have one of the same id by now.
        if (Optional.ofNullable(running.get(one.symbolicName()))
                .filter(now -> now.file().equals(one.file()))
                .isPresent()) {
            stop(one.symbolicName());
        }
    }

    /** The instances that come with what runs, by file. */
    Map<String, DefaultInstance> instances() {
        Map<String, DefaultInstance> instances = new java.util.TreeMap<>();
        running.values().forEach(one -> one.instance().ifPresent(instance -> instances.put(one.file(), instance)));
        return instances;
    }

    synchronized void stopAll() {
        List.copyOf(running.keySet()).forEach(this::stop);
    }

    private void stop(String name) {
        Optional.ofNullable(running.remove(name)).ifPresent(one -> {
            try {
                one.service().unregister();
            } catch (IllegalStateException e) {
                LOG.trace("{} went with its bundle", name);
            }
        });
    }
}
