package org.iochub.deploy.internal;

import java.util.List;
import org.osgi.framework.Version;

/**
 * An adapter that runs, or comes back to run: the truth, whatever the framework's cache says.
 *
 * @param symbolicName of the bundle; {@code source:<id>} of a declarative source
 * @param file the dropped file that brought it
 * @param sha256 of the bundle, or of the declarative source's file
 * @param copy the hub's own copy, relative to the folder of deployments
 * @param changing an update was begun and its outcome is not known: the adapter is set back to the copy
 */
record Accepted(
        String symbolicName,
        String version,
        String file,
        String sha256,
        String copy,
        List<String> adapters,
        boolean changing) {
    private static final String SOURCE = "source:";

    /** No bundle's symbolic name has a colon. */
    static String nameOf(String sourceId) {
        return SOURCE + sourceId;
    }

    boolean declared() {
        return symbolicName.startsWith(SOURCE);
    }

    /** What people call it. */
    String plainName() {
        return declared() ? symbolicName.substring(SOURCE.length()) : symbolicName;
    }

    Version osgiVersion() {
        return Version.parseVersion(version);
    }

    Accepted bringing(List<String> ids) {
        return new Accepted(symbolicName, version, file, sha256, copy, ids, false);
    }

    Accepted changing(boolean value) {
        return new Accepted(symbolicName, version, file, sha256, copy, adapters, value);
    }
}
