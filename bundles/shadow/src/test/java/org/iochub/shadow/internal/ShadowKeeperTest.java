package org.iochub.shadow.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.iochub.api.Normalizer;
import org.iochub.api.RawMessage;
import org.iochub.api.SourceAdapter;
import org.iochub.core.deploy.Deployment;
import org.iochub.core.deploy.DeploymentPlan;
import org.iochub.core.deploy.Deployments;
import org.iochub.core.shadow.Candidate;
import org.iochub.core.shadow.DifferenceKind;
import org.iochub.core.shadow.Figures;
import org.iochub.core.shadow.MessageTap;
import org.iochub.core.shadow.MessageTaps;
import org.iochub.core.shadow.Promotion;
import org.iochub.core.shadow.Shadow;
import org.iochub.core.shadow.ShadowDifference;
import org.iochub.core.shadow.ShadowInstance;
import org.iochub.core.shadow.ShadowState;
import org.iochub.core.shadow.Trial;
import org.iochub.core.shadow.Trials;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of shadows, over ports in memory. A candidate's file holds its way of reading, see {@link Stations}. */
class ShadowKeeperTest {
    private static final Instant BEFORE = Instant.parse("2026-03-01T00:00:00Z");

    @TempDir
    Path data;

    private final MemoryArchive archive = new MemoryArchive();
    private final Map<String, MessageTap> taps = new ConcurrentHashMap<>();
    private final List<String> deployed = new CopyOnWriteArrayList<>();
    private final AtomicInteger held = new AtomicInteger();
    private volatile List<String> instances = List.of("hue");
    private volatile String liveVersion = "1.0.0";
    private volatile boolean archived = true;
    private volatile boolean ready = true;
    private volatile List<Fault> settings = List.of();
    private ShadowKeeper keeper;

    @BeforeEach
    void boot() throws Exception {
        Limits limits = new Limits(Duration.ofMillis(300), Duration.ofMillis(100), 3, 2, 1000, 50);
        MessageTaps all = (source, tap) -> {
            taps.put(source, tap);
            return () -> taps.remove(source);
        };
        Follower.Means means = new Follower.Means(new OneLive(), all, archive, new Bench(limits), limits);
        keeper = new ShadowKeeper(data, this::hold, new Gate(), means, Clock.systemUTC());
        keeper.start();
    }

    @AfterEach
    void stop() {
        Stations.spinning = false;
        keeper.close();
        Stations.spinning = true;
    }

    private Candidate hold(String file, Path content) throws IOException {
        if (!ready) {
            throw FaultException.of("not-yet", file, "Chờ.", "Wait.");
        }
        String way = Files.readString(content);
        if (way.equals("bad")) {
            throw FaultException.of("candidate-refused", file, "Hỏng.", "It is broken.");
        }
        held.incrementAndGet();
        return new Candidate() {
            @Override
            public String name() {
                return "stations";
            }

            @Override
            public String version() {
                return "1.1.0";
            }

            @Override
            public List<SourceAdapter<?>> adapters() {
                return List.of(new Stations(way));
            }

            @Override
            public String deployedAs() {
                return "stations.yaml";
            }

            @Override
            public Optional<Text> obstacle() {
                return Optional.empty();
            }

            @Override
            public boolean gone() {
                return !ready;
            }

            @Override
            public void close() {
                held.decrementAndGet();
            }
        };
    }

    private final class OneLive implements Trials {
        @Override
        public List<String> instances(String adapter) {
            return adapter.equals("stations") ? instances : List.of();
        }

