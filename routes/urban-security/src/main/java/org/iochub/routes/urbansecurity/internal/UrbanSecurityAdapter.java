package org.iochub.routes.urbansecurity.internal;

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

/** Alerts of urban security («an ninh trật tự đô thị») in the Common Alerting Protocol. */
@Component(service = SourceAdapter.class)
public final class UrbanSecurityAdapter implements SourceAdapter<UrbanSecuritySettings> {
    private static final AdapterDescriptor<UrbanSecuritySettings> DESCRIPTOR = new AdapterDescriptor<>(
            "urban-security",
            Sector.SECURITY,
            Text.of("An ninh trật tự đô thị (CAP 1.2)", "Urban security (CAP 1.2)"),
            Text.of(
                    "Đọc cảnh báo CAP 1.2 qua danh mục Atom, RSS hoặc từ thư mục. Mỗi cảnh báo cùng các bản cập nhật và"
                            + " bản hủy của nó là một bản ghi incident.",
                    "Reads CAP 1.2 alerts by way of an Atom or RSS index or from a directory. An alert with its updates"
                            + " and its cancellation is one incident."),
            List.of(RecordTypes.INCIDENT),
            Transport.HTTP,
            Settings.of(UrbanSecuritySettings.class),
            Text.of("Trường sent của cảnh báo", "The field sent of the alert"),
            false);

    @Override
    public AdapterDescriptor<UrbanSecuritySettings> descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Normalizer normalizer(Source<UrbanSecuritySettings> source) {
        return new CapNormalizer(source);
    }

    @Override
    public RoutesBuilder routes(Source<UrbanSecuritySettings> source) {
        return new UrbanSecurityRoutes(source);
    }
}
