package org.iochub.deploy.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.iochub.core.deploy.Deployment;
import org.iochub.model.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Judges files and keeps what was accepted running. Used by one thread; {@link #list()} by any. */
final class Gate {
    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

    private final Places places;
    private final Registry registry;
    private final AdapterBundles bundles;
    private final DeclaredAdapters declared;
    private final BroughtInstances instances;
    private final Opening opening;
    private final Fit fit;
    private final ShippedSources shipped;
    private final Comeback comeback;
    private final Clock clock;

    /** A file as it was taken for judging: nobody else changes it. */
    private record Taken(String file, Look look, Path content, String sha256) {}

    Gate(
            Places places,
            Registry registry,
            AdapterBundles bundles,
            DeclaredAdapters declared,
            BroughtInstances instances,
            Clock clock) {
        this.places = places;
        this.registry = registry;
        this.bundles = bundles;
        this.declared = declared;
        this.instances = instances;
        this.opening = new Opening(declared);
        this.fit = new Fit(places, registry, bundles, instances);
        this.shipped = new ShippedSources(places.shipped(), declared, opening, fit, clock);
        this.comeback = new Comeback(places, registry, opening, fit, this::carrier, clock);
        this.clock = clock;
    }

    private Carrier carrier(Accepted one) {
        return one.declared() ? declared : bundles;
    }

    Opening opening() {
        return opening;
    }

    Fit fit() {
        return fit;
    }

    List<Deployment> list() {
        List<Deployment> all = new ArrayList<>(shipped.list());
        registry.list(clock.instant()).stream().map(Verdict::toDeployment).forEach(all::add);
        return all;
    }

    /** Whether there are declarative sources that ought to run. */
    boolean hasSources() {
        return shipped.present() || registry.accepted().stream().anyMatch(Accepted::declared);
    }

    /**
     * Brings the framework to what was accepted, whatever its cache holds; leaves alone what runs.
     *
     * @param booted whether the distribution's own adapters and the compiler are there, if they come at all: before that
     *     no declarative source is started
     */
    void reconcile(boolean booted) throws IOException {
        bundles.sweep(
                places.folder(),
                registry.accepted().stream().map(Accepted::symbolicName).collect(Collectors.toSet()));
        if (booted) {
            shipped.start();
        }
        for (Accepted one : registry.accepted()) {
            if ((booted || !one.declared()) && !runsAsAccepted(one)) {
                comeback.bringBack(one);
            }
        }
        if (booted) {
            settleInstances();
        }
        dropStrayCopies();
    }

    /** Makes the instances that files brought what those files say. */
    void settleInstances() throws IOException {
        Set<String> known = new HashSet<>(shipped.files());
        registry.accepted().stream()
                .filter(Accepted::declared)
                .map(Accepted::file)
                .forEach(known::add);
        instances.settle(declared.instances(), known);
    }

    boolean runsAsAccepted(Accepted one) {
        return !one.changing() && carrier(one).runs(one);
    }

    /** Judges a file that is whole. Never throws for what is wrong with the file. */
    Verdict judge(String file) throws IOException {
        Path dropped = places.folder().resolve(file);
        Look look = Look.at(dropped);
        Path work = places.work(file);
        String sha256 = "";
        Optional<Candidate> candidate = Optional.empty();
        try {
            sha256 = take(dropped, work);
            Optional<Verdict> same = unchanged(file, look, sha256);
            if (same.isPresent()) {
                registry.put(same.get());
                return same.get();
            }
            Taken taken = new Taken(file, look, work, sha256);
            candidate = Optional.of(opening.open(file, work));
            Admitted in = admit(taken, candidate.get());
            return say(taken, Optional.of(in.one().adapters()), in.reason(), candidate);
        } catch (Refused e) {
            return say(new Taken(file, look, work, sha256), Optional.empty(), e.reason(), candidate);
        } finally {
            Files.deleteIfExists(work);
            Files.deleteIfExists(Opening.bundleOf(work));
        }
    }

    private static String take(Path dropped, Path work) throws Refused, IOException {
        try (InputStream in = Files.newInputStream(dropped)) {
            return DurableFiles.take(in, work, Archive.MAX_FILE);
        } catch (java.nio.file.AccessDeniedException e) {
            throw new Refused(
                    "Không có quyền đọc tệp; hãy cho tài khoản của hệ thống quyền đọc.",
                    "The file cannot be read; let the hub's account read it.");
        }
    }

    /** The same bytes as what runs change nothing; touching a refused file asks for a new verdict. */
    private Optional<Verdict> unchanged(String file, Look look, String sha256) {
        return registry.verdict(file)
                .filter(before -> before.accepted() && before.sha256().equals(sha256))
                .filter(before -> registry.broughtBy(file).stream().anyMatch(this::runsAsAccepted))
                .map(before -> before.seenAs(look));
    }

    private record Admitted(Accepted one, Text reason) {}

    private Admitted admit(Taken taken, Candidate candidate) throws Refused, IOException {
        fit.require(taken.file(), candidate);
        Optional<Accepted> before = registry.accepted(candidate.name());
        String sha256 =
                candidate.content().equals(taken.content()) ? taken.sha256() : DurableFiles.digest(candidate.content());
        String copy = candidate.copy(sha256);
        DurableFiles.copy(candidate.content(), places.copies().resolve(copy));
        Accepted next = new Accepted(
                candidate.name(),
                candidate.version().toString(),
                taken.file(),
                sha256,
                copy,
                candidate.adapters(),
                false);
        Accepted in = runOrRollBack(next, before);
        registry.put(in);
        removeOthersOf(taken.file(), in.symbolicName());
        dropStrayCopies();
        writeConfiguration(candidate);
        settleInstances();
        return new Admitted(in, brings(in, before));
    }

    private Text brings(Accepted in, Optional<Accepted> before) throws IOException {
        String adapters = String.join(", ", in.adapters());
        String with = in.declared() ? String.join(", ", instances.of(in.file())) : "";
        Text rest = Text.of(
                "bộ kết nối: " + adapters + (with.isEmpty() ? "" : "; nguồn kèm theo: " + with) + ".",
                "adapters: " + adapters + (with.isEmpty() ? "" : "; brought along: the instance " + with) + ".");
        return before.map(old -> Text.of(
                        "Đã cập nhật từ " + old.version() + " lên " + in.version() + "; " + rest.vi(),
                        "Updated from " + old.version() + " to " + in.version() + "; " + rest.en()))
                .orElseGet(() -> Text.of(
                        "Đã cài phiên bản " + in.version() + "; " + rest.vi(),
                        "Installed version " + in.version() + "; " + rest.en()));
    }

    private Accepted runOrRollBack(Accepted next, Optional<Accepted> before) throws Refused, IOException {
        if (before.isPresent()) {
            registry.put(before.get().changing(true));
        }
        try {
            List<String> adapters = carrier(next).run(next, places.copies().resolve(next.copy()));
            fit.refuseTaken(next.symbolicName(), next.file(), adapters);
            return next.bringing(adapters);
        } catch (Refused e) {
            if (before.isEmpty()) {
                carrier(next).remove(next);
                dropStrayCopies();
                throw e;
            }
            throw rolledBack(before.get(), e);
        }
    }

    private Refused rolledBack(Accepted before, Refused why) throws IOException {
        try {
            carrier(before).run(before, places.copies().resolve(before.copy()));
            registry.put(before.changing(false));
            dropStrayCopies();
            return why.and(
                    "Phiên bản " + before.version() + " tiếp tục chạy.", "Version " + before.version() + " goes on.");
        } catch (Refused e) {
            LOG.error("Adapter {} could not be set back to {}", before.plainName(), before.version(), e);
            return why.and(
                    "Chưa quay lại được phiên bản " + before.version() + ": "
                            + e.reason().vi(),
                    "Version " + before.version() + " could not be brought back yet: "
                            + e.reason().en());
        }
    }

    /** A dropped file is gone: so are its adapters. */
    void removed(String file) throws IOException {
        removeOthersOf(file, "");
        registry.gone(file, clock.instant());
        settleInstances();
        dropStrayCopies();
    }

    /** Removes what a file brought before under another name. */
    private void removeOthersOf(String file, String kept) throws IOException {
        for (Accepted one : registry.broughtBy(file)) {
            if (!one.symbolicName().equals(kept)) {
                carrier(one).remove(one);
                registry.forget(one);
                LOG.info("Adapter {} {} is removed", one.plainName(), one.version());
            }
        }
    }

    /**
     * @param brought ids of the adapters; empty when the file is refused
     */
    private Verdict say(Taken taken, Optional<List<String>> brought, Text reason, Optional<Candidate> candidate)
            throws IOException {
        Optional<Accepted> running = candidate
                .flatMap(one -> registry.accepted(one.name()))
                .or(() -> registry.broughtBy(taken.file()).stream().findFirst())
                .filter(this::runsAsAccepted);
        Verdict verdict = new Verdict(
                taken.file(),
                taken.look(),
                clock.instant(),
                brought.isPresent(),
                reason.vi(),
                reason.en(),
                brought.or(() -> candidate.map(Candidate::adapters)).orElse(List.of()),
                candidate.map(Candidate::name),
                candidate.map(one -> one.version().toString()),
                running.map(Accepted::version),
                taken.sha256(),
                false);
        registry.put(verdict);
        String line = Refused.line(reason);
        if (brought.isPresent()) {
            LOG.info("{}: accepted. {}", taken.file(), line);
        } else {
            LOG.warn("{}: refused. {}", taken.file(), line);
        }
        return verdict;
    }

    /** Configuration a KAR brings is a start, not an order: what is there stays. */
    private void writeConfiguration(Candidate candidate) throws IOException {
        for (var entry : candidate.configuration().entrySet()) {
            Path target = places.etc().resolve(entry.getKey());
            if (!Files.exists(target)) {
                DurableFiles.write(target, entry.getValue());
            }
        }
    }

    private void dropStrayCopies() throws IOException {
        Set<Path> kept = registry.accepted().stream()
                .map(one -> places.copies().resolve(one.copy()))
                .collect(Collectors.toSet());
        try (Stream<Path> all = Files.walk(places.copies(), 2)) {
            for (Path copy : all.filter(Gate::isCopy).toList()) {
                if (!kept.contains(copy)) {
                    Files.deleteIfExists(copy);
                }
            }
        }
    }

    private static boolean isCopy(Path path) {
        return path.toString().endsWith(".jar") || path.toString().endsWith(".yaml");
    }
}