        @Override
        public Trial open(String source, SourceAdapter<?> candidate) {
            String version = liveVersion;
            return new Trial() {
                @Override
                public String source() {
                    return source;
                }

                @Override
                public String tenant() {
                    return "thua-thien-hue";
                }

                @Override
                public String liveVersion() {
                    return version;
                }

                @Override
                public boolean archived() {
                    return archived;
                }

                @Override
                public boolean sensitive() {
                    return false;
                }

                @Override
                public Normalizer live() {
                    return new Stations("plain").normalizer();
                }

                @Override
                public Optional<Normalizer> candidate() {
                    return settings.isEmpty() ? Optional.of(((Stations) candidate).normalizer()) : Optional.empty();
                }

                @Override
                public List<Fault> settings() {
                    return settings;
                }

                @Override
                public boolean current() {
                    return version.equals(liveVersion);
                }

                @Override
                public Optional<Use> use() {
                    return Optional.of(() -> {});
                }

                @Override
                public void close() {}
            };
        }
    }

    private final class Gate implements Deployments {
        @Override
        public List<Deployment> list() {
            return List.of();
        }

        @Override
        public Deployment deploy(String file, InputStream content) throws IOException {
            String way = new String(content.readAllBytes(), StandardCharsets.UTF_8);
            boolean accepted = !way.equals("shouts");
            if (accepted) {
                deployed.add(file + " " + way);
            }
            return new Deployment(
                    file,
                    false,
                    Instant.EPOCH,
                    accepted,
                    Text.of("Lý do.", "Reason."),
                    List.of("stations"),
                    Optional.of("1.1.0"),
                    Optional.of("1.1.0"),
                    "00");
        }

        @Override
        public DeploymentPlan plan(String file, InputStream content) throws IOException {
            boolean accepted = !new String(content.readAllBytes(), StandardCharsets.UTF_8).equals("forgets");
            return new DeploymentPlan(
                    file,
                    "yaml",
                    "stations",
                    List.of("stations"),
                    Optional.of("1.0.0"),
                    Optional.of("1.1.0"),
                    accepted,
                    Text.of("Không nhận.", "Not taken."),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of());
        }
    }

    private Shadow start(String file, String way) throws IOException {
        return keeper.start(
                file, new ByteArrayInputStream(way.getBytes(StandardCharsets.UTF_8)), Optional.of(BEFORE), "an");
    }

    private Figures figures(String file) {
        return keeper.get(file).orElseThrow().figures();
    }

    private void awaitMessages(String file, long messages) {
        await().atMost(Duration.ofSeconds(20)).until(() -> figures(file).messages() == messages);
    }

    private ShadowState state(String file) {
        return keeper.get(file).orElseThrow().state();
    }

    private void awaitState(String file, ShadowState state) {
        await().atMost(Duration.ofSeconds(20)).until(() -> state(file) == state);
    }

    private void arrive(String body) {
        archive.add("hue", body, Instant.now());
    }

    @Test
    void anEqualCandidateIsSaidToBeIdenticalFromThePastOn() throws Exception {
        archive.add("hue", "A=x", BEFORE.minusSeconds(1));
        archive.add("hue", "A=a,B=b", BEFORE);
        Shadow begun = start("next.yaml", "plain");
        assertThat(begun.state()).isEqualTo(ShadowState.RUNNING);
        awaitMessages("next.yaml", 1);
        arrive("C=c,D=?");
        awaitMessages("next.yaml", 2);
        Shadow shadow = keeper.get("next.yaml").orElseThrow();
        assertThat(shadow.identical()).isTrue();
        assertThat(shadow.verdict().vi()).isEqualTo("Giống hệt trên 2 thông điệp (4 bản ghi).");
        assertThat(shadow.figures().same()).isEqualTo(4);
        await().until(() -> keeper.get("next.yaml")
                .orElseThrow()
                .instances()
                .get(0)
                .standing()
                .caughtUp());
    }

