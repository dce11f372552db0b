package org.iochub.routes.citizenlink.internal;

import java.util.List;
import org.apache.camel.RoutesBuilder;
import org.iochub.api.AdapterDescriptor;
import org.iochub.api.Normalizer;
import org.iochub.api.Sector;
import org.iochub.api.Settings;
import org.iochub.api.Source;
import org.iochub.api.SourceAdapter;
import org.iochub.api.Transport;
import org.iochub.api.mqtt.MqttRoutes;
import org.iochub.model.Text;
import org.iochub.model.record.RecordTypes;
import org.osgi.service.component.annotations.Component;

/** A citizens' app («kết nối người dân – chính quyền») that publishes what happens in it over MQTT. */
@Component(service = SourceAdapter.class)
public final class CitizenLinkAdapter implements SourceAdapter<CitizenLinkSettings> {
    private static final AdapterDescriptor<CitizenLinkSettings> DESCRIPTOR = new AdapterDescriptor<>(
            "citizen-link",
            Sector.CITIZEN_REPORTS,
            Text.of("Kết nối người dân – chính quyền (MQTT)", "Citizen–government link (MQTT)"),
            Text.of(
                    "Nhận sự kiện của ứng dụng người dân qua MQTT: phản ánh mới, đánh giá, bình luận. Mỗi phản ánh thành"
                            + " một bản ghi citizen-report, đánh giá và bình luận bổ sung vào bản ghi đó; người gửi chỉ"
                            + " còn một mã băm có khóa.",
                    "Hears the events of a citizens' app over MQTT: new report, rating, comment. Each report becomes a"
                            + " citizen-report, which ratings and comments add to; of the person who sent it only a"
                            + " keyed digest is kept."),
            List.of(RecordTypes.CITIZEN_REPORT),
            Transport.MQTT,
            Settings.of(CitizenLinkSettings.class),
            Text.of(
                    "updatedAt, nếu thiếu thì sentAt; đánh giá và bình luận theo thứ tự đến",
                    "updatedAt, else sentAt; ratings and comments by order of arrival"),
            true);

    @Override
    public AdapterDescriptor<CitizenLinkSettings> descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Normalizer normalizer(Source<CitizenLinkSettings> source) {
        return new CitizenLinkNormalizer(source);
    }

    @Override
    public RoutesBuilder routes(Source<CitizenLinkSettings> source) {
        return new MqttRoutes(source, source.settings().subscription());
    }
}
