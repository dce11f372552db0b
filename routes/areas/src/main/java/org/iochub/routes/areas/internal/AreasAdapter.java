package org.iochub.routes.areas.internal;

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

/** The administrative units («đơn vị hành chính») that the hub knows, and the way by which an official list becomes them. */
@Component(service = SourceAdapter.class)
public final class AreasAdapter implements SourceAdapter<ListSettings> {
    private static final AdapterDescriptor<ListSettings> DESCRIPTOR = new AdapterDescriptor<>(
            "areas",
            Sector.REFERENCE,
            Text.of("Danh mục đơn vị hành chính", "List of administrative units"),
            Text.of(
                    "Nhận danh mục đơn vị hành chính dạng CSV từ một thư mục, cho xem thay đổi trước khi dùng, rồi phát các đơn vị"
                            + " hub đang dùng.",
                    "Takes the list of administrative units as CSV from a folder, shows what it changes before it does, and"
                            + " publishes the units in use."),
            List.of(RecordTypes.AREA),
            Transport.FILE,
            Settings.of(ListSettings.class),
            Text.of("Thứ tự danh mục được chấp nhận.", "The order in which lists were accepted."),
            false);

    private final Supplier<Path> data;

    @Activate
    public AreasAdapter() {
        this(ListShelf::hubData);
    }

    /** @param data the hub's folder */
    AreasAdapter(Supplier<Path> data) {
        this.data = data;
    }

    @Override
    public AdapterDescriptor<ListSettings> descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Normalizer normalizer(Source<ListSettings> source) {
        return new ListNormalizer<>(RecordTypes.AREA, AreaRows::readPublished, AreaRows::record);
    }

    @Override
    public RoutesBuilder routes(Source<ListSettings> source) {
        ListShelf shelf = ListShelf.of(data.get(), AreaLists.STEM, source.id());
        return new ListRoutes(source, new AreaLists(source.areas(), shelf), shelf);
    }
}
