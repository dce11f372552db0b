package org.iochub.routes.dossiers.internal;

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

/** One-stop systems that push their dossiers and the steps of handling, or are asked for them. */
@Component(service = SourceAdapter.class)
public final class DossiersAdapter implements SourceAdapter<DossiersSettings> {
    private static final AdapterDescriptor<DossiersSettings> DESCRIPTOR = new AdapterDescriptor<>(
            "dossiers",
            Sector.PUBLIC_SERVICES,
            Text.of("Hồ sơ một cửa", "One-stop dossiers"),
            Text.of(
                    "Nhận JSON DongBoHoSoMC và CapNhatTienDoHoSoMC mà hệ thống một cửa đẩy đến hoặc cho hỏi theo trang. Mỗi hồ sơ ở mỗi cấp"
                            + " thành một bản ghi; bước xử lý được gắn vào hồ sơ của nó. Không đọc tên, điện thoại, thư điện tử.",
                    "Takes the JSON DongBoHoSoMC and CapNhatTienDoHoSoMC that a one-stop system pushes or gives page by page. Each dossier of"
                            + " each level becomes a record; steps join their dossier. Names, phones and e-mails are not read."),
            List.of(RecordTypes.DOSSIER),
            Transport.PUSH,
            Settings.of(DossiersSettings.class),
            Text.of(
                    "Thời điểm cập nhật trong hồ sơ; nếu không có thì thời điểm muộn nhất trong ba mốc tiếp nhận, kết"
                            + " thúc xử lý, trả kết quả.",
                    "The dossier's update time; without one the latest of its times received, finished and returned."),
            false);

    @Override
    public AdapterDescriptor<DossiersSettings> descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Normalizer normalizer(Source<DossiersSettings> source) {
        return new DossiersNormalizer(source);
    }

    @Override
    public RoutesBuilder routes(Source<DossiersSettings> source) {
        return new DossiersRoutes(source);
    }
}
