package org.iochub.routes.@package@.internal;

import java.util.List;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
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

/** Service desks that push their field reports. */
@Component(service = SourceAdapter.class)
public final class @Class@Adapter implements SourceAdapter<@Class@Settings> {
    private static final AdapterDescriptor<@Class@Settings> DESCRIPTOR = new AdapterDescriptor<>(
            "@name@",
            Sector.CITIZEN_REPORTS,
            Text.of("Phản ánh hiện trường", "Field reports"),
            Text.of(
                    "Nhận phản ánh hiện trường do hệ thống tiếp nhận gửi đến, mỗi dòng JSON thành một bản ghi.",
                    "Takes field reports that a service desk pushes; each line of JSON becomes a record."),
            List.of(RecordTypes.CITIZEN_REPORT),
            Transport.PUSH,
            Settings.of(@Class@Settings.class),
            Text.of("Thời điểm cập nhật của phản ánh.", "The report's update time."),
            true);

    @Override
    public AdapterDescriptor<@Class@Settings> descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Normalizer normalizer(Source<@Class@Settings> source) {
        return new @Class@Normalizer(source);
    }

    @Override
    public RoutesBuilder routes(Source<@Class@Settings> source) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                // The answer to the push is the acknowledgement: what comes back from records() is on disk.
                from(source.pushed()).routeId(source.routeId("pushed")).to(source.records());
            }
        };
    }
}
