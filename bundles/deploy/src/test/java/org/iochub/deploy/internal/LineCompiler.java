package org.iochub.deploy.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.iochub.api.AdapterDescriptor;
import org.iochub.api.Normalizer;
import org.iochub.api.Sector;
import org.iochub.api.Settings;
import org.iochub.api.Source;
import org.iochub.api.SourceAdapter;
import org.iochub.api.Transport;
import org.iochub.core.declarative.Compiled;
import org.iochub.core.declarative.DeclaredSource;
import org.iochub.core.declarative.DefaultInstance;
import org.iochub.core.declarative.Mistake;
import org.iochub.core.declarative.SourceCompiler;
import org.iochub.deploy.fixture.FixtureSettings;
import org.iochub.model.Text;
import org.iochub.model.record.RecordTypes;

/** Knows lines {@code source: id}, {@code version: 1.0.0}, {@code instance: id}; every other line is a mistake. */
final class LineCompiler implements SourceCompiler {
    static String source(String id, String version) {
        return "source: " + id + "\nversion: " + version + "\n";
    }

    @Override
    public Compiled compile(String file, byte[] yaml) {
        Map<String, String> values = new TreeMap<>();
        List<Mistake> mistakes = new ArrayList<>();
        List<String> lines = new String(yaml, StandardCharsets.UTF_8).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String[] parts = lines.get(i).split(": ", 2);
            if (parts.length == 2
                    && List.of("source", "version", "instance", "url").contains(parts[0])) {
                values.put(parts[0], parts[1]);
            } else {
                mistakes.add(new Mistake(i + 1, 1, parts[0], Text.of("Khóa lạ.", "Unknown key.")));
            }
        }
        if (values.containsKey("url") && values.get("url").equals("boom")) {
            throw new IllegalStateException("boom");
        }
        if (!mistakes.isEmpty()) {
            return new Compiled.Wrong(mistakes);
        }
        return new Compiled.Good(new DeclaredSource(
                new Declared(values.get("source")),
                values.get("version"),
                Optional.ofNullable(values.get("instance"))
                        .map(id -> new DefaultInstance(
                                id,
                                Map.of(
                                        "adapter",
                                        values.get("source"),
                                        "tenant",
                                        "quang-ngai",
                                        "url",
                                        values.getOrDefault("url", "http://one.example/"))))));
    }

    private record Declared(String id) implements SourceAdapter<FixtureSettings> {
        @Override
        public AdapterDescriptor<FixtureSettings> descriptor() {
            return new AdapterDescriptor<>(
                    id,
                    Sector.HEALTH,
                    Text.of("Thử", "Fixture"),
                    Text.of("Nguồn khai báo thử.", "A fixture."),
                    List.of(RecordTypes.FACILITY),
                    Transport.FILE,
                    Settings.of(FixtureSettings.class),
                    Text.of("thứ tự đến", "order of arrival"),
                    false);
        }

        @Override
        public Normalizer normalizer(Source<FixtureSettings> source) {
            return message -> Stream.empty();
        }

        @Override
        public RoutesBuilder routes(Source<FixtureSettings> source) {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    // a fixture has no routes
                }
            };
        }
    }
}
