package org.iochub.declarative.internal;

import java.time.Duration;
import java.util.Optional;
import org.apache.camel.RoutesBuilder;
import org.iochub.api.AdapterDescriptor;
import org.iochub.api.Normalizer;
import org.iochub.api.Source;
import org.iochub.api.SourceAdapter;
import org.iochub.declarative.internal.fetch.Fetch;
import org.iochub.declarative.internal.format.RecordFormat;
import org.iochub.declarative.internal.mapping.Mapping;

/** The adapter that a file describes. Immutable; its instances share nothing that changes. */
final class DeclaredAdapter implements SourceAdapter<DeclaredSettings> {
    private final AdapterDescriptor<DeclaredSettings> descriptor;
    private final Fetch fetch;
    private final RecordFormat format;
    private final Mapping mapping;
    private final Optional<Duration> freshness;

    DeclaredAdapter(
            AdapterDescriptor<DeclaredSettings> descriptor,
            Fetch fetch,
            RecordFormat format,
            Mapping mapping,
            Optional<Duration> freshness) {
        this.descriptor = descriptor;
        this.fetch = fetch;
        this.format = format;
        this.mapping = mapping;
        this.freshness = freshness;
    }

    @Override
    public AdapterDescriptor<DeclaredSettings> descriptor() {
        return descriptor;
    }

    @Override
    public Optional<Duration> freshness() {
        return freshness;
    }

    @Override
    public Normalizer normalizer(Source<DeclaredSettings> source) {
        return new DeclaredNormalizer(format, mapping, source);
    }

    @Override
    public RoutesBuilder routes(Source<DeclaredSettings> source) {
        return fetch.routes(source);
    }
}
