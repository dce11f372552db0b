package org.iochub.alerts.internal.look;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iochub.alerts.internal.rule.World.Disk;

/** The room left where the hub writes; folders on one disk count once. */
final class Disks {
    private final Map<String, Path> folders;

    Disks(Path data, Path archive) {
        folders = new LinkedHashMap<>();
        folders.put("store", data);
        folders.put("archive", archive);
    }

    List<Disk> look() throws IOException {
        List<FileStore> seen = new ArrayList<>();
        List<Disk> disks = new ArrayList<>();
        for (Map.Entry<String, Path> folder : folders.entrySet()) {
            FileStore disk = Files.getFileStore(existing(folder.getValue()));
            if (!seen.contains(disk)) {
                seen.add(disk);
                disks.add(new Disk(
                        folder.getKey(), folder.getValue().toString(), disk.getUsableSpace(), disk.getTotalSpace()));
            }
        }
        return disks;
    }

    private static Path existing(Path folder) {
        Path there = folder.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there;
    }
}
