package org.iochub.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Everything that fuzzing ever stumbled over, and seeds: {@code corpus/TARGET/FILE}, and the fixtures of sources. */
class CorpusTest {
    private static final Path HOME = Path.of("").toAbsolutePath().getParent().getParent();
    private static final Path CORPUS = HOME.resolve("itests/fuzz/corpus");
    private static final Duration LONGEST = Duration.ofSeconds(10);

    @TestFactory
    Stream<DynamicTest> nothingOfItIsStumbledOverAgain() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Map.Entry<String, Target> target : Targets.all(HOME).entrySet()) {
            List<Path> files = new ArrayList<>(files(CORPUS.resolve(target.getKey())));
            if (target.getKey().startsWith("adapter/")) {
                files.addAll(files(HOME.resolve("routes")
                        .resolve(target.getKey().substring("adapter/".length()))
                        .resolve("fixtures")));
            }
            for (Path file : files) {
                tests.add(DynamicTest.dynamicTest(
                        target.getKey() + " " + file.getFileName(),
                        () -> assertTimeoutPreemptively(
                                LONGEST, () -> target.getValue().read(Files.readAllBytes(file)))));
            }
        }
        assertThat(tests).hasSizeGreaterThan(50);
        return tests.stream();
    }

    @Test
    void everyTargetHasSeedsAndEveryFolderATarget() throws IOException {
        Map<String, Target> targets = Targets.all(HOME);
        for (String name : targets.keySet()) {
            if (!name.startsWith("adapter/")) {
                assertThat(files(CORPUS.resolve(name))).as(name).isNotEmpty();
            }
        }
        assertThat(targets).containsKeys("adapter/finance-csv", "adapter/lris", "adapter/statistics");
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
