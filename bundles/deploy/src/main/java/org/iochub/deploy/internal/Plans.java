package org.iochub.deploy.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.iochub.core.deploy.DeploymentPlan;
import org.iochub.core.source.SourceState;
import org.iochub.core.source.SourceStatus;
import org.iochub.model.Text;

/** Says what would become of a file. Used by the gate's thread; leaves everything as it is. */
final class Plans {
    private static final String CONFIGURATION = BroughtInstances.FACTORY + "-";

    private final Registry registry;
    private final Gate gate;
    private final AdapterBundles bundles;
    private final DeclaredAdapters declared;
    private final BroughtInstances instances;
    private final Supplier<List<SourceStatus>> statuses;
    private final Path etc;

    Plans(
            Places places,
            Registry registry,
            Gate gate,
            AdapterBundles bundles,
            DeclaredAdapters declared,
            BroughtInstances instances,
            Supplier<List<SourceStatus>> statuses) {
        this.etc = places.etc();
        this.registry = registry;
        this.gate = gate;
        this.bundles = bundles;
        this.declared = declared;
        this.instances = instances;
        this.statuses = statuses;
    }

    DeploymentPlan plan(String file, Path content, String sha256) throws IOException {
        try {
            return plan(file, gate.opening().open(file, content), sha256);
        } catch (Refused e) {
            return new DeploymentPlan(
                    file,
                    Opening.kind(file),
                    "",
                    List.of(),
                    registry.broughtBy(file).stream().map(Accepted::version).findFirst(),
                    Optional.empty(),
                    false,
                    e.reason(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of());
        } finally {
            Files.deleteIfExists(Opening.bundleOf(content));
        }
    }

    private DeploymentPlan plan(String file, Candidate candidate, String sha256) throws Refused, IOException {
        Optional<Accepted> before = registry.accepted(candidate.name());
        Glimpse glimpse = glimpse(candidate);
        List<String> adapters =
                glimpse.adapters().isEmpty() ? before.map(Accepted::adapters).orElse(List.of()) : glimpse.adapters();
        Optional<Text> refusal = refusal(file, candidate, adapters);
        boolean same = before.filter(gate::runsAsAccepted)
                .filter(one -> one.file().equals(file))
                .flatMap(one -> registry.verdict(file))
                .filter(verdict -> verdict.accepted() && verdict.sha256().equals(sha256))
                .isPresent();
        Effects effects = refusal.isPresent() || same ? Effects.NONE : effects(file, candidate, before, adapters);
        boolean refreshes = refusal.isEmpty() && !same && candidate instanceof Candidate.OfBundle;
        return new DeploymentPlan(
                file,
                Opening.kind(file),
                plainName(candidate),
                adapters,
                before.filter(gate::runsAsAccepted).map(Accepted::version),
                Optional.of(candidate.version().toString()),
                refusal.isEmpty(),
                refusal.orElseGet(() -> same ? unchanged() : would(candidate, before, adapters)),
                List.copyOf(effects.starts()),
                List.copyOf(effects.stops()),
                List.copyOf(effects.restarts()),
                glimpse.wires(),
                refreshes ? bundles.refreshedBy(candidate.name()) : List.of());
    }

    private static String plainName(Candidate candidate) {
        return candidate instanceof Candidate.OfSource source ? source.source().id() : candidate.name();
    }

    private Glimpse glimpse(Candidate candidate) throws Refused, IOException {
        if (candidate instanceof Candidate.OfBundle bundle) {
            return bundles.glimpse(bundle.jar(), bundle.content());
        }
        return new Glimpse(declared.wires(), candidate.adapters());
    }

    private Optional<Text> refusal(String file, Candidate candidate, List<String> adapters) throws IOException {
        try {
            gate.fit().require(file, candidate);
            gate.fit().refuseTaken(candidate.name(), file, adapters);
            if (candidate instanceof Candidate.OfBundle bundle) {
                gate.fit().refuseServed(bundle.name(), adapters);
            }
            return Optional.empty();
        } catch (Refused e) {
            return Optional.of(e.reason());
        }
    }

    private static Text unchanged() {
        return Text.of(
                "Tệp giống hệt tệp đang chạy; không có gì thay đổi.",
                "The file is the same as the one that runs; nothing changes.");
    }

    private static Text would(Candidate candidate, Optional<Accepted> before, List<String> adapters) {
        Text ids = adapters.isEmpty()
                ? Text.of("chỉ biết khi chạy", "known once it runs")
                : Text.of(String.join(", ", adapters), String.join(", ", adapters));
        return before.map(old -> Text.of(
                        "Sẽ cập nhật từ " + old.version() + " lên " + candidate.version() + "; bộ kết nối: " + ids.vi()
                                + ".",
                        "Would update from " + old.version() + " to " + candidate.version() + "; adapters: " + ids.en()
                                + "."))
                .orElseGet(() -> Text.of(
                        "Sẽ cài phiên bản " + candidate.version() + "; bộ kết nối: " + ids.vi() + ".",
                        "Would install version " + candidate.version() + "; adapters: " + ids.en() + "."));
    }

    private record Effects(Set<String> starts, Set<String> stops, Set<String> restarts) {
        private static final Effects NONE = new Effects(Set.of(), Set.of(), Set.of());
    }

    private Effects effects(String file, Candidate candidate, Optional<Accepted> before, List<String> adapters)
            throws IOException {
        List<String> leaving = new ArrayList<>();
        registry.broughtBy(file).forEach(one -> leaving.addAll(one.adapters()));
        before.ifPresent(one -> leaving.addAll(one.adapters()));
        Effects effects = new Effects(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        for (SourceStatus one : statuses.get()) {
            boolean comes = adapters.contains(one.adapter());
            boolean runs = hasRoutes(one);
            if (runs && leaving.contains(one.adapter())) {
                (comes ? effects.restarts() : effects.stops()).add(one.id());
            } else if (comes && one.state() == SourceState.WAITING) {
                effects.starts().add(one.id());
            }
        }
        brought(file, candidate, effects);
        return effects;
    }

    /** Instances that come with the file, and one that came with the file before and does not any more. */
    private void brought(String file, Candidate candidate, Effects effects) throws IOException {
        List<String> known = statuses.get().stream().map(SourceStatus::id).toList();
        candidate.configuration().keySet().stream()
                .filter(name -> name.startsWith(CONFIGURATION) && !Files.exists(etc.resolve(name)))
                .map(name -> name.substring(CONFIGURATION.length(), name.length() - ".cfg".length()))
                .filter(id -> !known.contains(id))
                .forEach(effects.starts()::add);
        if (candidate instanceof Candidate.OfSource source) {
            Optional<String> comes = source.instance().filter(id -> !instances.hasFile(id));
            comes.filter(id -> !known.contains(id)).ifPresent(effects.starts()::add);
            for (String old : instances.of(file)) {
                if (comes.filter(old::equals).isEmpty()) {
                    effects.restarts().remove(old);
                    effects.stops().add(old);
                }
            }
        }
    }

    private static boolean hasRoutes(SourceStatus one) {
        return switch (one.state()) {
            case STARTING, RUNNING, FAILING -> true;
            // An instance that cannot reach its source runs; one that lacks its adapter does not.
            case WAITING -> one.detail().equals("unreachable");
            case MISCONFIGURED, STOPPED -> false;
        };
    }
}
