package org.iochub.store.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In the bundle Flyway sees our service file alone: it must name everything that the jars' own files name. */
class ServiceFileTest {
    private static final String FILE = "META-INF/services/org.flywaydb.core.extensibility.Plugin";

    @Test
    void theBundlesServiceFileIsComplete() throws Exception {
        List<URL> all = Collections.list(getClass().getClassLoader().getResources(FILE));
        List<String> ours = all.stream()
                .filter(url -> url.getProtocol().equals("file"))
                .flatMap(url -> names(url).stream())
                .toList();
        List<String> theirs = all.stream()
                .filter(url ->
                        url.getPath().contains("flyway-core") || url.getPath().contains("flyway-database-postgresql"))
                .flatMap(url -> names(url).stream())
                .toList();
        assertThat(theirs).hasSizeGreaterThan(10);
        assertThat(ours).containsExactlyInAnyOrderElementsOf(theirs);
    }

    private static List<String> names(URL url) {
        try (InputStream in = url.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::trim)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
