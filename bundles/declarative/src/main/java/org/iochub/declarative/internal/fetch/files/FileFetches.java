package org.iochub.declarative.internal.fetch.files;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.iochub.api.Source;
import org.iochub.api.Transport;
import org.iochub.declarative.internal.DeclaredSettings;
import org.iochub.declarative.internal.Problems;
import org.iochub.declarative.internal.fetch.Fetch;
import org.iochub.declarative.internal.fetch.FetchFactory;
import org.iochub.declarative.internal.fetch.Options;

/** {@code from.file}: reads files from a folder that the hub's machine sees. */
public final class FileFetches implements FetchFactory {
    private final Supplier<Path> data;

    public FileFetches() {
        this(FileFetches::hubData);
    }

    /** @param data the hub's own folder */
    FileFetches(Supplier<Path> data) {
        this.data = data;
    }

    private static Path hubData() {
        String set = System.getenv("HUB_DATA");
        return Path.of(set == null || set.isBlank() ? System.getProperty("karaf.base", ".") : set);
    }

    @Override
    public String name() {
        return "file";
    }

    @Override
    public Fetch compile(JsonNode node, String pointer, Tools tools, Problems problems) {
        Options options = new Options(node, pointer, tools.settings(), problems);
        FilePlan plan = FilePlan.of(options);
        Folder.check(options);
        return new Fetch() {
            @Override
            public Transport transport() {
                return Transport.FILE;
            }

            @Override
            public RoutesBuilder routes(Source<DeclaredSettings> source) {
                return new Routes(plan, source, data.get());
            }
        };
    }

    private static final class Routes extends FileRoutes<File> {
        private final Path data;

        Routes(FilePlan plan, Source<DeclaredSettings> source, Path data) {
            super(plan, source);
            this.data = data;
        }

        @Override
        String address() {
            return "file:" + place();
        }

        @Override
        String place() {
            return Folder.of(Remote.directory(plan, fill), data).toString();
        }

        @Override
        BooleanSupplier there() {
            Path folder = Path.of(place());
            return () -> Files.isReadable(folder) && Files.isDirectory(folder);
        }

        @Override
        String more() {
            // The name keeps instances that read the same folder apart: each one's endpoint is its own.
            return "&readLock=none&antExclude=RAW(.of-" + source.id() + ")";
        }

        @Override
        void arrange(GenericFileEndpoint<File> inbox) {
            // Nothing here is secret.
        }
    }
}
