package org.iochub.deploy.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.iochub.core.deploy.Deployment;
import org.iochub.model.Text;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Judges files and keeps what was accepted running. Used by one thread; {@link #list()} by any. */
final class Gate {
    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

    private final Places places;
    private final Registry registry;
    private final AdapterBundles bundles;
    private final Clock clock;

    /** A file as it was taken for judging: nobody else changes it. */
    private record Taken(String file, Look look, Path content, String sha256) {}

    /** What a judged file brought. */
    private record Outcome(Text reason, List<String> adapters, AdapterJar jar) {}

    Gate(Places places, Registry registry, AdapterBundles bundles, Clock clock) {
        this.places = places;
        this.registry = registry;
        this.bundles = bundles;
        this.clock = clock;
    }

    List<Deployment> list() {
        return registry.list(clock.instant()).stream()
                .map(Verdict::toDeployment)
                .toList();
    }

    /** Brings the framework to what was accepted, whatever its cache holds; leaves alone what runs. */
    void reconcile() throws IOException {
        bundles.sweep(
                places.folder(),
                registry.accepted().stream().map(Accepted::symbolicName).collect(Collectors.toSet()));
        for (Accepted one : registry.accepted()) {
            if (!runsAsAccepted(one)) {
                bringBack(one);
            }
        }
        dropStrayCopies();
    }

    private boolean runsAsAccepted(Accepted one) {
        return !one.changing() && bundles.runs(one.symbolicName());
    }

    private void bringBack(Accepted one) throws IOException {
        try {
            if (bundles.foreign(one.symbolicName()).isPresent()) {
                LOG.warn(
                        "Adapter bundle {} is part of the distribution now; the dropped one rests", one.symbolicName());
                return;
            }
            boolean installed = bundles.find(one.symbolicName())
                    .map(Bundle::getVersion)
                    .filter(one.osgiVersion()::equals)
                    .isPresent();
            if (installed && !one.changing()) {
                bundles.start(one.symbolicName());
            } else {
                bundles.run(one.symbolicName(), places.copies().resolve(one.copy()));
            }
            registry.put(one.changing(false));
            LOG.info("Adapter bundle {} {} runs again", one.symbolicName(), one.version());
        } catch (Refused e) {
            LOG.error(
                    "Adapter bundle {} {} was accepted but does not run: {}",
                    one.symbolicName(),
                    one.version(),
                    e.reason());
        }
    }

    /** Judges a file that is whole. Never throws for what is wrong with the file. */
    Verdict judge(String file) throws IOException {
        Path dropped = places.folder().resolve(file);
        Look look = Look.at(dropped);
        Path work = places.work(file);
        String sha256 = "";
        Optional<AdapterJar> jar = Optional.empty();
        try {
            try (InputStream in = Files.newInputStream(dropped)) {
                sha256 = DurableFiles.take(in, work, Archive.MAX_FILE);
            } catch (java.nio.file.AccessDeniedException e) {
                throw new Refused(
                        "Không có quyền đọc tệp; hãy cho tài khoản của hệ thống quyền đọc.",
                        "The file cannot be read; let the hub's account read it.");
            }
            Optional<Verdict> same = unchanged(file, look, sha256);
            if (same.isPresent()) {
                registry.put(same.get());
                return same.get();
            }
            Taken taken = new Taken(file, look, work, sha256);
            Opened opened = open(taken);
            jar = Optional.of(opened.jar());
            Outcome outcome = admit(taken, opened);
            return say(taken, true, outcome.reason(), outcome.adapters(), jar);
        } catch (Refused e) {
            return say(new Taken(file, look, work, sha256), false, e.reason(), List.of(), jar);
        } finally {
            Files.deleteIfExists(work);
            Files.deleteIfExists(bundleOf(work));
        }
    }

    /** The same bytes as what runs change nothing; touching a refused file asks for a new verdict. */
    private Optional<Verdict> unchanged(String file, Look look, String sha256) {
        return registry.verdict(file)
                .filter(before -> before.accepted() && before.sha256().equals(sha256))
                .filter(before -> registry.broughtBy(file).stream().anyMatch(this::runsAsAccepted))
                .map(before -> before.seenAs(look));
    }

    /** An adapter's bundle, by itself or out of a KAR. */
    private record Opened(AdapterJar jar, Path bundle, Kar kar) {}

    private Opened open(Taken taken) throws Refused, IOException {
        String name = taken.file().toLowerCase(Locale.ROOT);
        String kind = name.substring(Math.max(0, name.lastIndexOf('.')));
        switch (kind) {
            case ".jar":
                return new Opened(AdapterJar.read(taken.content()), taken.content(), new Kar(java.util.Map.of()));
            case ".kar":
                Path bundle = bundleOf(taken.content());
                Kar kar = Kar.read(taken.content(), bundle);
                return new Opened(AdapterJar.read(bundle), bundle, kar);
            case ".yaml", ".yml":
                throw new Refused(
                        "Phiên bản này chưa hỗ trợ nguồn khai báo (YAML); hãy dùng bundle bộ kết nối (.jar).",
                        "Declarative sources are not supported by this version; use an adapter bundle (.jar).");
            default:
                throw new Refused(
                        "Không nhận loại tệp «" + kind + "»; thư mục này nhận bộ kết nối .jar và .kar.",
                        "Files of type «" + kind + "» are not taken; this folder takes adapters as .jar and .kar.");
        }
    }

    private static Path bundleOf(Path work) {
        return work.resolveSibling(work.getFileName() + ".bundle");
    }

    private Outcome admit(Taken taken, Opened opened) throws Refused, IOException {
        AdapterJar jar = opened.jar();
        Optional<Accepted> before = registry.accepted(jar.symbolicName());
        if (before.isPresent()) {
            refuseSecondFile(taken.file(), before.get());
            refuseOlder(jar, before.get());
        }
        refuseDistributions(jar);
        bundles.refuseWiderRefresh(jar.symbolicName());
        bundles.probe(jar);
        String sha256 = opened.bundle().equals(taken.content()) ? taken.sha256() : DurableFiles.digest(opened.bundle());
        String copy = jar.symbolicName() + "/" + jar.version() + "-" + sha256.substring(0, 12) + ".jar";
        DurableFiles.copy(opened.bundle(), places.copies().resolve(copy));
        List<String> adapters = runOrRollBack(jar.symbolicName(), copy, before);
        registry.put(new Accepted(
                jar.symbolicName(), jar.version().toString(), taken.file(), sha256, copy, adapters, false));
        removeOthersOf(taken.file(), jar.symbolicName());
        dropStrayCopies();
        writeConfiguration(opened.kar());
        return new Outcome(accepted(jar, before, adapters), adapters, jar);
    }

    private static Text accepted(AdapterJar jar, Optional<Accepted> before, List<String> adapters) {
        String names = String.join(", ", adapters);
        return before.map(old -> Text.of(
                        "Đã cập nhật từ " + old.version() + " lên " + jar.version() + "; bộ kết nối: " + names + ".",
                        "Updated from " + old.version() + " to " + jar.version() + "; adapters: " + names + "."))
                .orElseGet(() -> Text.of(
                        "Đã cài phiên bản " + jar.version() + "; bộ kết nối: " + names + ".",
                        "Installed version " + jar.version() + "; adapters: " + names + "."));
    }

    private List<String> runOrRollBack(String symbolicName, String copy, Optional<Accepted> before)
            throws Refused, IOException {
        if (before.isPresent()) {
            registry.put(before.get().changing(true));
        }
        try {
            return bundles.run(symbolicName, places.copies().resolve(copy));
        } catch (Refused e) {
            if (before.isEmpty()) {
                bundles.remove(symbolicName);
                dropStrayCopies();
                throw e;
            }
            throw rolledBack(before.get(), e);
        }
    }

    private Refused rolledBack(Accepted before, Refused why) throws IOException {
        try {
            bundles.run(before.symbolicName(), places.copies().resolve(before.copy()));
            registry.put(before.changing(false));
            dropStrayCopies();
            return why.and(
                    "Phiên bản " + before.version() + " tiếp tục chạy.", "Version " + before.version() + " goes on.");
        } catch (Refused e) {
            LOG.error("Adapter bundle {} could not be set back to {}", before.symbolicName(), before.version(), e);
            return why.and(
                    "Chưa quay lại được phiên bản " + before.version() + ": "
                            + e.reason().vi(),
                    "Version " + before.version() + " could not be brought back yet: "
                            + e.reason().en());
        }
    }

    private void refuseSecondFile(String file, Accepted before) throws Refused {
        if (!before.file().equals(file) && Files.exists(places.folder().resolve(before.file()))) {
            throw new Refused(
                    "Bundle " + before.symbolicName() + " đã được cài từ tệp «" + before.file()
                            + "»; hãy chép đè lên tệp đó, hoặc xóa nó trước.",
                    "The bundle " + before.symbolicName() + " was installed from the file «" + before.file()
                            + "»; overwrite that file, or remove it first.");
        }
    }

    private static void refuseOlder(AdapterJar jar, Accepted before) throws Refused {
        if (jar.version().compareTo(before.osgiVersion()) < 0) {
            throw new Refused(
                    "Phiên bản " + jar.version() + " cũ hơn phiên bản đang chạy " + before.version()
                            + "; muốn quay lại bản cũ, hãy xóa tệp đang dùng rồi mới chép bản cũ vào.",
                    "Version " + jar.version() + " is older than the running " + before.version()
                            + "; to go back, remove the file in use first, then drop the older one.");
        }
    }

    private void refuseDistributions(AdapterJar jar) throws Refused {
        Optional<Bundle> foreign = bundles.foreign(jar.symbolicName());
        if (foreign.isPresent()) {
            throw new Refused(
                    "Bundle " + jar.symbolicName() + " " + foreign.get().getVersion()
                            + " thuộc bản cài đặt; hãy cập nhật bản cài đặt hoặc đổi Bundle-SymbolicName.",
                    "The bundle " + jar.symbolicName() + " " + foreign.get().getVersion()
                            + " is part of the distribution; update the distribution, or change Bundle-SymbolicName.");
        }
    }

    /** A dropped file is gone: so are its adapters. */
    void removed(String file) throws IOException {
        removeOthersOf(file, "");
        registry.gone(file, clock.instant());
        dropStrayCopies();
    }

    /** Removes what a file brought before under another name. */
    private void removeOthersOf(String file, String kept) throws IOException {
        for (Accepted one : registry.broughtBy(file)) {
            if (!one.symbolicName().equals(kept)) {
                bundles.remove(one.symbolicName());
                registry.forget(one);
                LOG.info("Adapter bundle {} {} is removed", one.symbolicName(), one.version());
            }
        }
    }

    private Verdict say(Taken taken, boolean accepted, Text reason, List<String> adapters, Optional<AdapterJar> jar)
            throws IOException {
        Optional<Accepted> running = jar.flatMap(one -> registry.accepted(one.symbolicName()))
                .or(() -> registry.broughtBy(taken.file()).stream().findFirst());
        Verdict verdict = new Verdict(
                taken.file(),
                taken.look(),
                clock.instant(),
                accepted,
                reason.vi(),
                reason.en(),
                adapters,
                jar.map(AdapterJar::symbolicName),
                jar.map(one -> one.version().toString()),
                running.map(Accepted::version),
                taken.sha256());
        registry.put(verdict);
        if (accepted) {
            LOG.info("{}: accepted. {}", taken.file(), reason);
        } else {
            LOG.warn("{}: refused. {}", taken.file(), reason);
        }
        return verdict;
    }

    /** Configuration a KAR brings is a start, not an order: what is there stays. */
    private void writeConfiguration(Kar kar) throws IOException {
        for (var entry : kar.configuration().entrySet()) {
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
            for (Path copy :
                    all.filter(path -> path.toString().endsWith(".jar")).toList()) {
                if (!kept.contains(copy)) {
                    Files.deleteIfExists(copy);
                }
            }
        }
    }
}
