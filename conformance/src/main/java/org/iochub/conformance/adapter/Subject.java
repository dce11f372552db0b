package org.iochub.conformance.adapter;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.iochub.api.SourceAdapter;

/**
 * An adapter that is examined.
 *
 * @param path as the author named it
 * @param version as its file says
 * @param folder where its README and its fixtures stand; a jar alone has none
 * @param jar of a Java adapter
 * @param instance keys of an instance for the fixtures, {@code tenant} among them
 * @param loader closes what its classes were loaded from
 */
public record Subject(
        Path path,
        Kind kind,
        SourceAdapter<?> adapter,
        String version,
        Optional<Path> folder,
        Optional<Path> jar,
        Fixtures fixtures,
        Map<String, String> instance,
        Waivers waivers,
        AutoCloseable loader)
        implements AutoCloseable {
    public String id() {
        return adapter.descriptor().id();
    }

    @Override
    public void close() throws Exception {
        loader.close();
    }
}
