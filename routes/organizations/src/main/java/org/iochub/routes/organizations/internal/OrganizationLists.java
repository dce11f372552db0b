package org.iochub.routes.organizations.internal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.iochub.api.list.ListFile;
import org.iochub.api.list.ListRow;
import org.iochub.api.list.ListShelf;
import org.iochub.api.list.OfficialList;

/** The organisations of the list that was let in; nobody else keeps them. */
final class OrganizationLists implements OfficialList {
    static final String STEM = "organizations";

    private final ListShelf shelf;

    OrganizationLists(ListShelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public String stem() {
        return STEM;
    }

    @Override
    public ListFile read(byte[] text) {
        return OrganizationRows.read(text);
    }

    @Override
    public List<ListRow> now() throws IOException {
        return shelf.list().map(text -> read(text).rows()).orElse(List.of());
    }

    @Override
    public List<ListRow> with(byte[] text) {
        return read(text).rows();
    }

    @Override
    public Optional<byte[]> published() throws IOException {
        return shelf.list();
    }
}
