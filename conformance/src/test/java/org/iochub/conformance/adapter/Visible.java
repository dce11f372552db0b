package org.iochub.conformance.adapter;

import java.util.List;
import org.apache.camel.RoutesBuilder;
import org.iochub.api.AdapterDescriptor;
import org.iochub.api.Normalizer;
import org.iochub.api.Sector;
import org.iochub.api.Settings;
import org.iochub.api.Source;
import org.iochub.api.SourceAdapter;
import org.iochub.api.Transport;
import org.iochub.model.Text;
import org.iochub.model.record.RecordTypes;

/** An adapter that a test packs into a jar. */
public final class Visible implements SourceAdapter<Visible.Keys> {
    /** No keys. */
    public record Keys() {}

    @Override
    public AdapterDescriptor<Keys> descriptor() {
        Text text = Text.of("Thử", "Test");
        return new AdapterDescriptor<>(
                "visible",
                Sector.LAND,
                text,
                text,
                List.of(RecordTypes.LAND_PARCEL),
                Transport.FILE,
                Settings.of(Keys.class),
                text,
                false);
    }

    @Override
    public Normalizer normalizer(Source<Keys> source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RoutesBuilder routes(Source<Keys> source) {
        throw new UnsupportedOperationException();
    }
}
