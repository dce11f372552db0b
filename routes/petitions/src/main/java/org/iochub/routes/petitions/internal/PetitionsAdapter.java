package org.iochub.routes.petitions.internal;

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

/** Petitions of citizens («phản ánh, kiến nghị») from a SOAP service. */
@Component(service = SourceAdapter.class)
public final class PetitionsAdapter implements SourceAdapter<PetitionsSettings> {
    private static final AdapterDescriptor<PetitionsSettings> DESCRIPTOR = new AdapterDescriptor<>(
            "petitions",
            Sector.CITIZEN_REPORTS,
            Text.of("Phản ánh, kiến nghị (SOAP)", "Petitions (SOAP)"),
            Text.of(
                    "Đọc phản ánh, kiến nghị của người dân từ một dịch vụ SOAP theo từng trang. Mỗi phản ánh thành một"
                            + " bản ghi citizen-report; số định danh trong nội dung được che, người gửi chỉ còn một mã"
                            + " băm có khóa.",
                    "Reads petitions of citizens page by page from a SOAP service. Each becomes a citizen-report;"
                            + " identifying numbers in the text are masked, of the person who sent it only a keyed"
                            + " digest is kept."),
            List.of(RecordTypes.CITIZEN_REPORT),
            Transport.SOAP,
            Settings.of(PetitionsSettings.class),
            Text.of("NgayCapNhat; nếu thiếu thì NgayGui", "NgayCapNhat, else NgayGui"),
            true);

    @Override
    public AdapterDescriptor<PetitionsSettings> descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Normalizer normalizer(Source<PetitionsSettings> source) {
        return new PetitionsNormalizer(source);
    }

    @Override
    public RoutesBuilder routes(Source<PetitionsSettings> source) {
        return new PetitionsRoutes(source);
    }
}