    @Test
    void differencesAreCountedByKindAndFieldWithExamples() throws Exception {
        arrive("A=a,B=b");
        start("shouts.yaml", "shouts");
        start("forgets.yaml", "forgets");
        start("mends.yaml", "mends");
        awaitMessages("shouts.yaml", 1);
        arrive("A=?");
        for (String file : List.of("shouts.yaml", "forgets.yaml", "mends.yaml")) {
            awaitMessages(file, 2);
        }
        assertThat(figures("shouts.yaml").changed()).isEqualTo(2);
        assertThat(keeper.get("shouts.yaml").orElseThrow().instances().get(0).fields())
                .containsExactly(Map.entry("facility.name", 2L));
        assertThat(keeper.get("shouts.yaml").orElseThrow().verdict().en())
                .isEqualTo("Different in 2 of 3 records of 2 messages: 2 changed (facility.name 2).");
        assertThat(figures("forgets.yaml").onlyOld()).isEqualTo(1);
        assertThat(figures("mends.yaml").refusedOld()).isEqualTo(1);
        List<ShadowDifference> examples = keeper.differences(
                "shouts.yaml", Optional.of("hue"), Optional.of(DifferenceKind.CHANGED), Optional.of("facility.name"));
        assertThat(examples).hasSize(2);
        assertThat(examples.get(0).fields().get(0).after()).contains("A");
        assertThat(examples.get(0).place()).isPresent();
        assertThat(keeper.differences("shouts.yaml", Optional.of("elsewhere"), Optional.empty(), Optional.empty()))
                .isEmpty();
    }

    @Test
    void itGoesOnFromItsPlaceAfterARestartWithItsReport() throws Exception {
        arrive("A=a");
        start("next.yaml", "shouts");
        awaitMessages("next.yaml", 1);
        keeper.close();
        assertThat(held).hasValue(0);
        arrive("B=b");
        boot();
        awaitMessages("next.yaml", 2);
        assertThat(figures("next.yaml").changed()).isEqualTo(2);
        assertThat(keeper.get("next.yaml").orElseThrow().by()).isEqualTo("an");
        assertThat(keeper.differences("next.yaml", Optional.empty(), Optional.empty(), Optional.empty()))
                .hasSize(2);
    }

    @Test
    void whatMayNotBeArchivedIsHeardInMemoryAndWhatIsTooMuchIsCounted() throws Exception {
        archived = false;
        start("next.yaml", "plain");
        await().until(() -> taps.containsKey("hue"));
        taps.get("hue").passed(new Heard("A=a", 3));
        awaitMessages("next.yaml", 1);
        taps.get("hue").passed(new Heard("A=a", 2L << 20));
        assertThat(figures("next.yaml").skipped()).isEqualTo(1);
        assertThat(keeper.get("next.yaml").orElseThrow().instances().get(0).notes())
                .extracting(Text::en)
                .containsExactly("1 messages were not compared: too large.");
        keeper.drop("next.yaml");
        assertThat(taps).isEmpty();
    }

    private record Heard(String body, long size) implements RawMessage {
        @Override
        public String id() {
            return "heard";
        }

        @Override
        public String name() {
            return "heard";
        }

        @Override
        public OffsetDateTime receivedAt() {
            return OffsetDateTime.now(ZoneOffset.UTC);
        }

