package org.iochub.deploy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.iochub.core.deploy.Deployment;
import org.iochub.model.FaultException;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** The gate and adapters' bundles. */
class GateTest extends GateBed {
    @Test
    void anAdapterIsInstalledUpdatedAndRemovedAndItsNeighbourNeverNotices() throws Exception {
        Deployment first = drop("a.jar", a("1.0.0"));
        assertThat(first.accepted()).as(first.reason().en()).isTrue();
        assertThat(first.adapters()).containsExactly("a");
        assertThat(first.sha256()).hasSize(64);
        drop("b.jar", TestJar.adapter("org.example.b", "1.0.0", "b"));
        assertThat(running()).containsExactly("a 1.0.0", "b 1.0.0");
        events.clear();

        Deployment second = drop("a.jar", a("1.1.0"));
        assertThat(second.accepted()).as(second.reason().en()).isTrue();
        assertThat(second.running()).contains("1.1.0");
        assertThat(second.reason().vi()).contains("từ 1.0.0 lên 1.1.0");
        assertThat(running()).containsExactly("a 1.1.0", "b 1.0.0");

        Files.delete(places.folder().resolve("a.jar"));
        folder.look();
        folder.look();
        assertThat(running()).containsExactly("b 1.0.0");
        assertThat(gate.list()).extracting(Deployment::file).containsExactly("b.jar");
        assertThat(events).allMatch(event -> event.startsWith("org.example.a"));
    }

    @Test
    void aRefusedUpdateLeavesTheRunningVersionUntouched() throws Exception {
        drop("a.jar", a("1.0.0"));
        events.clear();
        Deployment refused = drop("a.jar", a("1.1.0").header("Import-Package", "org.iochub.model.absent"));
        assertThat(refused.accepted()).isFalse();
        assertThat(refused.reason().en()).contains("package org.iochub.model.absent (no bundle has it)");
        assertThat(refused.version()).contains("1.1.0");
        assertThat(refused.running()).contains("1.0.0");
        assertThat(running()).containsExactly("a 1.0.0");
        assertThat(events).isEmpty();

        restart();
        assertThat(running()).containsExactly("a 1.0.0");
        assertThat(verdict("a.jar").accepted()).isFalse();
        assertThat(running()).containsExactly("a 1.0.0");
    }

    @Test
    void anUpdateThatDoesNotComeUpIsRolledBack() throws Exception {
        drop("a.jar", a("1.0.0"));
        Deployment failing = drop("a.jar", a("1.1.0").like("fails=yes"));
        assertThat(failing.accepted()).isFalse();
        assertThat(failing.reason().en())
                .contains("java.lang.IllegalStateException: made to fail")
                .contains("Version 1.0.0 goes on");
        assertThat(running()).containsExactly("a 1.0.0");

        Deployment silent = drop("a.jar", a("1.2.0").neverSatisfied());
        assertThat(silent.reason().en())
                .contains("After 2 seconds")
                .contains("waits for java.util.concurrent.Callable")
                .contains("Version 1.0.0 goes on");
        Deployment untitled = drop("a.jar", a("1.3.0").like("title="));
        assertThat(untitled.reason().vi()).contains("tiếng Anh").contains("1.0.0 tiếp tục chạy");
        assertThat(running()).containsExactly("a 1.0.0");
        assertThat(gate.list()).hasSize(3).allMatch(one -> !one.accepted());
        try (var copies = Files.list(places.copies().resolve("org.example.a"))) {
            assertThat(copies).hasSize(1);
        }

        Deployment mended = drop("a.jar", a("1.4.0"));
        assertThat(mended.accepted()).isTrue();
        assertThat(running()).containsExactly("a 1.4.0");
    }

    @Test
    void whatDoesNotFitWhatRunsIsRefused() throws Exception {
        drop("a.jar", a("1.1.0"));
        assertThat(drop("a2.jar", a("1.2.0")).reason().en()).contains("installed from the file «a.jar»");
        assertThat(drop("a.jar", a("1.0.0")).reason().en()).contains("older than the running 1.1.0");
        assertThat(drop("c.jar", TestJar.adapter("org.example.c", "1.0.0", "a"))
                        .reason()
                        .en())
                .contains("belongs to bundle org.example.a");
        assertThat(drop("scr.jar", TestJar.adapter("org.apache.felix.scr", "9.0.0", "s"))
                        .reason()
                        .en())
                .contains("part of the distribution");
        assertThat(drop(
                                "d.jar",
                                TestJar.adapter("org.example.d", "1.0.0", "d")
                                        .header("Import-Package", "org.iochub.api;version=\"[2,3)\""))
                        .reason()
                        .vi())
                .contains("hệ thống có phiên bản 1.0.0");
        assertThat(drop("x.txt", TestJar.empty()).reason().en()).contains("«.txt» are not taken");
        assertThat(running()).containsExactly("a 1.1.0");
    }

