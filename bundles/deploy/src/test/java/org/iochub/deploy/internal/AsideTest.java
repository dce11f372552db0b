package org.iochub.deploy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.iochub.core.declarative.SourceCompiler;
import org.iochub.model.Text;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** Candidates held aside, in a real framework with a real component runtime. */
class AsideTest extends GateBed {
    private AsideBundles bundles;

    @Override
    Optional<SourceCompiler> compiler() {
        return Optional.of(new LineCompiler());
    }

    private Aside aside() {
        AdapterBundles adapters = new AdapterBundles(framework.getBundleContext(), Duration.ofSeconds(2));
        bundles = new AsideBundles(framework.getBundleContext(), adapters, places.copies(), Duration.ofSeconds(2));
        return new Aside(places, registry, gate, adapters, bundles, declared);
    }

    /** Somebody who is neither the gate nor the framework. */
    private BundleContext somebody() {
        return framework.getBundleContext().getBundle("configadmin").getBundleContext();
    }

    private int seenBySomebody() throws Exception {
        return Optional.ofNullable(somebody().getAllServiceReferences(AdapterJar.ADAPTER, null))
                .map(all -> all.length)
                .orElse(0);
    }

    private List<String> bundlesInFramework() {
        return Arrays.stream(framework.getBundleContext().getBundles())
                .map(Bundle::getLocation)
                .sorted()
                .toList();
    }

    @Test
    void aCandidateOfTheVeryVersionThatRunsStandsBesideItAndNobodySeesIt() throws Exception {
        drop("a.jar", a("1.0.0"));
        List<String> before = bundlesInFramework();
        Aside aside = aside();
        List<String> heard = new CopyOnWriteArrayList<>();
        somebody().addServiceListener(event -> heard.add(event.toString()), "(objectClass=" + AdapterJar.ADAPTER + ")");
        events.clear();

        Aside.Held held = aside.hold("a-next.jar", a("1.0.0").in(data, "a-next.jar"));
        assertThat(held.adapters()).hasSize(1);
        assertThat(held.adapters().get(0).descriptor().id()).isEqualTo("a");
        assertThat(held.version()).isEqualTo("1.0.0");
        assertThat(held.deployedAs()).as("the file that runs is overwritten").isEqualTo("a.jar");
        assertThat(held.obstacle()).isEmpty();
        assertThat(seenBySomebody()).isEqualTo(1);
        assertThat(bundlesInFramework()).hasSize(before.size() + 1);
        assertThat(drop("a.jar", a("1.1.0")).accepted())
                .as("the live one is updated as ever")
                .isTrue();
        assertThat(heard).as("of the live one's update only").hasSize(2);
        assertThat(events).doesNotContain("org.example.a.shadow1 stopped");

        held.release().run();
        assertThat(bundlesInFramework()).isEqualTo(before);
        assertThat(seenBySomebody()).isEqualTo(1);
        assertThat(leftFiles()).isEmpty();
    }

    @Test
    void whatTheGateWouldRefuseIsRefusedAndNothingIsLeft() throws Exception {
        drop("a.jar", a("1.0.0"));
        List<String> before = bundlesInFramework();
        Aside aside = aside();
        assertThat(refusal(aside, a("1.1.0").header("Import-Package", "org.iochub.model.absent")))
                .contains("org.iochub.model.absent (no bundle has it)");
        assertThat(refusal(aside, a("1.1.0").like("fails=yes"))).contains("made to fail");
        assertThat(refusal(aside, a("1.1.0").neverSatisfied())).contains("After 2 seconds");
        assertThat(refusal(aside, a("1.1.0").header("Export-Package", "x"))).contains("exports nothing");
        assertThat(bundlesInFramework()).isEqualTo(before);
        assertThat(leftFiles()).isEmpty();
    }

    @Test
    void whatStandsInTheWayOfDeployingItIsToldAndHindersNoTrial() throws Exception {
        drop("a.jar", a("2.0.0"));
        Aside.Held older = aside().hold("a.jar", a("1.0.0").in(data, "a.jar"));
        assertThat(older.obstacle().map(Text::en).orElseThrow()).contains("is older than the running 2.0.0");
        assertThat(older.adapters()).hasSize(1);
    }

    @Test
    void aDeclarativeCandidateIsCompiledAndRegisteredNowhere() throws Exception {
        drop("s.yaml", LineCompiler.source("s", "1.0.0"));
        Path next = Files.writeString(data.resolve("s-next.yaml"), LineCompiler.source("s", "1.1.0"));
        Aside.Held held = aside().hold("s-next.yaml", next);
        assertThat(held.name()).isEqualTo("s");
        assertThat(held.version()).isEqualTo("1.1.0");
        assertThat(held.deployedAs()).isEqualTo("s.yaml");
        assertThat(held.obstacle()).isEmpty();
        assertThat(running()).containsExactly("s 1.0.0");
        Path wrong = Files.writeString(data.resolve("wrong.yaml"), "nonsense");
        assertThatThrownBy(() -> aside().hold("wrong.yaml", wrong)).isInstanceOf(Refused.class);
    }

    @Test
    void whatTheHubLeftInTheFrameworkWhenItWasKilledGoesAtTheNextStart() throws Exception {
        Aside aside = aside();
        aside.hold("a.jar", a("1.0.0").in(data, "a.jar"));
        restart();
        assertThat(bundlesInFramework()).anyMatch(location -> location.startsWith("iochub:shadow:"));
        aside();
        assertThat(bundlesInFramework()).noneMatch(location -> location.startsWith("iochub:shadow:"));
    }

    private String refusal(Aside aside, TestJar jar) throws Exception {
        Path file = jar.in(data, "a.jar");
        try {
            aside.hold("a.jar", file);
        } catch (Refused e) {
            return e.reason().en();
        }
        throw new AssertionError("it was not refused");
    }

    private List<Path> leftFiles() throws Exception {
        try (var all = Files.list(places.copies())) {
            return all.filter(path -> path.getFileName().toString().startsWith(".aside"))
                    .toList();
        }
    }
}
