package org.iochub.core.area.internal;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.iochub.core.hub.Hub;
import org.iochub.model.area.AreaRef;
import org.iochub.model.area.AreaRegistry;
import org.iochub.model.area.Areas;
import org.iochub.model.record.Area;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The units the hub is shipped with and those of the lists in {@code etc/areas/}: files named {@code areas*.csv} and
 * {@code successors*.csv}.
 */
@Component
public final class AreaService implements Areas {
    private final Areas areas;

    @Activate
    public AreaService(@Reference Hub hub) throws IOException {
        Path folder = hub.data().resolve("etc/areas");
        this.areas = Files.isDirectory(folder)
                ? AreaRegistry.builtInAnd(readers(folder, "areas"), readers(folder, "successors"))
                : AreaRegistry.builtIn();
    }

    /** The registry reads each to its end and closes it. */
    private static List<Reader> readers(Path folder, String prefix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix)
                            && file.getFileName().toString().endsWith(".csv"))
                    .sorted()
                    .<Reader>map(AreaService::reader)
                    .toList();
        }
    }

    private static Reader reader(Path file) {
        try {
            return Files.newBufferedReader(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Area> byCode(String code, LocalDate at) {
        return areas.byCode(code, at);
    }

    @Override
    public AreaRef require(String code, LocalDate at) {
        return areas.require(code, at);
    }

    @Override
    public Match byName(String name, Optional<AreaRef> within, LocalDate at) {
        return areas.byName(name, within, at);
    }

    @Override
    public List<Area> spans(String code) {
        return areas.spans(code);
    }

    @Override
    public Set<AreaRef> withBelow(String code, Optional<LocalDate> at) {
        return areas.withBelow(code, at);
    }

    @Override
    public List<Area> all() {
        return areas.all();
    }
}
