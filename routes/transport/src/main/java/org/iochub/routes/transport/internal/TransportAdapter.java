package org.iochub.routes.transport.internal;

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

/** Bus timetables (GTFS) and road works («giao thông vận tải»). */
@Component(service = SourceAdapter.class)
public final class TransportAdapter implements SourceAdapter<TransportSettings> {
    private static final AdapterDescriptor<TransportSettings> DESCRIPTOR = new AdapterDescriptor<>(
            "transport",
            Sector.TRAFFIC,
            Text.of("Xe buýt và công trình đường bộ", "Buses and road works"),
            Text.of(
                    "Đọc tệp GTFS của mạng xe buýt qua HTTP: điểm dừng thành cơ sở, số tuyến và số chuyến theo thứ thành"
                            + " chỉ tiêu. Nếu có roadWorksUrl, mỗi công trình thi công trên đường thành một sự cố.",
                    "Reads the GTFS file of a bus network over HTTP: stops become facilities, the numbers of routes and of"
                            + " trips by weekday become indicators. With roadWorksUrl road works become incidents."),
            List.of(RecordTypes.FACILITY, RecordTypes.INDICATOR, RecordTypes.INCIDENT),
            Transport.HTTP,
            Settings.of(TransportSettings.class),
            Text.of(
                    "Last-Modified của tệp GTFS, nếu thiếu thì thứ tự đến; updatedAt của công trình",
                    "Last-Modified of the GTFS file, else order of arrival; updatedAt of road works"),
            false);

    @Override
    public AdapterDescriptor<TransportSettings> descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Normalizer normalizer(Source<TransportSettings> source) {
        return new TransportNormalizer(source);
    }

    @Override
    public RoutesBuilder routes(Source<TransportSettings> source) {
        return new TransportRoutes(source);
    }
}
