package org.iochub.routes.organizations.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.apache.camel.RoutesBuilder;
import org.iochub.api.AdapterDescriptor;
import org.iochub.api.Normalizer;
import org.iochub.api.Sector;
import org.iochub.api.Settings;
import org.iochub.api.Source;
import org.iochub.api.SourceAdapter;
import org.iochub.api.Transport;
import org.iochub.api.list.ListNormalizer;
import org.iochub.api.list.ListRoutes;
import org.iochub.api.list.ListSettings;
import org.iochub.api.list.ListShelf;
import org.iochub.model.Text;
import org.iochub.model.record.RecordTypes;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The organisations of the state («cơ quan, tổ chức») with their official codes, from a list that people put into a folder. */
@Component(service = SourceAdapter.class)
public final class OrganizationsAdapter implements SourceAdapter<ListSettings> {
    private static final AdapterDescriptor<ListSettings> DESCRIPTOR = new AdapterDescriptor<>(
            "organizations",
            Sector.REFERENCE,
            Text.of("Danh mục mã định danh cơ quan, tổ chức", "List of organisations"),
            Text.of(
                    "Nhận danh mục mã định danh điện tử (Quyết định 20/2020/QĐ-TTg) dạng CSV từ một thư mục, cho xem thay đổi"
                            + " trước khi dùng.",
                    "Takes the list of organisations with their codes (Decision 20/2020/QĐ-TTg) as CSV from a folder and"
                            + " shows what it changes before it does."),
            List.of(RecordTypes.ORGANIZATION),
            Transport.FILE,
            Settings.of(ListSettings.class),
            Text.of("Thứ tự danh mục được chấp nhận.", "The order in which lists were accepted."),
            false);

    private final Supplier<Path> data;

    @Activate
    public OrganizationsAdapter() {
        this(ListShelf::hubData);
    }

    /** @param data the hub's folder */
    OrganizationsAdapter(Supplier<Path> data) {
        this.data = data;
    }

    @Override
    public AdapterDescriptor<ListSettings> descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Normalizer normalizer(Source<ListSettings> source) {
        OrganizationRows rows = new OrganizationRows(source.areas());
        return new ListNormalizer<>(RecordTypes.ORGANIZATION, OrganizationRows::readPublished, rows::record);
    }

    @Override
    public RoutesBuilder routes(Source<ListSettings> source) {
        ListShelf shelf = ListShelf.of(data.get(), OrganizationLists.STEM, source.id());
        return new ListRoutes(source, new OrganizationLists(shelf), shelf);
    }
}
