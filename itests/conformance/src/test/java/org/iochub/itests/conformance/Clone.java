package org.iochub.itests.conformance;

import java.nio.file.Path;
import org.iochub.conformance.adapter.Subjects;

/** The clone that is being built. */
final class Clone {
    static final Path HOME = Path.of("../..").toAbsolutePath().normalize();

    private Clone() {}

    /** Jars are as this build made them: it builds the routes before these tests. */
    static Subjects subjects() {
        return Subjects.found(project -> {});
    }
}
