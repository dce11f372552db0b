package org.iochub.delivery.internal.testing;

import java.net.URI;
import java.nio.file.Path;
import org.iochub.core.hub.Hub;

/** A hub with a name. */
public record TestHub(Path data) implements Hub {
    @Override
    public String id() {
        return "test";
    }

    @Override
    public URI publicUrl() {
        return URI.create("https://hub.example.vn");
    }
}
