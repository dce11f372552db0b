package org.iochub.routes.health.internal;

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

/** Visits, diseases and bed days («lượt khám, nhóm bệnh, ngày giường») from the packages that facilities send. */
@Component(service = SourceAdapter.class)
public final class HealthAdapter implements SourceAdapter<HealthSettings> {
    private static final AdapterDescriptor<HealthSettings> DESCRIPTOR = new AdapterDescriptor<>(
            "health",
            Sector.HEALTH,
            Text.of("Y tế: lượt khám, nhóm bệnh", "Health: visits and disease groups"),
            Text.of(
                    "Nhận gói GIAMDINHHS mà cơ sở khám, chữa bệnh đẩy đến và chỉ đếm: lượt ngoại trú, nội trú, lượt theo"
                            + " chương ICD-10, ngày giường. Không đọc, không lưu dòng nào của người bệnh; nhóm ít lượt được gộp.",
                    "Takes the GIAMDINHHS packages that health facilities push and only counts: out- and inpatient visits,"
                            + " visits by ICD-10 chapter, bed days. No patient's row is read or kept; small groups are merged."),
            List.of(RecordTypes.INDICATOR),
            Transport.PUSH,
            Settings.of(HealthSettings.class),
            Text.of(
                    "Thời điểm gửi trong tiêu đề sentHeader; nếu không khai thì NGAYLAP.",
                    "The sending time in the header sentHeader; where none is configured NGAYLAP."),
            true);

    @Override
    public AdapterDescriptor<HealthSettings> descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Normalizer normalizer(Source<HealthSettings> source) {
        return new HealthNormalizer(source);
    }

    @Override
    public RoutesBuilder routes(Source<HealthSettings> source) {
        return new HealthRoutes(source);
    }
}
