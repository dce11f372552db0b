package org.iochub.deploy.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.iochub.core.deploy.Deployment;
import org.iochub.model.Text;

/**
 * A verdict as it is kept.
 *
 * @param look what the file looked like when it was judged: while it looks the same it is not judged again
 * @param symbolicName of the bundle, once it could be read
 */
record Verdict(
        String file,
        Look look,
        Instant at,
        boolean accepted,
        String vi,
        String en,
        List<String> adapters,
        Optional<String> symbolicName,
        Optional<String> version,
        Optional<String> running,
        String sha256) {

    Deployment toDeployment() {
        return new Deployment(file, at, accepted, Text.of(vi, en), adapters, version, running, sha256);
    }

    Verdict seenAs(Look now) {
        return new Verdict(file, now, at, accepted, vi, en, adapters, symbolicName, version, running, sha256);
    }
}
