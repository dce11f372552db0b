package org.iochub.routes.documents.internal;

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

/** Official documents and the status of their exchange, as edXML from a provincial gateway («trục liên thông»). */
@Component(service = SourceAdapter.class)
public final class DocumentsAdapter implements SourceAdapter<DocumentsSettings> {
    private static final AdapterDescriptor<DocumentsSettings> DESCRIPTOR = new AdapterDescriptor<>(
            "documents",
            Sector.DOCUMENTS,
            Text.of("Văn bản liên thông (edXML)", "Exchanged documents (edXML)"),
            Text.of(
                    "Đọc văn bản edXML (QCVN 102:2016 và sửa đổi 1:2022) từ trục liên thông của tỉnh. Mỗi văn bản thành"
                            + " một bản ghi document; thông điệp trạng thái cập nhật exchangeStatus. Tệp đính kèm chỉ"
                            + " giữ tên, kiểu, kích thước và mã băm.",
                    "Reads edXML (QCVN 102:2016 and amendment 1:2022) from the provincial gateway. Each document becomes"
                            + " a document record; status messages update its exchangeStatus. Of attachments only name,"
                            + " type, size and digest are kept."),
            List.of(RecordTypes.DOCUMENT),
            Transport.HTTP,
            Settings.of(DocumentsSettings.class),
            Text.of("Thời điểm trục liên thông nhận văn bản", "When the gateway received the document"),
            false);

    @Override
    public AdapterDescriptor<DocumentsSettings> descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Normalizer normalizer(Source<DocumentsSettings> source) {
        return new DocumentsNormalizer(source);
    }

    @Override
    public RoutesBuilder routes(Source<DocumentsSettings> source) {
        return new DocumentsRoutes(source);
    }
}
