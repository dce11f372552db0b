package org.iochub.store.internal.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What an instance has besides its store: configuration, keys, what was deployed, the raw archive. */
final class HubFiles {
    /** Relative to the instance's folder. The archive is last: it must have whatever the store speaks of. */
    static final List<String> ROOTS =
            List.of("hub.id", "admin.key", "etc", "keys", "deploy", "data/deployments", "reports", "archive");

    private HubFiles() {}

    /** Relative names, with slashes. */
    static List<String> list(Path data) throws IOException {
        List<String> files = new ArrayList<>();
        for (String root : ROOTS) {
            Path start = data.resolve(root);
            if (!Files.exists(start)) {
                continue;
            }
            try (Stream<Path> walk = Files.walk(start, FileVisitOption.FOLLOW_LINKS)) {
                walk.filter(Files::isRegularFile)
                        .map(path -> data.relativize(path).toString().replace('\\', '/'))
                        .sorted()
                        .forEach(files::add);
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
        return files;
    }

    /** What the file held when this began: one that grows meanwhile is cut there. One that is gone is empty. */
    static void copy(Path file, OutputStream out) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            long left = Files.size(file);
            byte[] buffer = new byte[1 << 16];
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    return;
                }
                out.write(buffer, 0, read);
                left -= read;
            }
        }
    }

    /** Those that can be there one moment and not the next: files on their way. */
    static boolean gone(IOException e) {
        return e instanceof NoSuchFileException;
    }
}
