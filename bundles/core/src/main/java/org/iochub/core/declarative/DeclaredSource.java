package org.iochub.core.declarative;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.iochub.api.SourceAdapter;

/**
 * A declarative source that can run.
 *
 * @param version as the file says it, {@code major.minor.micro}
 * @param instance the instance that the file brings along
 * @param freshness how old its newest data may be before somebody should look
 * @param waivers of the conformance kit's checks
 */
public record DeclaredSource(
        SourceAdapter<?> adapter,
        String version,
        Optional<DefaultInstance> instance,
        Optional<Duration> freshness,
        List<Waiver> waivers) {
    /** The property of the adapter's service that holds its version. */
    public static final String VERSION = "hub.adapter.version";

    /** The property of the adapter's service that names the file it stands in. */
    public static final String FILE = "hub.adapter.file";

    public DeclaredSource {
        waivers = List.copyOf(waivers);
    }

    public DeclaredSource(SourceAdapter<?> adapter, String version, Optional<DefaultInstance> instance) {
        this(adapter, version, instance, Optional.empty(), List.of());
    }

    /** The adapter's id. */
    public String id() {
        return adapter.descriptor().id();
    }
}
