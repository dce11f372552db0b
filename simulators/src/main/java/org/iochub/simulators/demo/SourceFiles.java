package org.iochub.simulators.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;

/** Writes the configuration of source instances into a hub's {@code etc/}. */
final class SourceFiles {
    /** The first line of each: the demo takes what carries it away before its next start, its servers being gone. */
    private static final String MARK = "# simulated, written anew by each demo\n";

    private final Path etc;

    SourceFiles(Path etc) {
        this.etc = etc;
    }

    /** One file per instance, each whole or not at all. */
    void write(Map<String, Map<String, String>> instances) throws IOException {
        for (Map.Entry<String, Map<String, String>> instance : instances.entrySet()) {
            StringBuilder text = new StringBuilder(MARK);
            new TreeMap<>(instance.getValue())
                    .forEach((key, value) -> text.append(key)
                            .append(" = ")
                            .append(value.replace("\\", "\\\\"))
                            .append('\n'));
            Path part = Files.writeString(etc.resolve("source-" + instance.getKey() + ".part"), text);
            Files.move(
                    part,
                    etc.resolve("org.iochub.source-" + instance.getKey() + ".cfg"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
