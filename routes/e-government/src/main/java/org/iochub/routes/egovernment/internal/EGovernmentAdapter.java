package org.iochub.routes.egovernment.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
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

/** Figures of e-government, computed from the dossiers and documents that the hub has. */
@Component(service = SourceAdapter.class)
public final class EGovernmentAdapter implements SourceAdapter<EGovernmentSettings> {
    private static final AdapterDescriptor<EGovernmentSettings> DESCRIPTOR = new AdapterDescriptor<>(
                    "e-government",
                    Sector.PUBLIC_SERVICES,
                    Text.of("Chính quyền điện tử", "E-government"),
                    Text.of(
                            "Tính từ hồ sơ và văn bản đã có trong hub của chính địa phương: tỷ lệ giải quyết đúng hạn theo"
                                    + " Quyết định 766/QĐ-TTg, tỷ lệ tiếp nhận trực tuyến, tỷ lệ văn bản đi có chữ ký số; theo"
                                    + " tháng, quý và lũy kế. Đơn vị cũ bị chia khi sắp xếp được ghi là số ước tính.",
                            "Computed from the dossiers and documents that the hub has of the same authority: the share"
                                    + " handled on time by Decision 766/QĐ-TTg, the share received online, the share of"
                                    + " outgoing documents with a digital signature; by month, quarter and year to date."
                                    + " Figures that rest on a unit that was split say that they are estimates."),
                    List.of(RecordTypes.INDICATOR),
                    Transport.HUB,
                    Settings.of(EGovernmentSettings.class),
                    Text.of(
                            "Vị trí trong nhật ký của hub mà phép tính đã đọc đến.",
                            "The place in the hub's log up to which the computation read."),
                    false)
            .reading(RecordTypes.DOSSIER, RecordTypes.DOCUMENT);

    @Override
    public AdapterDescriptor<EGovernmentSettings> descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Optional<Duration> freshness() {
        return Optional.of(Duration.ofDays(1));
    }

    @Override
    public Normalizer normalizer(Source<EGovernmentSettings> source) {
        return new EGovernmentNormalizer(source);
    }

    @Override
    public RoutesBuilder routes(Source<EGovernmentSettings> source) {
        return new EGovernmentRoutes(source);
    }
}