    @Test
    void aSecondFileTakesOverWhenTheFirstIsGone() throws Exception {
        drop("a-1.0.jar", a("1.0.0"));
        assertThat(drop("a-1.1.jar", a("1.1.0")).accepted()).isFalse();
        Files.delete(places.folder().resolve("a-1.0.jar"));
        assertThat(verdict("a-1.1.jar").accepted()).isTrue();
        assertThat(running()).containsExactly("a 1.1.0");

        // Replaced in one go: an update, not a removal.
        Files.delete(places.folder().resolve("a-1.1.jar"));
        Deployment renamed = drop("a-1.2.jar", a("1.2.0"));
        assertThat(renamed.reason().en()).contains("Updated from 1.1.0 to 1.2.0");
        folder.look();
        assertThat(running()).containsExactly("a 1.2.0");
    }

    @Test
    void anotherBundleInTheSameFileReplacesTheFirst() throws Exception {
        drop("x.jar", a("1.0.0"));
        assertThat(drop("x.jar", TestJar.adapter("org.example.b", "1.0.0", "b")).accepted())
                .isTrue();
        assertThat(running()).containsExactly("b 1.0.0");
    }

    @Test
    void acceptedAdaptersComeBackAfterARestartAndAWipedCache() throws Exception {
        drop("a.jar", a("1.0.0"));
        Instant judged = verdict("a.jar").at();
        restart();
        assertThat(running()).containsExactly("a 1.0.0");
        shutDown();
        deleteAll(data.resolve("cache"));
        boot();
        assertThat(running()).containsExactly("a 1.0.0");
        assertThat(verdict("a.jar").at()).isEqualTo(judged);
    }

    @Test
    void whatWasRefusedIsAskedAnewAtTheNextStartUnlessSomethingRunsInItsStead() throws Exception {
        Deployment first = drop(
                "d.jar",
                TestJar.adapter("org.example.d", "1.0.0", "d").header("Import-Package", "org.iochub.model.absent"));
        drop("a.jar", a("1.0.0"));
        Deployment update = drop("a.jar", a("1.1.0").like("fails=yes"));
        restart();
        assertThat(verdict("d.jar").at()).isAfter(first.at());
        assertThat(verdict("a.jar")).isEqualTo(update);
        assertThat(gate.list()).extracting(Deployment::file).containsExactly("a.jar", "d.jar");
        assertThat(running()).containsExactly("a 1.0.0");
    }

    @Test
    void whatAnotherHubAcceptedAndThisOneCannotRunIsReportedAndKeptAndOthersRun() throws Exception {
        drop(
                "a.jar",
                a("1.0.0")
                        .header(
                                "Import-Package",
                                "org.iochub.api,org.iochub.model,org.iochub.model.record,"
                                        + "org.apache.camel,org.apache.camel.builder,javax.hub.later"));
        assertThat(running()).as("not without the package").isEmpty();
        upgradedWith("javax.hub.later");
        assertThat(verdict("a.jar").accepted()).isTrue();
        drop("b.jar", TestJar.adapter("org.example.b", "1.0.0", "b"));
        assertThat(running()).containsExactly("a 1.0.0", "b 1.0.0");

        // The next version of the hub does not have it any more.
        upgradedWith();
        assertThat(running()).containsExactly("b 1.0.0");
        Deployment rests = verdict("a.jar");
        assertThat(rests.accepted()).isFalse();
        assertThat(rests.running()).isEmpty();
        assertThat(rests.reason().en()).contains("javax.hub.later");
        assertThat(registry.accepted("org.example.a")).isPresent();
        assertThat(places.copies().resolve("org.example.a")).isNotEmptyDirectory();

        upgradedWith("javax.hub.later");
        assertThat(running()).containsExactly("a 1.0.0", "b 1.0.0");
        assertThat(verdict("a.jar").accepted()).isTrue();
        assertThat(verdict("a.jar").running()).contains("1.0.0");
    }

    @Test
    void aDamagedCopyIsReportedAndKeepsNobodyElseBack() throws Exception {
        drop("a.jar", a("1.0.0"));
        drop("b.jar", TestJar.adapter("org.example.b", "1.0.0", "b"));
        Accepted one = registry.accepted("org.example.a").orElseThrow();
        Files.write(places.copies().resolve(one.copy()), new byte[] {1, 2, 3});
        restart();
        assertThat(running()).containsExactly("b 1.0.0");
        // The dropped file is whole, and judged anew because nothing runs in its stead.
        restart();
        assertThat(verdict("a.jar").accepted()).isTrue();
        assertThat(running()).containsExactly("a 1.0.0", "b 1.0.0");
    }

    @Test
    void anUpdateCutShortIsSetBack() throws Exception {
        drop("a.jar", a("1.0.0"));
        Accepted one = registry.accepted("org.example.a").orElseThrow();
        // As if the process died between the update and its acceptance.
        registry.put(one.changing(true));
        Path half = a("1.1.0").in(data, "half.jar");
        new AdapterBundles(framework.getBundleContext(), Duration.ofSeconds(2)).run("org.example.a", half);
        restart();
        assertThat(running()).containsExactly("a 1.0.0");
        assertThat(registry.accepted("org.example.a").orElseThrow().changing()).isFalse();
    }

