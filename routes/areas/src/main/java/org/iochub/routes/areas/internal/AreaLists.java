package org.iochub.routes.areas.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iochub.api.list.ListFile;
import org.iochub.api.list.ListRow;
import org.iochub.api.list.ListShelf;
import org.iochub.api.list.OfficialList;
import org.iochub.model.area.AreaFolder;
import org.iochub.model.area.Areas;

/**
 * The units of the hub itself: those it is shipped with and those of {@code etc/areas/}, where the list that was let in
 * is kept. What is published is what the hub resolves codes and names with, so that there is one truth.
 */
final class AreaLists implements OfficialList {
    static final String STEM = "areas";

    private static final byte[] NONE = "code,level,name\n".getBytes(StandardCharsets.UTF_8);

    private final Areas areas;
    private final ListShelf shelf;

    AreaLists(Areas areas, ListShelf shelf) {
        this.areas = areas;
        this.shelf = shelf;
    }

    @Override
    public String stem() {
        return STEM;
    }

    @Override
    public ListFile read(byte[] text) throws IOException {
        return AreaRows.read(text, folderWith(NONE));
    }

    @Override
    public List<ListRow> now() {
        return AreaRows.of(areas.all());
    }

    @Override
    public List<ListRow> with(byte[] text) throws IOException {
        return folderWith(text);
    }

    private List<ListRow> folderWith(byte[] list) throws IOException {
        Path folder = shelf.file().getParent();
        return AreaRows.of(
                AreaFolder.read(folder, Map.of(shelf.file().getFileName().toString(), list))
                        .all());
    }

    @Override
    public Optional<byte[]> published() {
        return Optional.of(ListFile.text(now()));
    }
}
