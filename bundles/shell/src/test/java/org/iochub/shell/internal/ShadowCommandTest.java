package org.iochub.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.karaf.shell.support.CommandException;
import org.iochub.core.deploy.Deployment;
import org.iochub.core.shadow.DifferenceKind;
import org.iochub.core.shadow.Figures;
import org.iochub.core.shadow.Promotion;
import org.iochub.core.shadow.Shadow;
import org.iochub.core.shadow.ShadowDifference;
import org.iochub.core.shadow.ShadowInstance;
import org.iochub.core.shadow.ShadowState;
import org.iochub.core.shadow.Shadows;
import org.iochub.model.Fault;
import org.iochub.model.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShadowCommandTest {
    @TempDir
    Path folder;

    private final Fake shadows = new Fake();
    private boolean gateTakesIt = true;

    private ShadowCommand shadow(String... words) {
        ShadowCommand command = new ShadowCommand();
        command.shadows = shadows;
        command.words = List.of(words);
        return command;
    }

    private static String run(HubCommand command) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        command.out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        command.execute();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static JsonNode json(HubCommand command) throws Exception {
        command.json = true;
        return new ObjectMapper().readTree(run(command));
    }

    private static void fails(HubCommand command, String en) {
        assertThatThrownBy(() -> run(command))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining(en);
    }

    private String begun() throws Exception {
        Path file = Files.writeString(folder.resolve("opening-hours.yaml"), "source: opening-hours");
        return run(shadow("start", file.toString(), "--since", "2026-03-01T00:00:00+07:00"));
    }

    @Test
    void aFileIsStartedShownAndPromoted() throws Exception {
        assertThat(begun()).contains("Khác ở", "opening-hours 1.1.0", "hue");
        assertThat(shadows.started).containsExactly("opening-hours.yaml 2026-02-28T17:00:00Z user:karaf");
        assertThat(json(shadow("show", "opening-hours.yaml"))
                        .path("figures")
                        .path("changed")
                        .asInt())
                .isEqualTo(2);
        assertThat(json(shadow()).path("shadows")).hasSize(1);
        assertThat(run(shadow("promote", "opening-hours.yaml"))).contains("accepted", "hub:renormalise");
        fails(shadow("show", "opening-hours.yaml"), "no shadow");
    }

    @Test
    void linesFitAndPersonalValuesAreNotThere() throws Exception {
        begun();
        for (String output : List.of(
                run(shadow("list")),
                run(shadow("show", "opening-hours.yaml")),
                run(shadow("differences", "opening-hours.yaml")))) {
            assertThat(output.lines())
                    .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
        }
        assertThat(run(shadow("differences", "opening-hours.yaml", "--kind", "changed")))
                .contains("status: open -> closed", "text: (không hiện / not shown)");
        assertThat(json(shadow("differences", "opening-hours.yaml", "--kind", "only-new"))
                        .path("differences"))
                .isEmpty();
        fails(shadow("differences", "opening-hours.yaml", "--kind", "lost"), "no kind");
    }

    @Test
    void aRefusedPromotionFailsTheCommandAndDropEndsIt() throws Exception {
        begun();
        gateTakesIt = false;
        fails(shadow("promote", "opening-hours.yaml"), "did not take");
        assertThat(json(shadow("pause", "opening-hours.yaml")).path("state").asText())
                .isEqualTo("paused");
        assertThat(json(shadow("resume", "opening-hours.yaml")).path("state").asText())
                .isEqualTo("running");
        assertThat(json(shadow("drop", "opening-hours.yaml")).path("file").asText())
                .isEqualTo("opening-hours.yaml");
        assertThat(json(shadow("list")).path("shadows")).isEmpty();
    }

    @Test
    void whatIsWrittenWrongIsSaid() {
        fails(shadow("dance"), "no action");
        fails(shadow("show"), "NAME");
        fails(shadow("start", folder.resolve("none.yaml").toString()), "no file");
        fails(shadow("drop", "none.yaml"), "no shadow");
        assertThatThrownBy(() -> {
                    begun();
                    run(shadow("start", folder.resolve("opening-hours.yaml").toString(), "--since", "yesterday"));
                })
                .hasMessageContaining("is written like");
    }

    private final class Fake implements Shadows {
        private final List<String> started = new ArrayList<>();
        private final Map<String, Shadow> all = new TreeMap<>();

        @Override
        public List<Shadow> list() {
            return List.copyOf(all.values());
        }

        @Override
        public Optional<Shadow> get(String file) {
            return Optional.ofNullable(all.get(file));
        }

        @Override
        public Shadow start(String file, InputStream content, Optional<Instant> since, String by) {
            started.add(file + " " + since.map(Instant::toString).orElse("now") + " " + by);
            return put(file, ShadowState.RUNNING);
        }

        private Shadow put(String file, ShadowState state) {
            Figures figures = new Figures(
                    12_345,
                    2,
                    123_000,
                    2,
                    1,
                    0,
                    0,
                    1,
                    0,
                    0,
                    Duration.ofSeconds(9),
                    Duration.ofSeconds(8),
                    Duration.ZERO);
            Text note = Text.of("Một ghi chú dài để xem dòng có vừa không: ".repeat(3), "A note.");
            ShadowInstance instance = new ShadowInstance(
                    "hue",
                    "1.0.0",
                    new ShadowInstance.Standing("thua-thien-hue", true, List.of(note), true, true),
                    List.of(note),
                    figures,
                    Map.of("facility.status", 2L),
                    Optional.of(Instant.EPOCH));
            Shadow shadow = new Shadow(
                    file,
                    "00",
                    state,
                    Text.of("", ""),
                    "opening-hours",
                    Optional.of("1.1.0"),
                    List.of("opening-hours"),
                    file,
                    Optional.of(note),
                    Text.of("Khác ở 2 bản ghi.", "Different in 2 records."),
                    false,
                    Instant.EPOCH,
                    Instant.EPOCH,
                    "user:karaf",
                    List.of(instance));
            all.put(file, shadow);
            return shadow;
        }

        @Override
        public List<ShadowDifference> differences(
                String file, Optional<String> source, Optional<DifferenceKind> kind, Optional<String> field) {
            ShadowDifference one = new ShadowDifference(
                    "hue",
                    DifferenceKind.CHANGED,
                    "facility",
                    "0123456789abcdefghijklmnopqrstuv",
                    "sha256:" + "0".repeat(64),
                    Optional.empty(),
                    Instant.EPOCH,
                    "line 2",
                    List.of(
                            new ShadowDifference.Field(
                                    "status", "/status", Optional.of("open"), Optional.of("closed"), false),
                            new ShadowDifference.Field("text", "/text", Optional.empty(), Optional.empty(), true)),
                    Optional.of(Fault.of("too-slow", "", "Chậm.", "Slow.")));
            return kind.filter(wanted -> wanted != one.kind()).isPresent() ? List.of() : List.of(one);
        }

        @Override
        public Promotion promote(String file) {
            Shadow last = all.get(file);
            if (gateTakesIt) {
                all.remove(file);
            }
            Deployment verdict = new Deployment(
                    file,
                    false,
                    Instant.EPOCH,
                    gateTakesIt,
                    Text.of("Lý do.", "Reason."),
                    List.of("opening-hours"),
                    Optional.of("1.1.0"),
                    Optional.of("1.1.0"),
                    "00");
            return new Promotion(verdict, last, Text.of("Chạy hub:renormalise.", "Run hub:renormalise."));
        }

        @Override
        public Shadow drop(String file) {
            return all.remove(file);
        }

        @Override
        public Shadow pause(String file) {
            return put(file, ShadowState.PAUSED);
        }

        @Override
        public Shadow resume(String file) {
            return put(file, ShadowState.RUNNING);
        }
    }
}
