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
import org.iochub.api.mqtt.MqttRoutes;
import org.iochub.model.Text;
import org.iochub.model.record.RecordTypes;
import org.osgi.service.component.annotations.Component;

/** What traffic cameras count, as they publish it over MQTT. */
@Component(service = SourceAdapter.class)
public final class CountsAdapter implements SourceAdapter<CountsSettings> {
    private static final AdapterDescriptor<CountsSettings> DESCRIPTOR = new AdapterDescriptor<>(
            "traffic-counts",
            Sector.TRAFFIC,
            Text.of("Đếm xe bằng camera (MQTT)", "Traffic counts of cameras (MQTT)"),
            Text.of(
                    "Nhận số đếm từng làn, từng loại xe mà camera gửi qua MQTT 5 phút một lần. Mỗi giá trị thành một bản"
                            + " ghi observation, mỗi camera trong danh sách thành một facility.",
                    "Hears what cameras count by lane and vehicle class and publish over MQTT every five minutes. Each"
                            + " value becomes an observation, each listed camera a facility."),
            List.of(RecordTypes.OBSERVATION, RecordTypes.FACILITY),
            Transport.MQTT,
            Settings.of(CountsSettings.class),
            Text.of("Trường sent của thông điệp", "The field sent of the message"),
            false);

    @Override
    public AdapterDescriptor<CountsSettings> descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Normalizer normalizer(Source<CountsSettings> source) {
        return new CountsNormalizer(source);
    }

    @Override
    public RoutesBuilder routes(Source<CountsSettings> source) {
        return new MqttRoutes(source, source.settings().subscription());
    }
}
