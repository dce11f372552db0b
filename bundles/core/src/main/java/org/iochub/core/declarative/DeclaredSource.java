package org.iochub.core.declarative;

import java.util.Optional;
import org.iochub.api.SourceAdapter;

/**
 * A declarative source that can run.
 *
 * @param version as the file says it, {@code major.minor.micro}
 * @param instance the instance that the file brings along
 */
public record DeclaredSource(SourceAdapter<?> adapter, String version, Optional<DefaultInstance> instance) {
    /** The property of the adapter's service that holds its version. */
    public static final String VERSION = "hub.adapter.version";

    /** The property of the adapter's service that names the file it stands in. */
    public static final String FILE = "hub.adapter.file";

    /** The adapter's id. */
    public String id() {
        return adapter.descriptor().id();
    }
}
