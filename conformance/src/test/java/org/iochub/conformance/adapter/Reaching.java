package org.iochub.conformance.adapter;

import java.util.List;
import org.apache.camel.RoutesBuilder;
import org.iochub.api.AdapterDescriptor;
import org.iochub.api.Normalizer;
import org.iochub.api.Source;
import org.iochub.api.SourceAdapter;
import org.iochub.core.settings.Nearest;

/** An adapter that uses what it may not see. */
public final class Reaching implements SourceAdapter<Visible.Keys> {
    @Override
    public AdapterDescriptor<Visible.Keys> descriptor() {
        throw new IllegalStateException("seen: " + Nearest.of("a", List.of("a")));
    }

    @Override
    public Normalizer normalizer(Source<Visible.Keys> source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RoutesBuilder routes(Source<Visible.Keys> source) {
        throw new UnsupportedOperationException();
    }
}
