package org.iochub.feed.internal.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.iochub.feed.internal.testing.Face;
import org.junit.jupiter.api.Test;

/** What the documentation hands to Prometheus and Grafana fits what the hub serves. */
class MonitoringFilesTest {
    private static final Path OPERATIONS = Path.of("../../docs/operations");
    private static final Pattern METRIC = Pattern.compile("\\bhub_[a-z_]+");

    private static List<JsonNode> rules() throws IOException {
        List<JsonNode> rules = new ArrayList<>();
        new YAMLMapper()
                .readTree(OPERATIONS.resolve("alert-rules.yaml").toFile())
                .path("groups")
                .forEach(group -> {
                    assertThat(group.path("name").asText()).isNotEmpty();
                    group.path("rules").forEach(rules::add);
                });
        return rules;
    }

    /** Of a histogram, its three series, too. */
    private static Set<String> served() {
        try (Face face = new Face()) {
            Set<String> names = new TreeSet<>();
            face.get(Face.ADMIN, "/metrics")
                    .body()
                    .lines()
                    .filter(line -> line.startsWith("# TYPE "))
                    .forEach(line -> {
                        String[] words = line.split(" ");
                        names.add(words[2]);
                        if (words[3].equals("histogram")) {
                            names.addAll(List.of(words[2] + "_bucket", words[2] + "_sum", words[2] + "_count"));
                        }
                    });
            return names;
        }
    }

    private static Set<String> metrics(String expression) {
        return METRIC.matcher(expression).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    @Test
    void everyRuleIsWholeAndHasItsPage() throws IOException {
        assertThat(rules()).hasSizeGreaterThan(5);
        for (JsonNode rule : rules()) {
            String name = rule.path("alert").asText();
            assertThat(name).matches("[A-Z][A-Za-z]+");
            assertThat(rule.path("expr").asText()).as(name).isNotBlank();
            assertThat(rule.path("for").asText()).as(name).matches("\\d+[smhd]");
            assertThat(rule.at("/labels/severity").asText()).as(name).isIn("critical", "warning");
            assertThat(rule.at("/annotations/summary").asText()).as(name).contains(" / ");
            Path page = Path.of("../..").resolve(rule.at("/annotations/runbook").asText());
            assertThat(page).as(name).isRegularFile();
        }
    }

    @Test
    void everyMetricNamedIsServed() throws IOException {
        Set<String> served = served();
        assertThat(served).contains("hub_source_up", "hub_ingest_batch_seconds_bucket", "hub_alerts_firing");
        for (JsonNode rule : rules()) {
            assertThat(served).containsAll(metrics(rule.path("expr").asText()));
        }
        JsonNode dashboard = new ObjectMapper()
                .readTree(OPERATIONS.resolve("grafana-dashboard.json").toFile());
        Set<Integer> ids = new TreeSet<>();
        assertThat(dashboard.path("panels")).hasSizeGreaterThan(8);
        for (JsonNode panel : dashboard.path("panels")) {
            assertThat(ids.add(panel.path("id").asInt())).isTrue();
            assertThat(panel.path("title").asText()).contains(" / ");
            for (JsonNode target : panel.path("targets")) {
                assertThat(metrics(target.path("expr").asText())).isNotEmpty().isSubsetOf(served);
            }
        }
    }

    /** By Prometheus' own checker, on machines that have it. */
    @Test
    void prometheusTakesTheRules() throws Exception {
        Optional<Path> tool = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "promtool"))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(tool.isPresent(), "no promtool here");
        Process check = new ProcessBuilder(
                        tool.get().toString(),
                        "check",
                        "rules",
                        OPERATIONS.resolve("alert-rules.yaml").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(check.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(check.exitValue()).as(said).isZero();
    }
}
