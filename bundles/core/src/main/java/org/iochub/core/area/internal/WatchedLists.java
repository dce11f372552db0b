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

    private String lastTrouble = "";

    WatchedLists(Path folder) {
        this.folder = folder;
        this.current = AreaRegistry.builtIn();
        this.taken = Map.of();
        this.lastSeen = Map.of();
        // Nobody copies now: the first look need not wait for a second one.
        look(true);
    }

    Areas current() {
        return current;
    }

    /** Takes up what changed, once it has stood still from one look to the next: a copy may be under way. */
    void look() {
        look(false);
    }

    private void look(boolean first) {
        try {
            Map<Path, Stamp> seen = stamps();
            boolean still = first || seen.equals(lastSeen);
            lastSeen = seen;
            if (still && !seen.equals(taken)) {
                takeUp(seen);
            }
            lastTrouble = "";
        } catch (IOException | RuntimeException e) {
            if (!lastTrouble.equals(e.toString())) {
                lastTrouble = e.toString();
                LOG.error("{}: không đọc được, sẽ thử lại / cannot be read, is tried again: {}", folder, lastTrouble);
            }
        }
    }

    private void takeUp(Map<Path, Stamp> seen) throws IOException {
        try {
            Areas read = AreaFolder.read(folder);
            current = read;
            LOG.info(
                    "{}: {} danh mục, tất cả {} đơn vị hành chính / {} lists, {} administrative units in all",
                    folder,
                    seen.size(),
                    read.all().size(),
                    seen.size(),
                    read.all().size());
        } catch (FaultException e) {
            LOG.error(
                    "{}: {} Danh mục đang dùng vẫn giữ nguyên. / {} The units in use stay as they are.",
                    folder,
                    e.fault().message().vi(),
                    e.fault().message().en());
        }
        taken = seen;
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
