package org.iochub.declarative.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.iochub.declarative.internal.expression.function.Functions;
import org.junit.jupiter.api.Test;

/**
 * What is generated into {@code docs/} is what the code says. Run with {@code -Ddocs.write=true}, the build writes it
 * instead of comparing.
 */
class DocumentationTest {
    private static final Path DOCS = Path.of("../../docs");
    private static final boolean WRITE = Boolean.getBoolean("docs.write");
    private static final String BEGIN = "<!-- functions -->\n";
    private static final String END = "<!-- /functions -->\n";

    @Test
    void thePublishedSchemaIsTheOneThatFilesAreCheckedBy() throws IOException {
        Path published = DOCS.resolve("declarative-source.schema.json");
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        String schema = new ObjectMapper()
                        .writer(new DefaultPrettyPrinter()
                                .withObjectIndenter(lines)
                                .withArrayIndenter(lines))
                        .writeValueAsString(new DeclaredCompiler().schema())
                + "\n";
        if (WRITE) {
            Files.writeString(published, schema);
        }
        assertThat(Files.readString(published))
                .as("docs/declarative-source.schema.json is stale: run the tests of declarative with -Ddocs.write=true")
                .isEqualTo(schema);
    }

    @Test
    void everyFunctionStandsInTheReference() throws IOException {
        Path reference = DOCS.resolve("declarative-sources.md");
        String text = Files.readString(reference);
        String table = BEGIN + "| function | nghĩa | meaning |\n|---|---|---|\n"
                + Functions.all().stream()
                        .map(function -> "| `" + function.signature().replace("|", "\\|") + "` | "
                                + function.meaning().vi() + " | "
                                + function.meaning().en() + " |\n")
                        .collect(Collectors.joining())
                + END;
        String before = text.substring(0, text.indexOf(BEGIN));
        String after = text.substring(text.indexOf(END) + END.length());
        if (WRITE) {
            Files.writeString(reference, before + table + after);
        }
        assertThat(Files.readString(reference))
                .as("docs/declarative-sources.md is stale: run the tests of declarative with -Ddocs.write=true")
                .isEqualTo(before + table + after);
    }
}
