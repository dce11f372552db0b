package org.iochub.deploy.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.core.declarative.DeclaredSource;
import org.osgi.framework.Version;

/** What a dropped file brings, in order by itself. */
sealed interface Candidate {
    /** What stays the same over its versions. */
    String name();

    Version version();

    /** What is kept of it. */
    Path content();

    /** Ids of its adapters, as far as they are known before it runs. */
    List<String> adapters();

    /** Configuration it brings: file name in etc to content. */
    Map<String, byte[]> configuration();

    /** Where the copy of this content lies, relative to the folder of copies. */
    String copy(String sha256);

    /** An adapter's bundle, by itself or out of a KAR. */
    record OfBundle(AdapterJar jar, Path content, Map<String, byte[]> configuration) implements Candidate {
        @Override
        public String name() {
            return jar.symbolicName();
        }

        @Override
        public Version version() {
            return jar.version();
        }

        @Override
        public List<String> adapters() {
            return List.of();
        }

        @Override
        public String copy(String sha256) {
            return name() + "/" + version() + "-" + sha256.substring(0, 12) + ".jar";
        }
    }

    /** A declarative source. */
    record OfSource(DeclaredSource source, Path content) implements Candidate {
        @Override
        public String name() {
            return Accepted.nameOf(source.id());
        }

        @Override
        public Version version() {
            return Version.parseVersion(source.version());
        }

        @Override
        public List<String> adapters() {
            return List.of(source.id());
        }

        @Override
        public Map<String, byte[]> configuration() {
            return Map.of();
        }

        @Override
        public String copy(String sha256) {
            return "sources/" + source.id() + "-" + version() + "-" + sha256.substring(0, 12) + ".yaml";
        }

        Optional<String> instance() {
            return source.instance().map(one -> one.id());
        }
    }
}
