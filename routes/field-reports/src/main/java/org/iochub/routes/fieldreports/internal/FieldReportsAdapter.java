package org.iochub.routes.fieldreports.internal;

import java.util.List;
import org.apache.camel.RoutesBuilder;
import org.iochub.api.AdapterDescriptor;
import org.iochub.api.Normalizer;
import org.iochub.api.Sector;
import org.iochub.api.Settings;
import org.iochub.api.Source;
import org.iochub.api.SourceAdapter;
import org.iochub.api.Transport;
import org.iochub.model.Text;
import org.iochub.model.record.RecordTypes;
import org.osgi.service.component.annotations.Component;

/** Field reports («phản ánh hiện trường») from servers that speak Open311 GeoReport v2. */
@Component(service = SourceAdapter.class)
public final class FieldReportsAdapter implements SourceAdapter<FieldReportsSettings> {
    private static final AdapterDescriptor<FieldReportsSettings> DESCRIPTOR = new AdapterDescriptor<>(
            "field-reports",
            Sector.CITIZEN_REPORTS,
            Text.of("Phản ánh hiện trường (Open311)", "Field reports (Open311)"),
            Text.of(
                    "Đọc phản ánh hiện trường từ dịch vụ Open311 GeoReport v2 theo từng trang. Mỗi phản ánh thành một"
                            + " bản ghi citizen-report; người gửi chỉ còn một mã băm có khóa.",
                    "Reads field reports page by page from an Open311 GeoReport v2 service. Each becomes a"
                            + " citizen-report; of the person who sent it only a keyed digest is kept."),
            List.of(RecordTypes.CITIZEN_REPORT),
            Transport.HTTP,
            Settings.of(FieldReportsSettings.class),
            Text.of("updated_datetime; nếu thiếu thì requested_datetime", "updated_datetime, else requested_datetime"),
            true);

    @Override
    public AdapterDescriptor<FieldReportsSettings> descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Normalizer normalizer(Source<FieldReportsSettings> source) {
        return new FieldReportsNormalizer(source);
    }

    @Override
    public RoutesBuilder routes(Source<FieldReportsSettings> source) {
        return new FieldReportsRoutes(source);
    }
}
