package org.iochub.core.area.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import org.iochub.model.FaultException;
import org.iochub.model.area.AreaFolder;
import org.iochub.model.area.AreaRegistry;
import org.iochub.model.area.Areas;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lists of a folder as they are now. Lists that are wrong are said in the log, once, and change nothing: what
 * counted before counts on. Looked at by one thread, asked by any.
 */
final class WatchedLists {
    private static final Logger LOG = LoggerFactory.getLogger(WatchedLists.class);

    private record Stamp(long size, long time) {}

    private final Path folder;
    private Map<Path, Stamp> taken;
    private Map<Path, Stamp> lastSeen;
    private volatile Areas current;

    WatchedLists(Path folder) {
        this.folder = folder;
        this.current = AreaRegistry.builtIn();
        this.taken = Map.of();
        this.lastSeen = Map.of();
        try {
            this.lastSeen = stamps();
            takeUp(lastSeen);
        } catch (IOException e) {
            LOG.error("{}: {}", folder, e.toString());
        }
    }

    Areas current() {
        return current;
    }

    /** Takes up what changed, once it has stood still from one look to the next: a copy may be under way. */
    void look() {
        try {
            Map<Path, Stamp> seen = stamps();
            boolean still = seen.equals(lastSeen);
            lastSeen = seen;
            if (still && !seen.equals(taken)) {
                takeUp(seen);
            }
        } catch (IOException | RuntimeException e) {
            LOG.error("{}: {}", folder, e.toString());
        }
    }

    private void takeUp(Map<Path, Stamp> seen) throws IOException {
        taken = seen;
        if (seen.isEmpty()) {
            current = AreaRegistry.builtIn();
            return;
        }
        try {
            Areas read = AreaFolder.read(folder);
            current = read;
            LOG.info(
                    "{}: {} lists, {} units / đơn vị",
                    folder,
                    seen.size(),
                    read.all().size());
        } catch (FaultException e) {
            LOG.error(
                    "{}: {} Danh mục đang dùng vẫn giữ nguyên. / {} The units in use stay as they are.",
                    folder,
                    e.fault().message().vi(),
                    e.fault().message().en());
        }
    }

    private Map<Path, Stamp> stamps() throws IOException {
        Map<Path, Stamp> stamps = new TreeMap<>();
        for (Path file : AreaFolder.files(folder)) {
            try {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                stamps.put(
                        file,
                        new Stamp(
                                attributes.size(), attributes.lastModifiedTime().toMillis()));
            } catch (NoSuchFileException e) {
                // Went between the listing and this.
                continue;
            }
        }
        return stamps;
    }
}
