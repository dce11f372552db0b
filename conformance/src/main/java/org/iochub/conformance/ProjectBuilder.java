package org.iochub.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.iochub.conformance.adapter.Subjects;

/** Builds a Java adapter's jar with the clone's Maven: as part of the hub's build when it stands in the clone. */
public final class ProjectBuilder implements Subjects.JarBuilder {
    private static final long MINUTES = 10;
    private final Path home;
    private final boolean tests;

    /**
     * @param home the clone
     * @param tests the project's own tests run as well
     */
    public ProjectBuilder(Path home, boolean tests) {
        this.home = home;
        this.tests = tests;
    }

    @Override
    public void build(Path project) throws IOException {
        Path real = project.toRealPath();
        boolean ours = real.startsWith(home.toRealPath().resolve("routes"));
        List<String> command = new ArrayList<>(List.of(
                home.resolve("mvnw").toString(),
                "-B",
                "-q",
                "-Dstyle.color=never",
                "-DskipTests=" + !tests,
                "-Dspotless.apply.skip=true",
                "-Dspotless.check.skip=true"));
        if (ours) {
            Path root = home.toRealPath();
            command.addAll(List.of(
                    "-f",
                    root.resolve("pom.xml").toString(),
                    "-pl",
                    root.relativize(real).toString(),
                    "-am"));
        } else {
            command.addAll(List.of("-f", real.resolve("pom.xml").toString()));
            command.add("-Diochub.sdk=" + home.toRealPath().resolve("conformance/target/sdk"));
        }
        command.add("package");
        run(command);
    }

    private static void run(List<String> command) throws IOException {
        Path log = Files.createTempFile("hub-check-", ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw failed("did not end within " + MINUTES + " min", log);
            }
            if (process.exitValue() != 0) {
                throw failed("exit " + process.exitValue(), log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            Files.deleteIfExists(log);
        }
    }

    private static Usage failed(String how, Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        String end = String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
        return Usage.of("Không dựng được tệp JAR (" + how + "):\n" + end, "The jar could not be built (" + how + ").");
    }
}
