package org.iochub.shadow.internal;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where reports are kept, a file for each shadow, there whole or not at all. */
final class Shelf {
    private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);

    private final ObjectMapper json = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final Path folder;

    Shelf(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    private Path path(String file) {
        return folder.resolve(file + ".json");
    }

    /** Empty when there is none, or none that can be read: the shadow then begins anew. */
    Optional<KeptShadow> read(String file) {
        if (!Files.exists(path(file))) {
            return Optional.empty();
        }
        try {
            return Optional.of(json.readValue(path(file).toFile(), KeptShadow.class));
        } catch (IOException e) {
            LOG.warn("The report of the shadow {} cannot be read and begins anew: {}", file, e.toString());
            return Optional.empty();
        }
    }

    void write(KeptShadow kept) throws IOException {
        Path fresh = folder.resolve("." + kept.file() + ".new");
        Files.write(fresh, json.writeValueAsBytes(kept));
        Files.move(fresh, path(kept.file()), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    void remove(String file) throws IOException {
        Files.deleteIfExists(path(file));
    }

    /** Reports whose file went while the hub did not run. */
    void removeAllBut(Set<String> files) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> stray = all.filter(path -> files.stream().map(this::path).noneMatch(path::equals))
                    .toList();
            for (Path path : stray) {
                Files.deleteIfExists(path);
            }
        }
    }
}
