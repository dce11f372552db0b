package org.iochub.routes.traffic.internal;

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

/** Accidents, works and jams, as traffic centres publish them in DATEX II. */
@Component(service = SourceAdapter.class)
public final class SituationsAdapter implements SourceAdapter<SituationsSettings> {
    private static final AdapterDescriptor<SituationsSettings> DESCRIPTOR = new AdapterDescriptor<>(
            "traffic-situations",
            Sector.TRAFFIC,
            Text.of("Tình huống giao thông (DATEX II)", "Traffic situations (DATEX II)"),
            Text.of(
                    "Đọc bản tin tình huống giao thông DATEX II phiên bản 2 hoặc 3 qua HTTP. Mỗi situationRecord thành"
                            + " một bản ghi incident.",
                    "Reads situation publications of DATEX II version 2 or 3 over HTTP. Each situationRecord becomes an"
                            + " incident."),
            List.of(RecordTypes.INCIDENT),
            Transport.HTTP,
            Settings.of(SituationsSettings.class),
            Text.of("Trường situationRecordVersionTime", "The field situationRecordVersionTime"),
            false);

    @Override
    public AdapterDescriptor<SituationsSettings> descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Normalizer normalizer(Source<SituationsSettings> source) {
        return new SituationsNormalizer(source);
    }

    @Override
    public RoutesBuilder routes(Source<SituationsSettings> source) {
        return new SituationsRoutes(source);
    }
}
