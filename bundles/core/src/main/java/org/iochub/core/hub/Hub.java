package org.iochub.core.hub;

import java.net.URI;
import java.nio.file.Path;

/** This hub. */
public interface Hub {
    /** Tells hubs apart. */
    String id();

    /** How readers reach it, without a slash at the end. */
    URI publicUrl();

    /** The instance's own folder. */
    Path data();
}
