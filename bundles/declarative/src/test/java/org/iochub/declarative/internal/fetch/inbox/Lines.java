package org.iochub.declarative.internal.fetch.inbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.RoutesBuilder;
import org.iochub.api.AdapterDescriptor;
import org.iochub.api.Change;
import org.iochub.api.Normalizer;
import org.iochub.api.RawPart;
import org.iochub.api.Source;
import org.iochub.api.SourceAdapter;
import org.iochub.declarative.internal.DeclaredSettings;
import org.iochub.declarative.internal.fetch.Fetch;
import org.iochub.model.Fault;
import org.iochub.testkit.TestHub;

/** An adapter around a fetch, to which each line of a message is a record of its own. */
public record Lines(Fetch fetch) implements SourceAdapter<DeclaredSettings> {
    /** A hub that knows records by their lines. */
    public static TestHub<DeclaredSettings> hub(Fetch fetch) {
        return new TestHub<>(new Lines(fetch), Lines::text);
    }

    /** Every line taken, in order, also those that came twice. */
    public static List<String> taken(TestHub<DeclaredSettings> hub) {
        return hub.taken().stream()
                .flatMap(message -> message.changes().stream())
                .map(Lines::text)
                .toList();
    }

    private static String text(Change change) {
        try (InputStream raw = change.raw().content().open()) {
            return new String(raw.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public AdapterDescriptor<DeclaredSettings> descriptor() {
        throw new UnsupportedOperationException("no test asks");
    }

    @Override
    public Normalizer normalizer(Source<DeclaredSettings> source) {
        return message -> {
            List<Change> changes = new ArrayList<>();
            try (BufferedReader in =
                    new BufferedReader(new InputStreamReader(message.open(), StandardCharsets.UTF_8))) {
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    changes.add(new Change.Refusal(Fault.of("line", "", "dòng", "line"), RawPart.of("", line)));
                }
            }
            return changes.stream();
        };
    }

    @Override
    public RoutesBuilder routes(Source<DeclaredSettings> source) {
        return fetch.routes(source);
    }
}
