package org.iochub.deploy.internal;

import java.util.List;
import org.osgi.framework.Version;

/**
 * An adapter bundle that runs, or comes back to run: the truth, whatever the framework's cache says.
 *
 * @param file the dropped file that brought it
 * @param sha256 of the bundle
 * @param copy the hub's own copy, relative to the folder of deployments
 * @param changing an update was begun and its outcome is not known: the bundle is set back to the copy
 */
record Accepted(
        String symbolicName,
        String version,
        String file,
        String sha256,
        String copy,
        List<String> adapters,
        boolean changing) {

    Version osgiVersion() {
        return Version.parseVersion(version);
    }

    Accepted changing(boolean value) {
        return new Accepted(symbolicName, version, file, sha256, copy, adapters, value);
    }
}
