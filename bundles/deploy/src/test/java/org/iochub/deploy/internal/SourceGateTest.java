package org.iochub.deploy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.iochub.core.config.internal.ConfigFile;
import org.iochub.core.declarative.DefaultInstance;
import org.iochub.core.declarative.SourceCompiler;
import org.iochub.core.deploy.Deployment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.service.cm.Configuration;

/** The gate and declarative sources. */
class SourceGateTest extends GateBed {
    private final LineCompiler lines = new LineCompiler();
    private boolean compilerThere = true;
    private final List<String> services = new ArrayList<>();

    @Override
    Optional<SourceCompiler> compiler() {
        return Optional.of(lines).filter(there -> compilerThere).map(SourceCompiler.class::cast);
    }

    @BeforeEach
    void watch() throws Exception {
        framework
                .getBundleContext()
                .addServiceListener(
                        event -> services.add(event.getServiceReference().getProperty("hub.adapter.version") + " "
                                + (event.getType() == org.osgi.framework.ServiceEvent.REGISTERED ? "came" : "went")),
                        "(hub.adapter.version=*)");
    }

    private static String shop(String version) {
        return LineCompiler.source("shop", version);
    }

    private List<Configuration> configured() throws Exception {
        Configuration[] all = configurations().listConfigurations("(service.factoryPid=org.iochub.source)");
        return all == null ? List.of() : Arrays.asList(all);
    }

    @Test
    void aSourceIsTakenUpdatedAndRemovedAndItsNeighboursNeverNotice() throws Exception {
        drop("a.jar", a("1.0.0"));
        drop("other.yaml", LineCompiler.source("other", "1.0.0"));
        Deployment first = drop("shop.yaml", shop("1.0.0"));
        assertThat(first.accepted()).as(first.reason().en()).isTrue();
        assertThat(first.adapters()).containsExactly("shop");
        assertThat(first.running()).contains("1.0.0");
        assertThat(running()).containsExactly("a 1.0.0", "other 1.0.0", "shop 1.0.0");
        events.clear();
        services.clear();

        Deployment second = drop("shop.yaml", shop("1.1.0"));
        assertThat(second.reason().vi()).contains("từ 1.0.0 lên 1.1.0");
        assertThat(services).containsExactly("1.0.0 went", "1.1.0 came");
        services.clear();
        Files.setLastModifiedTime(
                places.folder().resolve("shop.yaml"),
                java.nio.file.attribute.FileTime.from(Instant.now().plusSeconds(60)));
        verdict("shop.yaml");
        assertThat(services).as("the same bytes").isEmpty();

        Files.delete(places.folder().resolve("shop.yaml"));
        folder.look();
        folder.look();
        assertThat(running()).containsExactly("a 1.0.0", "other 1.0.0");
        assertThat(services).containsExactly("1.1.0 went");
        assertThat(events).isEmpty();
        assertThat(places.copies().resolve("sources"))
                .isDirectoryNotContaining(path -> path.getFileName().toString().startsWith("shop"));
    }

    @Test
    void whatIsWrongIsNamedByLineColumnAndKeyAndTheOldOneGoesOn() throws Exception {
        drop("shop.yaml", shop("1.0.0"));
        services.clear();
        Deployment refused = drop("shop.yaml", shop("1.1.0") + "colour: red\nname\n");
        assertThat(refused.accepted()).isFalse();
        assertThat(refused.reason().en())
                .isEqualTo("The file has 2 mistakes:\n"
                        + "shop.yaml:3:1 colour: Unknown key.\nshop.yaml:4:1 name: Unknown key.");
        assertThat(refused.reason().vi()).startsWith("Tệp có 2 lỗi:").contains("Khóa lạ.");
        assertThat(refused.running()).contains("1.0.0");
        assertThat(services).isEmpty();

        String many =
                String.join("\n", IntStream.range(0, 50).mapToObj(i -> "k" + i).toList());
        assertThat(drop("shop.yaml", many).reason().en())
                .endsWith("… and 30 more.")
                .contains("k19");
        assertThat(drop("shop.yaml", shop("1.1.0") + "url: boom\n").reason().en())
                .contains("The compiler of declarative sources failed");
        assertThat(drop("shop.yaml", shop("0.9.0")).reason().en()).contains("older than the running 1.0.0");
        assertThat(running()).containsExactly("shop 1.0.0");
        assertThat(services).isEmpty();
        assertThat(drop("big.yaml", "source: big\n#" + "x".repeat(3 << 20))
                        .reason()
                        .en())
                .contains("more than the limit");
    }

