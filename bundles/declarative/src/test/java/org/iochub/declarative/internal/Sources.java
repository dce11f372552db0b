package org.iochub.declarative.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.iochub.core.declarative.Compiled;
import org.iochub.core.declarative.DeclaredSource;
import org.iochub.core.declarative.Mistake;

/** Files for tests of the compiler. */
final class Sources {
    private Sources() {}

    static String reports() {
        return resource("reports.yaml");
    }

    static String resource(String name) {
        try (InputStream in = Sources.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Compiled compile(String yaml) {
        return new DeclaredCompiler().compile("test.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }

    static DeclaredSource good(String yaml) {
        Compiled compiled = compile(yaml);
        assertThat(compiled).isInstanceOf(Compiled.Good.class);
        return ((Compiled.Good) compiled).source();
    }

    static List<Mistake> wrong(String yaml) {
        Compiled compiled = compile(yaml);
        assertThat(compiled).isInstanceOf(Compiled.Wrong.class);
        return ((Compiled.Wrong) compiled).mistakes();
    }
}
