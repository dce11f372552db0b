package org.iochub.routes.environmentstations.internal;

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

/** Automatic environment monitoring stations that upload text files by FTP. */
@Component(service = SourceAdapter.class)
public final class EnvironmentStationsAdapter implements SourceAdapter<EnvironmentStationsSettings> {
    private static final AdapterDescriptor<EnvironmentStationsSettings> DESCRIPTOR = new AdapterDescriptor<>(
            "environment-stations",
            Sector.ENVIRONMENT,
            Text.of("Trạm quan trắc môi trường tự động", "Automatic environment stations"),
            Text.of(
                    "Đọc tệp TXT mà trạm quan trắc gửi lên máy chủ FTP theo Thông tư 10/2021/TT-BTNMT, cả hai cách trình"
                            + " bày đang gặp. Mỗi giá trị thành một số đo; mỗi trạm trong danh sách thành một cơ sở.",
                    "Reads the TXT files that stations upload by FTP after Circular 10/2021/TT-BTNMT, in both layouts"
                            + " seen in use. Each value becomes an observation, each listed station a facility."),
            List.of(RecordTypes.OBSERVATION, RecordTypes.FACILITY),
            Transport.FTP,
            Settings.of(EnvironmentStationsSettings.class),
            Text.of(
                    "Thời điểm trong tên tệp: tệp gửi sau đè tệp gửi trước, dù đến theo thứ tự nào.",
                    "The time in the file's name: a file sent later wins, in whatever order the files arrive."),
            false);

    @Override
    public AdapterDescriptor<EnvironmentStationsSettings> descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Normalizer normalizer(Source<EnvironmentStationsSettings> source) {
        return new EnvironmentStationsNormalizer(source);
    }

    @Override
    public RoutesBuilder routes(Source<EnvironmentStationsSettings> source) {
        return new EnvironmentStationsRoutes(source);
    }
}