    @Test
    void anIdBelongsToOne() throws Exception {
        drop("a.jar", a("1.0.0"));
        drop("shop.yaml", shop("1.0.0"));
        assertThat(drop("second.yml", shop("1.0.0")).reason().en()).contains("installed from the file «shop.yaml»");
        assertThat(drop("taken.yaml", LineCompiler.source("a", "1.0.0"))
                        .reason()
                        .en())
                .contains("«a» belongs to the file «a.jar»");
        assertThat(drop("shop.jar", TestJar.adapter("org.example.shop", "1.0.0", "shop"))
                        .reason()
                        .en())
                .contains("«shop» belongs to the declarative source in the file shop.yaml");
        assertThat(running()).containsExactly("a 1.0.0", "shop 1.0.0");

        // Whoever was refused for it gets its chance when the id is free.
        Files.delete(places.folder().resolve("a.jar"));
        assertThat(verdict("taken.yaml").accepted()).isTrue();
        Files.delete(places.folder().resolve("shop.yaml"));
        assertThat(verdict("second.yml").accepted()).isTrue();
        assertThat(running()).containsExactly("a 1.0.0", "shop 1.0.0");
    }

    @Test
    void itComesBackAfterARestartAWipedCacheAndTheCompilersAbsence() throws Exception {
        drop("shop.yaml", shop("1.0.0") + "instance: first-shop\n");
        Instant judged = verdict("shop.yaml").at();
        restart();
        assertThat(running()).containsExactly("shop 1.0.0");
        shutDown();
        deleteAll(data.resolve("cache"));
        boot();
        assertThat(running()).containsExactly("shop 1.0.0");
        assertThat(configured()).hasSize(1);
        assertThat(verdict("shop.yaml").at()).isEqualTo(judged);

        compilerThere = false;
        restart();
        assertThat(running()).isEmpty();
        assertThat(configured()).as("it waits for its adapter").hasSize(1);
        Deployment waiting = verdict("shop.yaml");
        assertThat(waiting.accepted()).isFalse();
        assertThat(waiting.running()).isEmpty();
        assertThat(waiting.reason().en()).contains("accepted before but does not run", "org.iochub.declarative");

        declared.compiler(lines);
        folder.askSourcesAnew();
        gate.reconcile(true);
        assertThat(running()).containsExactly("shop 1.0.0");
        assertThat(verdict("shop.yaml").accepted()).isTrue();
        declared.without(lines);
        assertThat(running()).isEmpty();
    }

