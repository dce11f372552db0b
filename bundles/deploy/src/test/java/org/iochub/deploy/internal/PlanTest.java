package org.iochub.deploy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.iochub.api.Delivered;
import org.iochub.core.declarative.SourceCompiler;
import org.iochub.core.deploy.DeploymentPlan;
import org.iochub.core.deploy.DeploymentPlan.Wire;
import org.iochub.core.source.BatchTimes;
import org.iochub.core.source.SourceState;
import org.iochub.core.source.SourceStatus;
import org.iochub.model.Text;
import org.junit.jupiter.api.Test;

/** What is said of a file beforehand. */
class PlanTest extends GateBed {
    @Override
    Optional<SourceCompiler> compiler() {
        return Optional.of(new LineCompiler());
    }

    private DeploymentPlan plan(String file, byte[] content) throws IOException {
        Path work = Files.write(data.resolve("planned"), content);
        return plans.plan(file, work, DurableFiles.digest(work));
    }

    private DeploymentPlan plan(String file, String text) throws IOException {
        return plan(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private void instance(String id, String adapter, SourceState state, String detail) {
        statuses.add(new SourceStatus(
                id,
                adapter,
                "",
                "quang-ngai",
                state,
                detail,
                Text.of("", ""),
                Instant.EPOCH,
                Optional.empty(),
                new Delivered(0, 0, 0, 0, 0),
                Optional.empty(),
                BatchTimes.NONE,
                Optional.empty(),
                List.of(),
                List.of()));
    }

    @Test
    void aNewAdapterNamesWhatItIsWiredToAndWhoStarts() throws Exception {
        instance("first", "a", SourceState.WAITING, "adapter-missing");
        instance("other", "b", SourceState.RUNNING, "");
        DeploymentPlan plan = plan("a.jar", a("1.0.0").toBytes());
        assertThat(plan.accepted()).as(plan.reason().en()).isTrue();
        assertThat(plan.kind()).isEqualTo("jar");
        assertThat(plan.name()).isEqualTo("org.example.a");
        assertThat(plan.now()).isEmpty();
        assertThat(plan.then()).contains("1.0.0");
        assertThat(plan.adapters()).containsExactly("a");
        assertThat(plan.starts()).containsExactly("first");
        assertThat(plan.restarts()).isEmpty();
        assertThat(plan.refreshes()).isEmpty();
        assertThat(plan.wires()).anySatisfy(wire -> {
            assertThat(wire.need()).isEqualTo("org.iochub.api");
            assertThat(wire.wanted()).isEqualTo("[1.0.0,2.0.0)");
            assertThat(wire.provider().orElseThrow()).startsWith("org.apache.felix.framework ");
        });
        assertThat(gate.list()).isEmpty();
        assertThat(running()).isEmpty();
        assertThat(framework.getBundleContext().getBundles())
                .noneMatch(bundle -> bundle.getLocation().startsWith("iochub:"));
        assertThat(events).noneMatch(event -> event.startsWith("org.example"));
    }

    @Test
    void anUpdateRestartsItsOwnInstancesAndRefreshesItself() throws Exception {
        drop("a.jar", a("1.0.0"));
        instance("runs", "a", SourceState.RUNNING, "");
        instance("unreachable", "a", SourceState.WAITING, "unreachable");
        instance("stopped", "a", SourceState.STOPPED, "");
        instance("other", "b", SourceState.RUNNING, "");
        DeploymentPlan plan = plan("a.jar", a("1.1.0").toBytes());
        assertThat(plan.now()).contains("1.0.0");
        assertThat(plan.restarts()).containsExactly("runs", "unreachable");
        assertThat(plan.refreshes()).containsExactly("org.example.a");
        assertThat(plan.reason().vi()).contains("từ 1.0.0 lên 1.1.0");

        DeploymentPlan same = plan("a.jar", a("1.0.0").toBytes());
        assertThat(same.reason().en()).contains("nothing changes");
        assertThat(same.restarts()).isEmpty();
        assertThat(running()).containsExactly("a 1.0.0");
    }

    @Test
    void aRefusalIsForetoldWithItsReason() throws Exception {
        drop("a.jar", a("1.0.0"));
        DeploymentPlan needy = plan(
                "a.jar",
                a("1.1.0")
                        .header("Import-Package", "org.iochub.model.absent,org.iochub.api;version=\"[1.0,2)\"")
                        .toBytes());
        assertThat(needy.accepted()).isFalse();
        assertThat(needy.reason().en()).contains("org.iochub.model.absent (no bundle has it)");
        assertThat(needy.wires()).contains(new Wire("org.iochub.model.absent", "", Optional.empty()));
        assertThat(plan("a.jar", a("0.9.0").toBytes()).reason().en()).contains("older than the running");
        assertThat(plan("b.jar", TestJar.adapter("org.example.b", "1.0.0", "a").toBytes())
                        .reason()
                        .en())
                .contains("«a» belongs to the file «a.jar»");
        assertThat(plan("x.txt", "x").reason().en()).contains("are not taken");
        DeploymentPlan wrong = plan("s.yaml", "colour: red");
        assertThat(wrong.accepted()).isFalse();
        assertThat(wrong.reason().en()).contains("s.yaml:1:1 colour");
        assertThat(gate.list()).hasSize(1);
    }

    @Test
    void aSourceBringsItsInstanceAndTakesTheOldOneAway() throws Exception {
        DeploymentPlan first = plan("s.yaml", LineCompiler.source("s", "1.0.0") + "instance: one\n");
        assertThat(first.starts()).containsExactly("one");
        assertThat(first.kind()).isEqualTo("yaml");
        assertThat(first.wires()).extracting(Wire::need).containsExactly(SourceCompiler.class.getName());
        drop("s.yaml", LineCompiler.source("s", "1.0.0") + "instance: one\n");
        instance("one", "s", SourceState.RUNNING, "");
        instance("more", "s", SourceState.RUNNING, "");

        DeploymentPlan renamed = plan("s.yaml", LineCompiler.source("s", "1.1.0") + "instance: two\n");
        assertThat(renamed.starts()).containsExactly("two");
        assertThat(renamed.stops()).containsExactly("one");
        assertThat(renamed.restarts()).containsExactly("more");
        assertThat(plan("s.yaml", LineCompiler.source("other", "1.0.0")).stops())
                .containsExactly("more", "one");
        assertThat(instances.of("s.yaml")).containsExactly("one");
    }
}
