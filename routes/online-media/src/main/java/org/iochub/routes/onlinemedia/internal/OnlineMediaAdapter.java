package org.iochub.routes.onlinemedia.internal;

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

/** News items («thông tin trên môi trường mạng») from RSS 2.0 and Atom feeds. */
@Component(service = SourceAdapter.class)
public final class OnlineMediaAdapter implements SourceAdapter<OnlineMediaSettings> {
    private static final AdapterDescriptor<OnlineMediaSettings> DESCRIPTOR = new AdapterDescriptor<>(
            "online-media",
            Sector.ONLINE_MEDIA,
            Text.of("Tin trên mạng (RSS, Atom)", "Online media (RSS, Atom)"),
            Text.of(
                    "Đọc các nguồn tin RSS 2.0 và Atom của báo, trang tin. Mỗi tin, bài thành một bản ghi media-item,"
                            + " kèm những địa danh nhắc đến mà không thể nhầm lẫn.",
                    "Reads RSS 2.0 and Atom feeds of newspapers and sites. Each item becomes a media-item, with the"
                            + " places it names beyond doubt."),
            List.of(RecordTypes.MEDIA_ITEM, RecordTypes.INCIDENT),
            Transport.FEED,
            Settings.of(OnlineMediaSettings.class),
            Text.of(
                    "Atom: updated; RSS không có thời điểm sửa nên bản đến sau là bản mới",
                    "Atom: updated; RSS has no time of change, so that order of arrival decides"),
            false);

    @Override
    public AdapterDescriptor<OnlineMediaSettings> descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Normalizer normalizer(Source<OnlineMediaSettings> source) {
        return new StoryNormalizer(source);
    }

    @Override
    public RoutesBuilder routes(Source<OnlineMediaSettings> source) {
        return new OnlineMediaRoutes(source);
    }
}