    @Test
    void whatAnotherInstallerTookFromTheFolderIsReplacedNotDoubled() throws Exception {
        Path file = a("1.0.0").in(places.folder(), "a.jar");
        framework.getBundleContext().installBundle(file.toUri().toString()).start();
        gate.reconcile(true);
        assertThat(verdict("a.jar").accepted()).isTrue();
        assertThat(running()).containsExactly("a 1.0.0");
        assertThat(Arrays.stream(framework.getBundleContext().getBundles()).map(Bundle::getSymbolicName))
                .containsOnlyOnce("org.example.a");
    }

    @Test
    void anUnreadableRegistryIsPutAside() throws Exception {
        drop("a.jar", a("1.0.0"));
        Files.writeString(places.registry(), "{");
        restart();
        assertThat(verdict("a.jar").accepted()).isTrue();
        assertThat(running()).containsExactly("a 1.0.0");
    }

    @Test
    void aFileStillBeingWrittenIsNotJudged() throws Exception {
        byte[] whole = a("1.0.0").toBytes();
        Path file = places.folder().resolve("a.jar");
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        folder.look();
        folder.look();
        folder.look();
        assertThat(gate.list()).isEmpty();
        Files.write(file, whole);
        assertThat(verdict("a.jar").accepted()).isTrue();
    }

    @Test
    void aFileThatNeverEndsIsRefusedAfterAWhile() throws Exception {
        Files.write(places.folder().resolve("a.jar"), new byte[] {1, 2, 3});
        TickingClock clock = new TickingClock();
        DeployFolder patient = new DeployFolder(places.folder(), registry, gate, clock);
        patient.look();
        patient.look();
        patient.look();
        assertThat(gate.list()).isEmpty();
        clock.forward(Duration.ofSeconds(6));
        patient.look();
        assertThat(gate.list())
                .singleElement()
                .satisfies(one -> assertThat(one.reason().en()).contains("ZIP"));
    }

    @Test
    void aKarBringsItsAdapterAndItsFirstConfiguration() throws Exception {
        String config = "<config name=\"org.iochub.source-k\">adapter = k</config>";
        TestJar adapter = TestJar.adapter("org.example.k", "1.0.0", "k");
        Deployment verdict = drop("k.kar", KarTest.kar(adapter, config));
        assertThat(verdict.accepted()).as(verdict.reason().en()).isTrue();
        assertThat(running()).containsExactly("k 1.0.0");
        Path written = places.etc().resolve("org.iochub.source-k.cfg");
        assertThat(written).hasContent("adapter = k");
        Files.writeString(written, "adapter = k\ntenant = mine\n");
        drop("k.kar", KarTest.kar(TestJar.adapter("org.example.k", "1.1.0", "k"), config));
        assertThat(running()).containsExactly("k 1.1.0");
        assertThat(written).content().contains("tenant = mine");
    }

    @Test
    void anUpdateThatWouldRestartOthersIsRefused() throws Exception {
        drop("a.jar", a("1.0.0"));
        AdapterBundles bundles = new AdapterBundles(framework.getBundleContext(), Duration.ofSeconds(2));
        bundles.refuseWiderRefresh("org.example.a");
        // A provider by that name, installed past the gate, with somebody who depends on it.
        BundleContext context = framework.getBundleContext();
        context.installBundle(
                        "iochub:adapter:org.example.p",
                        new ByteArrayInputStream(TestJar.empty()
                                .header("Bundle-ManifestVersion", "2")
                                .header("Bundle-SymbolicName", "org.example.p")
                                .header("Export-Package", "org.example.p")
                                .text("org/example/p/x.txt", "")
                                .toBytes()))
                .start();
        context.installBundle(
                        "user",
                        new ByteArrayInputStream(TestJar.empty()
                                .header("Bundle-ManifestVersion", "2")
                                .header("Bundle-SymbolicName", "org.example.user")
                                .header("Import-Package", "org.example.p")
                                .toBytes()))
                .start();
        assertThatThrownBy(() -> bundles.refuseWiderRefresh("org.example.p"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("org.example.user");
    }

    @Test
    void aPostedFileGetsItsVerdictAtOnce() throws Exception {
        GateComponent component = new GateComponent(hub(), configurations(), framework.getBundleContext());
        try {
            Deployment verdict = component.deploy(
                    "a.jar", new ByteArrayInputStream(a("1.0.0").toBytes()));
            assertThat(verdict.accepted()).as(verdict.reason().en()).isTrue();
            assertThat(places.folder().resolve("a.jar")).exists();
            assertThat(component.list()).containsExactly(verdict);
            for (String bad : List.of("../a.jar", "a", ".a.jar", "a/b.jar", "a b.jar", "a.exe", "")) {
                assertThatThrownBy(() -> component.deploy(bad, new ByteArrayInputStream(new byte[1])))
                        .as(bad)
                        .isInstanceOf(FaultException.class);
            }
            assertThat(component.watches(places.folder().resolve("x.jar"))).isTrue();
            assertThat(component.watches(places.etc().resolve("x.cfg"))).isFalse();
        } finally {
            component.stop();
        }
    }
}
