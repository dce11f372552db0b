package org.iochub.quality.internal;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.api.Delivered;
import org.iochub.core.source.SourceStatus;
import org.iochub.core.source.Sources;

/** Instances that are only looked at. */
record KnownSources(List<SourceStatus> list) implements Sources {
    @Override
    public Optional<SourceStatus> get(String id) {
        return list.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    @Override
    public void start(String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void stop(String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void restart(String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void startOver(String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Delivered push(String id, Optional<String> named, Map<String, String> attributes, InputStream body) {
        throw new UnsupportedOperationException();
    }
}