    @Test
    void itsInstanceComesAndGoesWithTheFileAndYieldsToTheOperators() throws Exception {
        Deployment taken = drop("shop.yaml", shop("1.0.0") + "instance: first-shop\n");
        assertThat(taken.reason().en()).contains("the instance first-shop");
        Configuration brought = configured().get(0);
        assertThat(brought.getPid()).isEqualTo("org.iochub.source~first-shop");
        ConfigFile seen = ConfigFile.of("org.iochub.source", brought.getPid(), brought.getProperties());
        assertThat(seen.name()).isEqualTo("first-shop");
        assertThat(seen.file()).isEqualTo("shop.yaml");
        assertThat(seen.values()).containsOnlyKeys("adapter", "tenant", "url");

        long before = brought.getChangeCount();
        drop("shop.yaml", shop("1.1.0") + "instance: first-shop\n");
        assertThat(configured().get(0).getChangeCount()).as("the same values").isEqualTo(before);
        drop("shop.yaml", shop("1.2.0") + "instance: first-shop\nurl: http://two.example/\n");
        assertThat(configured().get(0).getProperties().get("url")).isEqualTo("http://two.example/");
        drop("shop.yaml", shop("1.3.0") + "instance: second-shop\n");
        assertThat(configured()).extracting(Configuration::getPid).containsExactly("org.iochub.source~second-shop");

        // The file installer writes an operator's file over it, under the same PID.
        Path own = Files.writeString(places.etc().resolve("org.iochub.source-second-shop.cfg"), "adapter = shop\n");
        configured().get(0).update(new Hashtable<>(Map.of("adapter", "shop", "felix.fileinstall.filename", "x")));
        drop("shop.yaml", shop("1.4.0") + "instance: second-shop\n");
        assertThat(configured())
                .singleElement()
                .satisfies(one -> assertThat(one.getProperties().get(DefaultInstance.BROUGHT_BY))
                        .isNull());
        Files.delete(own);
        configured().get(0).delete();
        gate.settleInstances();
        assertThat(configured().get(0).getProperties().get(DefaultInstance.BROUGHT_BY))
                .isEqualTo("shop.yaml");

        assertThat(drop("copy.yaml", LineCompiler.source("copy", "1.0.0") + "instance: second-shop\n")
                        .reason()
                        .en())
                .contains("brought by the file «shop.yaml»");
        Files.delete(places.folder().resolve("shop.yaml"));
        verdict("copy.yaml");
        folder.look();
        assertThat(configured())
                .allMatch(one -> !"shop.yaml".equals(one.getProperties().get("hub.brought.by")));
    }

    @Test
    void anotherSourceInTheSameFileReplacesTheFirst() throws Exception {
        drop("shop.yaml", shop("1.0.0") + "instance: first-shop\n");
        Deployment other = drop("shop.yaml", LineCompiler.source("stall", "0.1.0") + "instance: first-shop\n");
        assertThat(other.accepted()).as(other.reason().en()).isTrue();
        assertThat(running()).containsExactly("stall 0.1.0");
        assertThat(configured().get(0).getProperties().get("adapter")).isEqualTo("stall");
    }

    @Test
    void theDistributionsOwnSourcesRunAndCannotBeReplaced() throws Exception {
        Path shipped = Files.createDirectories(data.resolve("installation/sources"));
        Files.writeString(shipped.resolve("shop.yaml"), shop("2.0.0"));
        Files.writeString(shipped.resolve("wrong.yaml"), "nonsense");
        drop("mine.yaml", shop("1.0.0"));
        drop("a.jar", a("1.0.0"));
        restart();
        assertThat(running()).containsExactly("a 1.0.0", "shop 2.0.0");
        assertThat(gate.list())
                .filteredOn(Deployment::shipped)
                .extracting(Deployment::file, Deployment::accepted)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("sources/shop.yaml", true),
                        org.assertj.core.groups.Tuple.tuple("sources/wrong.yaml", false));
        Deployment rests = verdict("mine.yaml");
        assertThat(rests.accepted()).isFalse();
        assertThat(rests.reason().en()).contains("belongs to the distribution (file sources/shop.yaml)");
        assertThat(drop("mine.yaml", shop("3.0.0")).reason().en())
                .contains("belongs to the distribution (file sources/shop.yaml)");
        Files.delete(places.folder().resolve("mine.yaml"));
        folder.look();
        folder.look();
        assertThat(running()).containsExactly("a 1.0.0", "shop 2.0.0");
    }

    @Test
    void aPostedSourceGetsItsVerdictAndReadinessSaysWhatIsMissing() throws Exception {
        GateComponent component = new GateComponent(hub(), configurations(), framework.getBundleContext());
        try {
            component.setCompiler(lines);
            Deployment verdict = component.deploy("shop.yaml", bytes(shop("1.0.0")));
            assertThat(verdict.accepted()).as(verdict.reason().en()).isTrue();
            assertThat(component.missing()).isEmpty();
            component.unsetCompiler(lines);
            assertThat(running()).isEmpty();
            assertThat(component.missing().orElseThrow().en()).contains("org.iochub.declarative");
        } finally {
            component.stop();
        }
    }

    private static ByteArrayInputStream bytes(String text) throws IOException {
        return new ByteArrayInputStream(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
