package org.iochub.deploy.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.iochub.api.SourceAdapter;
import org.iochub.core.declarative.SourceCompiler;
import org.iochub.model.Text;

/**
 * Judges candidates for a shadow as the gate judges what is dropped, and holds what they bring aside. What only stands in
 * the way of deploying one is told and does not hinder its trial. Used by the gate's thread.
 */
final class Aside {
    private final Places places;
    private final Registry registry;
    private final Gate gate;
    private final AdapterBundles bundles;
    private final AsideBundles aside;
    private final DeclaredAdapters declared;

    /**
     * @param release takes it back
     * @param compiler what a declarative source was compiled with
     */
    record Held(
            String name,
            String version,
            List<SourceAdapter<?>> adapters,
            String deployedAs,
            Optional<Text> obstacle,
            Runnable release,
            Optional<SourceCompiler> compiler) {}

    Aside(
            Places places,
            Registry registry,
            Gate gate,
            AdapterBundles bundles,
            AsideBundles aside,
            DeclaredAdapters declared) {
        this.places = places;
        this.registry = registry;
        this.gate = gate;
        this.bundles = bundles;
        this.aside = aside;
        this.declared = declared;
    }

    Held hold(String file, Path content) throws Refused, IOException {
        Path taken = Files.createTempFile(places.copies(), ".aside-", ".tmp");
        try {
            DurableFiles.copy(content, taken);
            Candidate candidate = gate.opening().open(file, taken);
            return candidate instanceof Candidate.OfBundle bundle
                    ? bundle(file, bundle)
                    : source(file, (Candidate.OfSource) candidate);
        } finally {
            Files.deleteIfExists(taken);
            Files.deleteIfExists(Opening.bundleOf(taken));
        }
    }

    private Held bundle(String file, Candidate.OfBundle candidate) throws Refused, IOException {
        bundles.probe(candidate.jar());
        AsideBundles.Aside held = aside.hold(candidate.jar(), candidate.content());
        String target = deployedAs(file, candidate);
        List<String> ids =
                held.services().stream().map(one -> one.descriptor().id()).toList();
        return new Held(
                candidate.name(),
                candidate.version().toString(),
                held.services(),
                target,
                obstacle(target, candidate, ids),
                () -> aside.letGo(held),
                Optional.empty());
    }

    private Held source(String file, Candidate.OfSource candidate) throws IOException {
        String target = deployedAs(file, candidate);
        return new Held(
                candidate.source().id(),
                candidate.version().toString(),
                List.of(candidate.source().adapter()),
                target,
                obstacle(target, candidate, candidate.adapters()),
                () -> {},
                declared.currentCompiler());
    }

    /** A file of the same kind that runs is overwritten, whatever the candidate's is called. */
    private String deployedAs(String file, Candidate candidate) {
        return registry.accepted(candidate.name())
                .map(Accepted::file)
                .filter(before ->
                        sameKind(before, file) && Files.exists(places.folder().resolve(before)))
                .orElse(file);
    }

    private static boolean sameKind(String one, String other) {
        return Opening.isSource(one)
                ? Opening.isSource(other)
                : Opening.kind(one).equals(Opening.kind(other));
    }

    private Optional<Text> obstacle(String target, Candidate candidate, List<String> ids) throws IOException {
        try {
            gate.fit().require(target, candidate);
            gate.fit().refuseTaken(candidate.name(), target, ids);
            if (candidate instanceof Candidate.OfBundle) {
                gate.fit().refuseServed(candidate.name(), ids);
            }
            return Optional.empty();
        } catch (Refused e) {
            return Optional.of(e.reason());
        }
    }
}
