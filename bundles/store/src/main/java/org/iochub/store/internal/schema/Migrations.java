package org.iochub.store.internal.schema;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.iochub.store.internal.jdbc.Database;

/** Brings the tables to this version's form. */
public final class Migrations {
    /** A list instead of a search of the class path, which works in no OSGi framework. */
    private static final List<String> SCRIPTS = List.of(
            "common/V1__store.sql",
            "common/V2__current_journal.sql",
            "common/V3__audit.sql",
            "common/V4__delivery.sql",
            "common/V5__lineage.sql",
            "common/V6__replay.sql",
            "common/V7__epochs_and_retention.sql",
            "common/V8__renormalise.sql",
            "common/V11__quality.sql",
            "common/V13__erased_messages.sql");

    private Migrations() {}

    /** The version of the newest form. */
    public static int latest() {
        return SCRIPTS.stream()
                .map(script -> script.replaceAll(".*/V(\\d+)__.*", "$1"))
                .mapToInt(Integer::parseInt)
                .max()
                .orElseThrow();
    }

    public static void run(Database database) {
        run(database, latest());
    }

    /** Not further than a version that once was the newest. */
    public static void run(Database database, int version) {
        ClassLoader own = Migrations.class.getClassLoader();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // Flyway finds its parts by service files, which stand in this bundle.
        thread.setContextClassLoader(own);
        try {
            Flyway.configure(own)
                    .dataSource(database.dataSource())
                    .resourceProvider(new Scripts())
                    .javaMigrationClassProvider(List::of)
                    .placeholders(database.dialect().placeholders())
                    .table("schema_history")
                    .target(String.valueOf(version))
                    .loggers("slf4j")
                    .load()
                    .migrate();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static final class Scripts implements ResourceProvider {
        @Override
        public LoadableResource getResource(String name) {
            return SCRIPTS.stream()
                    .filter(name::endsWith)
                    .findFirst()
                    .map(Script::new)
                    .orElse(null);
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return SCRIPTS.stream()
                    .<LoadableResource>map(Script::new)
                    .filter(script -> script.getFilename().startsWith(prefix)
                            && List.of(suffixes).stream().anyMatch(script.getFilename()::endsWith))
                    .toList();
        }
    }

    private static final class Script extends LoadableResource {
        private final String path;

        Script(String script) {
            this.path = "/org/iochub/store/migration/" + script;
        }

        @Override
        public Reader read() {
            return new InputStreamReader(Migrations.class.getResourceAsStream(path), StandardCharsets.UTF_8);
        }

        @Override
        public String getAbsolutePath() {
            return path;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return path;
        }

        @Override
        public String getFilename() {
            return path.substring(path.lastIndexOf('/') + 1);
        }

        @Override
        public String getRelativePath() {
            return path;
        }
    }
}