        @Override
        public Map<String, String> attributes() {
            return Map.of();
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void aCandidateThatFailsAgainAndAgainIsStoppedAndGoesOnWhenAPersonSaysSo() throws Exception {
        start("next.yaml", "throws");
        List.of("A=a", "B=b", "C=c", "D=d").forEach(this::arrive);
        awaitState("next.yaml", ShadowState.STOPPED);
        assertThat(figures("next.yaml").failures()).isEqualTo(3);
        assertThat(keeper.get("next.yaml").orElseThrow().reason().en()).contains("3 messages in a row");
        assertThat(keeper.differences(
                        "next.yaml", Optional.empty(), Optional.of(DifferenceKind.FAILED), Optional.empty()))
                .isNotEmpty()
                .allSatisfy(
                        one -> assertThat(one.fault().orElseThrow().message().en())
                                .contains("IllegalStateException")
                                .doesNotContain("A=a"));
        keeper.resume("next.yaml");
        awaitMessages("next.yaml", 4);
    }

    @Test
    void aCandidateThatHangsIsBrokenOffAndStopped() throws Exception {
        start("waits.yaml", "waits");
        start("plain.yaml", "plain");
        List.of("A=a", "B=b", "C=c").forEach(this::arrive);
        awaitState("waits.yaml", ShadowState.STOPPED);
        assertThat(figures("waits.yaml").failures()).isEqualTo(2);
        awaitMessages("plain.yaml", 3);
        assertThat(keeper.get("plain.yaml").orElseThrow().identical()).isTrue();
    }

    @Test
    void aCandidateThatCannotBeBrokenOffIsLeftToItselfAndTheOthersGoOn() throws Exception {
        start("spins.yaml", "spins");
        start("a-plain.yaml", "plain");
        List.of("A=a", "B=b").forEach(this::arrive);
        awaitState("spins.yaml", ShadowState.STOPPED);
        assertThat(keeper.get("spins.yaml").orElseThrow().reason().en()).contains("cannot be broken off");
        awaitMessages("a-plain.yaml", 2);
        keeper.drop("spins.yaml");
        assertThat(held).hasValue(1);
    }

    @Test
    void aPromotedCandidateGoesThroughTheGateAndTheShadowEnds() throws Exception {
        start("next.yaml", "mends");
        arrive("A=?");
        awaitMessages("next.yaml", 1);
        Promotion promotion = keeper.promote("next.yaml");
        assertThat(promotion.verdict().accepted()).isTrue();
        assertThat(promotion.next().en()).contains("hub:renormalise").contains("hue");
        assertThat(deployed).containsExactly("stations.yaml mends");
        assertThatNothingIsLeft();

        start("forgets.yaml", "forgets");
        Promotion foreseen = keeper.promote("forgets.yaml");
        assertThat(foreseen.verdict().accepted()).isFalse();
        assertThat(foreseen.verdict().reason().en()).isEqualTo("Not taken.");
        assertThat(deployed).as("what would be refused is not put there").hasSize(1);
        assertThat(state("forgets.yaml")).isEqualTo(ShadowState.RUNNING);

        start("shouts.yaml", "shouts");
        assertThat(keeper.promote("shouts.yaml").verdict().accepted()).isFalse();
        assertThat(state("shouts.yaml")).as("a refusal ends nothing").isEqualTo(ShadowState.RUNNING);
    }

    private void assertThatNothingIsLeft() throws Exception {
        assertThat(held).hasValue(0);
        assertThat(keeper.list()).isEmpty();
        List<Path> left = new ArrayList<>();
        for (Path folder : List.of(data.resolve("shadow"), data.resolve("data/shadow"))) {
            try (var all = Files.list(folder)) {
                all.forEach(left::add);
            }
        }
        assertThat(left).isEmpty();
    }

    @Test
    void aDroppedCandidateLeavesNothing() throws Exception {
        start("next.yaml", "waits");
        arrive("A=a");
        keeper.drop("next.yaml");
        assertThatNothingIsLeft();
        assertThatThrownBy(() -> keeper.drop("next.yaml"))
                .isInstanceOfSatisfying(
                        FaultException.class, e -> assertThat(e.fault().code()).isEqualTo("unknown-shadow"));
    }

    @Test
    void filesPutIntoTheFolderByHandAreTriedAndEndWithThem() throws Exception {
        Files.writeString(data.resolve("shadow/next.yaml"), "plain");
        await().until(() -> keeper.get("next.yaml").isPresent());
        arrive("A=a");
        awaitMessages("next.yaml", 1);
        Files.writeString(data.resolve("shadow/next.yaml"), "shouts!".substring(0, 6));
        await().atMost(Duration.ofSeconds(20)).until(() -> figures("next.yaml").messages() == 0);
        Files.delete(data.resolve("shadow/next.yaml"));
        await().until(() -> keeper.list().isEmpty());
        assertThatNothingIsLeft();

        Files.writeString(data.resolve("shadow/bad.yaml"), "bad");
        await().until(() -> keeper.get("bad.yaml").isPresent() && state("bad.yaml") == ShadowState.REFUSED);
        assertThat(keeper.get("bad.yaml").orElseThrow().reason().en()).isEqualTo("It is broken.");
        assertThatThrownBy(() -> keeper.promote("bad.yaml")).hasMessageContaining("It is broken.");
    }

    @Test
    void aRefusedCandidateLeavesTheOneBeforeIt() throws Exception {
        start("next.yaml", "plain");
        assertThatThrownBy(() -> start("next.yaml", "bad")).hasMessageContaining("It is broken.");
        assertThat(state("next.yaml")).isEqualTo(ShadowState.RUNNING);
        assertThatThrownBy(() -> start("../x.yaml", "plain")).hasMessageContaining("not valid");
        assertThat(held).hasValue(1);
    }

    @Test
    void pausedItReadsNothingAndMissesNothing() throws Exception {
        start("next.yaml", "plain");
        arrive("A=a");
        awaitMessages("next.yaml", 1);
        assertThat(keeper.pause("next.yaml").state()).isEqualTo(ShadowState.PAUSED);
        arrive("B=b");
        keeper.close();
        boot();
        await().until(() -> keeper.get("next.yaml").orElseThrow().version().isPresent());
        assertThat(state("next.yaml")).isEqualTo(ShadowState.PAUSED);
        assertThat(figures("next.yaml").messages()).isEqualTo(1);
        keeper.resume("next.yaml");
        awaitMessages("next.yaml", 2);
    }

    @Test
    void anotherLiveVersionBeginsTheFiguresAnew() throws Exception {
        start("next.yaml", "plain");
        arrive("A=a");
        awaitMessages("next.yaml", 1);
        liveVersion = "1.0.1";
        arrive("B=b,C=c");
        await().atMost(Duration.ofSeconds(20)).until(() -> figures("next.yaml").same() == 2);
        ShadowInstance instance =
                keeper.get("next.yaml").orElseThrow().instances().get(0);
        assertThat(instance.liveVersion()).isEqualTo("1.0.1");
        assertThat(instance.notes())
                .extracting(Text::en)
                .anySatisfy(note -> assertThat(note).contains("from 1.0.0 to 1.0.1"));
    }

    @Test
    void settingsThatTheCandidateDoesNotTakeAreTold() throws Exception {
        settings = List.of(Fault.of("missing-setting", "url", "Thiếu url.", "url is missing."));
        start("next.yaml", "plain");
        await().until(() -> !keeper.get("next.yaml")
                .orElseThrow()
                .instances()
                .get(0)
                .standing()
                .settings()
                .isEmpty());
        arrive("A=a");
        ShadowInstance.Standing standing =
                keeper.get("next.yaml").orElseThrow().instances().get(0).standing();
        assertThat(standing.comparable()).isFalse();
        assertThat(standing.settings()).extracting(Text::en).containsExactly("url is missing.");
    }

    @Test
    void itWaitsForWhatItNeedsAndForASource() throws Exception {
        instances = List.of();
        start("next.yaml", "plain");
        assertThat(state("next.yaml")).isEqualTo(ShadowState.WAITING);
        assertThat(keeper.get("next.yaml").orElseThrow().reason().en()).contains("No source has the adapter stations");
        instances = List.of("hue");
        arrive("A=a");
        awaitMessages("next.yaml", 1);
        ready = false;
        awaitState("next.yaml", ShadowState.WAITING);
        assertThat(held).as("its makings went, so it was let go").hasValue(0);
        arrive("B=b");
        ready = true;
        awaitMessages("next.yaml", 2);
    }
}
