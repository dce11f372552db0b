package org.iochub.benchmarks.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.iochub.api.Normalizer;
import org.iochub.api.SourceAdapter;
import org.iochub.benchmarks.Benchmark;
import org.iochub.benchmarks.Options;
import org.iochub.core.declarative.Compiled;
import org.iochub.declarative.internal.DeclaredCompiler;
import org.iochub.declarative.internal.DeclaredSettings;
import org.iochub.model.area.AreaRegistry;
import org.iochub.testkit.TestSource;

/** The same reports into the same store, read by a YAML file and by an adapter written in Java. */
public final class DeclarativeBenchmark implements Benchmark {
    private static final double TARGET = 0.7;

    @Override
    public void run(Options options, PrintStream out) throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(options.folder()), "declarative-");
        try {
            new Duel(
                            "declarative",
                            new Duel.Named("yaml", new HubContender(declared())),
                            new Duel.Named("java", new HubContender(new ReportsNormalizer())),
                            TARGET)
                    .run(options, folder, out);
        } finally {
            Folders.delete(folder);
        }
    }

    @SuppressWarnings("unchecked")
    private static Normalizer declared() throws IOException {
        try (InputStream in = DeclarativeBenchmark.class.getResourceAsStream("reports.yaml")) {
            Compiled compiled = new DeclaredCompiler().compile("reports.yaml", in.readAllBytes());
            if (!(compiled instanceof Compiled.Good good)) {
                throw new IllegalStateException(compiled.toString());
            }
            return ((SourceAdapter<DeclaredSettings>) good.source().adapter())
                    .normalizer(TestSource.of(new DeclaredSettings(Map.of()), AreaRegistry.builtIn()));
        }
    }
}
