package org.iochub.core.source.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.iochub.api.AdapterDescriptor;
import org.iochub.api.Change;
import org.iochub.api.Delivered;
import org.iochub.api.Normalizer;
import org.iochub.api.RawPart;
import org.iochub.api.Sector;
import org.iochub.api.Setting;
import org.iochub.api.Source;
import org.iochub.api.SourceAdapter;
import org.iochub.api.Transport;
import org.iochub.core.archive.Archiver;
import org.iochub.core.cluster.Leases;
import org.iochub.core.pipeline.internal.Intake;
import org.iochub.core.pipeline.internal.RecordingStore;
import org.iochub.core.records.internal.MemoryRecords;
import org.iochub.core.records.internal.TenantView;
import org.iochub.core.settings.SecretResolver;
import org.iochub.core.settings.SettingValues;
import org.iochub.core.shadow.Trial;
import org.iochub.core.source.SourceState;
import org.iochub.core.source.SourceStateStore;
import org.iochub.core.tenant.Tenant;
import org.iochub.core.tenant.Tenants;
import org.iochub.model.FaultException;
import org.iochub.model.Text;
import org.iochub.model.area.AreaRegistry;
import org.iochub.model.record.RecordTypes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceManagerTest {
    /** A busy machine takes its time. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final RecordingStore store = new RecordingStore();
    private final MemoryRecords records = new MemoryRecords();
    private final Set<String> stopped = ConcurrentHashMap.newKeySet();
    private final List<String> startedOver = new java.util.concurrent.CopyOnWriteArrayList<>();
    private final ExecutorService pool = Executors.newFixedThreadPool(2);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private SourceManager manager;

    record Settings(
            @Setting(vi = "Lời chào", en = "Greeting") String greeting) {}

    /** A push source that refuses every message with what it says. */
    private static class Echo implements SourceAdapter<Settings> {
        @Override
        public AdapterDescriptor<Settings> descriptor() {
            return new AdapterDescriptor<>(
                    "echo",
                    Sector.DOCUMENTS,
                    Text.of("Tiếng vọng", "Echo"),
                    Text.of("Để thử.", "To try."),
                    List.of(RecordTypes.TASK),
                    Transport.PUSH,
                    org.iochub.api.Settings.of(Settings.class),
                    Text.of("thứ tự đến", "order of arrival"),
                    false);
        }

        @Override
        public Normalizer normalizer(Source<Settings> source) {
            String greeting = source.settings().greeting();
            return message -> java.util.stream.Stream.of(new Change.Refusal(
                    org.iochub.model.Fault.of("echo", "", greeting, greeting), RawPart.whole(message)));
        }

        @Override
        public RoutesBuilder routes(Source<Settings> source) {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from(source.pushed()).routeId(source.routeId("push")).to(source.records());
                }
            };
        }
    }

    @BeforeEach
    void start() throws Exception {
        Pseudonyms pseudonyms = Pseudonyms.keptIn(folder.resolve("keys/pseudonym.key"));
        manager = new SourceManager(
                adapter -> new DefaultCamelContext(),
                self -> new RunnerServices(
                        new Intake(store, folder, Clock.systemUTC()),
                        Archiver.NONE,
                        store,
                        new States(),
                        new FreeLeases(),
                        new OneTenant(),
                        AreaRegistry::builtIn,
                        new SettingValues(new SecretResolver(name -> Optional.empty())),
                        pseudonyms,
                        (adapter, tenant, source) -> new TenantView(records, records, adapter, tenant, source),
                        Clock.systemUTC(),
                        pool,
                        timer,
                        self::adapter));
    }

    @AfterEach
    void stop() {
        manager.close();
        pool.shutdownNow();
        timer.shutdownNow();
    }

    @Test
    void aConfigurationWaitsForItsAdapterAndRunsWhenItComes() {
        configure("one", Map.of("adapter", "echo", "tenant", "quang-ngai", "greeting", "xin chào"));
        awaitState("one", SourceState.WAITING);
        assertThat(manager.get("one").orElseThrow().sentence().en()).contains("«echo»", "deploy/");

        manager.add(new Echo(), "1.0.0");

        awaitState("one", SourceState.RUNNING);
        assertThat(push("one", "a").quarantined()).isEqualTo(1);
        assertThat(manager.get("one").orElseThrow().totals().quarantined()).isEqualTo(1);
    }

    @Test
    void everyInstanceMaySayWhatBecomesOfItsRawMessages() {
        manager.add(new Echo(), "1.0.0");
        Map<String, String> right = Map.of("adapter", "echo", "tenant", "quang-ngai", "greeting", "chào");
        Map<String, String> archive = new java.util.HashMap<>(right);
        archive.putAll(Map.of("archive", "none", "archive.days", "30", "archive.mebibytes", "100"));
        configure("good", archive);
        awaitState("good", SourceState.RUNNING);

        archive.put("archive.days", "many");
        configure("bad", archive);
        awaitState("bad", SourceState.MISCONFIGURED);
        assertThat(manager.get("bad").orElseThrow().sentence().en()).contains("archive.days", "whole number");
        archive.putAll(Map.of("archive.days", "1", "archive", "zip"));
        configure("worse", archive);
        awaitState("worse", SourceState.MISCONFIGURED);
        assertThat(manager.get("worse").orElseThrow().sentence().en()).contains("none, plain, encrypted");
    }

    @Test
    void aReplayUsesTheAdapterAsItIsAndItDoesNotGoMeanwhile() throws Exception {
        Echo adapter = new Echo();
        manager.add(adapter, "1.0.0");
        configure("one", Map.of("adapter", "echo", "tenant", "quang-ngai", "greeting", "chào"));
        awaitState("one", SourceState.RUNNING);
        java.util.concurrent.CompletableFuture<Void> gone;
        try (var use = manager.open("one", 7)) {
            assertThat(use.origin().adapterVersion()).isEqualTo("1.0.0");
            assertThat(use.origin().fence()).isEqualTo(7);
            assertThat(use.origin().tenant()).isEqualTo("quang-ngai");
            gone = java.util.concurrent.CompletableFuture.runAsync(() -> manager.remove(adapter));
            awaitState("one", SourceState.WAITING);
            assertThat(gone).isNotDone();
        }
        gone.get(PATIENCE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS);
        assertThatThrownBy(() -> manager.open("one", 7)).hasMessageContaining("«one»");
        assertThatThrownBy(() -> manager.open("none", 7)).hasMessageContaining("«none»");
        manager.add(new Echo(), "2.0.0");
        try (var use = manager.open("one", 7)) {
            assertThat(use.origin().adapterVersion()).isEqualTo("2.0.0");
        }
    }

    @Test
    void aTrialReadsWithBothAdaptersAndNothingOfItReachesTheInstance() throws Exception {
        manager.add(new Echo(), "1.0.0");
        configure("one", Map.of("adapter", "echo", "tenant", "quang-ngai", "greeting", "chào"));
        awaitState("one", SourceState.RUNNING);
        Echo candidate = new Echo() {
            @Override
            public Normalizer normalizer(Source<Settings> source) {
                source.concern(Optional.of(Text.of("Không được thấy.", "Not to be seen.")));
                source.waiting(Text.of("Không được thấy.", "Not to be seen."));
                assertThatThrownBy(source::records).isInstanceOf(UnsupportedOperationException.class);
                return super.normalizer(source);
            }
        };
        assertThat(manager.instances("echo")).containsExactly("one");
        assertThat(manager.instances("other")).isEmpty();
        try (Trial trial = manager.open("one", candidate)) {
            assertThat(trial.liveVersion()).isEqualTo("1.0.0");
            assertThat(trial.tenant()).isEqualTo("quang-ngai");
            assertThat(trial.settings()).isEmpty();
            assertThat(trial.candidate()).isPresent();
            assertThat(trial.current()).isTrue();
            assertThat(manager.get("one").orElseThrow().toString()).doesNotContain("Not to be seen");
            configure("one", Map.of("adapter", "echo", "tenant", "quang-ngai", "greeting", "khác"));
            await().atMost(PATIENCE).until(() -> !trial.current());
        }
    }

    record Stricter(@Setting(vi = "Giọng", en = "Voice") String voice) {}

    @Test
    void aTrialTellsWhatTheCandidateWouldSayOfTheSettings() {
        manager.add(new Echo(), "1.0.0");
        configure("one", Map.of("adapter", "echo", "tenant", "quang-ngai", "greeting", "chào"));
        awaitState("one", SourceState.RUNNING);
        Echo echo = new Echo();
        SourceAdapter<Stricter> candidate = new SourceAdapter<>() {
            @Override
            public AdapterDescriptor<Stricter> descriptor() {
                var before = echo.descriptor();
                return new AdapterDescriptor<>(
                        before.id(),
                        before.sector(),
                        before.title(),
                        before.description(),
                        before.recordTypes(),
                        before.transport(),
                        org.iochub.api.Settings.of(Stricter.class),
                        before.versionKey(),
                        false);
            }

            @Override
            public Normalizer normalizer(Source<Stricter> source) {
                throw new AssertionError("without its settings it is not made");
            }

            @Override
            public RoutesBuilder routes(Source<Stricter> source) {
                throw new AssertionError("a candidate has no routes");
            }
        };
        try (Trial trial = manager.open("one", candidate)) {
            assertThat(trial.candidate()).isEmpty();
            assertThat(trial.settings())
                    .extracting(org.iochub.model.Fault::code)
                    .containsExactlyInAnyOrder("missing-setting", "unknown-setting");
        }
    }

    @Test
    void aBadConfigurationSaysWhatToMendAndTouchesNoOther() {
        manager.add(new Echo(), "1.0.0");
        configure("good", Map.of("adapter", "echo", "tenant", "quang-ngai", "greeting", "chào"));
        awaitState("good", SourceState.RUNNING);

        configure("bad", Map.of("adapter", "echo", "tenant", "quang-ngia", "greting", "chào"));

        awaitState("bad", SourceState.MISCONFIGURED);
        assertThat(manager.get("bad").orElseThrow().sentence().en())
                .contains("org.iochub.source-bad.cfg", "«quang-ngai»?", "«greeting»", "«greting»");
        assertThat(push("good", "a").quarantined()).isEqualTo(1);
    }

    @Test
    void editingReconfiguresAndDeletingRemovesOneInstanceOnly() {
        manager.add(new Echo(), "1.0.0");
        configure("one", Map.of("adapter", "echo", "tenant", "quang-ngai", "greeting", "một"));
        configure("two", Map.of("adapter", "echo", "tenant", "quang-ngai", "greeting", "hai"));
        awaitState("one", SourceState.RUNNING);
        awaitState("two", SourceState.RUNNING);

        configure("one", Map.of("adapter", "echo", "tenant", "quang-ngai", "greeting", "một mới"));
        // Between its old routes and its new ones it takes nothing, and says so.
        await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(FaultException.class)
                .untilAsserted(() -> {
                    push("one", "x" + System.nanoTime());
                    assertThat(store.entries.get(store.entries.size() - 1).toString())
                            .contains("một mới");
                });
        manager.unconfigure("one");

        await().atMost(PATIENCE).until(() -> manager.get("one").isEmpty());
        assertThat(push("two", "b").quarantined()).isEqualTo(1);
    }

    @Test
    void anInstanceThatGoesAndComesBackAtOnceIsThere() {
        manager.add(new Echo(), "1.0.0");
        Map<String, String> values = Map.of("adapter", "echo", "tenant", "quang-ngai", "greeting", "một");
        for (int i = 0; i < 50; i++) {
            configure("one", values);
            manager.unconfigure("one");
        }
        configure("one", values);
        awaitState("one", SourceState.RUNNING);
        manager.unconfigure("one");
        await().atMost(PATIENCE).until(() -> manager.get("one").isEmpty());
    }

    @Test
    void stoppingIsRememberedAndStartingGoesOn() {
        manager.add(new Echo(), "1.0.0");
        configure("one", Map.of("adapter", "echo", "tenant", "quang-ngai", "greeting", "một"));
        awaitState("one", SourceState.RUNNING);

        manager.stop("one");
        awaitState("one", SourceState.STOPPED);
        assertThatThrownBy(() -> push("one", "a")).hasMessageContaining("source-stopped");
        assertThat(stopped).containsExactly("one");

        manager.start("one");
        awaitState("one", SourceState.RUNNING);
    }

    @Test
    void startingOverForgetsThePlaceAndGoesOn() {
        manager.add(new Echo(), "1.0.0");
        configure("one", Map.of("adapter", "echo", "tenant", "quang-ngai", "greeting", "một"));
        awaitState("one", SourceState.RUNNING);

        manager.startOver("one");

        assertThat(startedOver).containsExactly("one");
        awaitState("one", SourceState.RUNNING);
        assertThat(push("one", "a").quarantined()).isEqualTo(1);
        assertThatThrownBy(() -> manager.startOver("two")).hasMessageContaining("unknown-source");
    }

    @Test
    void anAdapterThatGoesLeavesItsInstancesWaiting() {
        Echo echo = new Echo();
        manager.add(echo, "1.0.0");
        configure("one", Map.of("adapter", "echo", "tenant", "quang-ngai", "greeting", "một"));
        awaitState("one", SourceState.RUNNING);

        manager.remove(echo);

        assertThat(manager.get("one").orElseThrow().state()).isEqualTo(SourceState.WAITING);
        manager.add(new Echo(), "1.1.0");
        awaitState("one", SourceState.RUNNING);
        assertThat(manager.get("one").orElseThrow().adapterVersion()).isEqualTo("1.1.0");
    }

    @Test
    void aStoreThatRefusesLeavesTheMessageWithItsSender() {
        manager.add(new Echo(), "1.0.0");
        configure("one", Map.of("adapter", "echo", "tenant", "quang-ngai", "greeting", "một"));
        awaitState("one", SourceState.RUNNING);
        store.failAt(0);

        assertThatThrownBy(() -> push("one", "a"))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("store-unavailable");
        assertThat(manager.get("one").orElseThrow().state()).isEqualTo(SourceState.FAILING);
        store.recover();

        assertThat(push("one", "a").quarantined()).isEqualTo(1);
        assertThat(manager.get("one").orElseThrow().state()).isEqualTo(SourceState.RUNNING);
    }

    @Test
    void aSenderThatHangsHoldsUpNobodyElse() throws Exception {
        manager.add(new Echo(), "1.0.0");
        configure("one", Map.of("adapter", "echo", "tenant", "quang-ngai", "greeting", "xin chào"));
        awaitState("one", SourceState.RUNNING);
        PipedOutputStream sender = new PipedOutputStream();
        PipedInputStream hanging = new PipedInputStream(sender);
        sender.write("{\"half".getBytes(StandardCharsets.UTF_8));
        CompletableFuture<Delivered> waits =
                CompletableFuture.supplyAsync(() -> manager.push("one", Optional.empty(), Map.of(), hanging));
        await().atMost(Duration.ofSeconds(30)).until(() -> hanging.available() == 0);
        assertThat(push("one", "whole").quarantined()).isEqualTo(1);
        assertThat(waits).isNotDone();
        sender.close();
        assertThat(waits.get(30, TimeUnit.SECONDS).quarantined()).isEqualTo(1);
    }

    @Test
    void aMessageThatBreaksOffIsNobodysFault() {
        manager.add(new Echo(), "1.0.0");
        configure("one", Map.of("adapter", "echo", "tenant", "quang-ngai", "greeting", "xin chào"));
        awaitState("one", SourceState.RUNNING);
        InputStream broken = new SequenceInputStream(
                new ByteArrayInputStream("{\"half".getBytes(StandardCharsets.UTF_8)), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("connection reset");
                    }
                });
        assertThatThrownBy(() -> manager.push("one", Optional.empty(), Map.of(), broken))
                .isInstanceOfSatisfying(
                        FaultException.class, e -> assertThat(e.fault().code()).isEqualTo("incomplete"));
        awaitState("one", SourceState.RUNNING);
        assertThat(push("one", "whole").quarantined()).isEqualTo(1);
    }

    private Delivered push(String id, String body) {
        return manager.push(
                id, Optional.empty(), Map.of(), new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    private void configure(String id, Map<String, String> values) {
        manager.configure(new SourceConfig(id, "org.iochub.source-" + id + ".cfg", values));
    }

    private void awaitState(String id, SourceState state) {
        await().atMost(PATIENCE)
                .until(() -> manager.get(id).filter(s -> s.state() == state).isPresent());
    }

    private final class States implements SourceStateStore {
        @Override
        public Optional<String> checkpoint(String source) {
            return Optional.empty();
        }

        @Override
        public boolean stopped(String source) {
            return stopped.contains(source);
        }

        @Override
        public void stopped(String source, boolean value) {
            if (value) {
                stopped.add(source);
            } else {
                stopped.remove(source);
            }
        }

        @Override
        public void startOver(String source) {
            startedOver.add(source);
        }

        @Override
        public List<String> confirmations(String source) {
            return List.of();
        }

        @Override
        public long confirm(String source, String type) {
            return 0;
        }
    }

    private static final class FreeLeases implements Leases {
        @Override
        public String node() {
            return "node";
        }

        @Override
        public void request(String source, Runnable granted, Runnable lost) {
            granted.run();
        }

        @Override
        public void release(String source) {}
    }

    private static final class OneTenant implements Tenants {
        @Override
        public List<Tenant> list() {
            return List.of(new Tenant(
                    "quang-ngai",
                    Text.of("Quảng Ngãi", "Quang Ngai"),
                    List.of("51"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of(),
                    List.of(),
                    ZoneId.of("Asia/Ho_Chi_Minh")));
        }

        @Override
        public Optional<Tenant> get(String id) {
            return list().stream().filter(tenant -> tenant.id().equals(id)).findFirst();
        }
    }
}
