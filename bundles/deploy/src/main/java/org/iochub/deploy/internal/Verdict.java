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
 * @param symbolicName of what it brings, once it could be read; see {@link Accepted}
 * @param rests it was accepted, and does not run now
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
        String sha256,
        boolean rests) {

    Deployment toDeployment() {
        return new Deployment(file, false, at, accepted, Text.of(vi, en), adapters, version, running, sha256);
    }

    Verdict seenAs(Look now) {
        return new Verdict(file, now, at, accepted, vi, en, adapters, symbolicName, version, running, sha256, rests);
    }

    /** Nothing of a file that is gone runs. */
    Verdict ofGoneFile() {
        return new Verdict(
                file, look, at, accepted, vi, en, adapters, symbolicName, version, Optional.empty(), sha256, rests);
    }

    boolean about(Accepted one) {
        return symbolicName.filter(one.symbolicName()::equals).isPresent();
    }

    /** What this file or the one before it brought does not run now. */
    Verdict resting(Text why, Instant now) {
        boolean fell = accepted || rests;
        return new Verdict(
                file,
                look,
                now,
                false,
                fell ? why.vi() : vi,
                fell ? why.en() : en,
                adapters,
                symbolicName,
                version,
                Optional.empty(),
                sha256,
                fell);
    }

    /** It runs again. */
    Verdict awake(Accepted one, Instant now) {
        Text again = Text.of(
                "Phiên bản " + one.version() + " chạy trở lại; bộ kết nối: " + String.join(", ", one.adapters()) + ".",
                "Version " + one.version() + " runs again; adapters: " + String.join(", ", one.adapters()) + ".");
        return new Verdict(
                file,
                look,
                now,
                rests || accepted,
                rests ? again.vi() : vi,
                rests ? again.en() : en,
                adapters,
                symbolicName,
                version,
                Optional.of(one.version()),
                sha256,
                false);
    }
}
