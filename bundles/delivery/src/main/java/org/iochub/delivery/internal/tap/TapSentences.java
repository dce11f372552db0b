package org.iochub.delivery.internal.tap;

import java.util.List;
import java.util.Map;
import org.iochub.core.audit.AuditEvent;
import org.iochub.model.FaultException;
import org.iochub.model.Text;
import org.iochub.reading.scope.Shown;

/** What taps say of themselves. */
final class TapSentences {
    private TapSentences() {}

    static Text of(Outlet.Kind kind, Throwable trouble) {
        if (trouble instanceof FaultException fault) {
            return fault.fault().message();
        }
        return kind.tell(trouble).orElseGet(() -> {
            String name = trouble.getClass().getSimpleName();
            return Text.of(
                    "Chưa gửi được (" + name + "); tap thử lại.",
                    "Nothing was sent (" + name + "); the tap tries again.");
        });
    }

    static Text cursorGone() {
        return Text.of(
                "Phần nhật ký chưa gửi không còn được giữ; hãy chạy hub:taps --rewind TÊN --after oldest và báo cho bên nhận"
                        + " đọc lại trạng thái hiện tại.",
                "What was not sent yet is no longer kept; run hub:taps --rewind NAME --after oldest and have the platform"
                        + " read the current state again.");
    }

    static Text restored() {
        return Text.of(
                "Hub đã được khôi phục từ bản sao lưu; hãy chạy hub:taps --rewind TÊN --after oldest (hoặc newest) và báo cho"
                        + " bên nhận.",
                "The hub was restored from a backup; run hub:taps --rewind NAME --after oldest (or newest) and tell the"
                        + " platform.");
    }

    static AuditEvent delivered(TapSettings settings, List<Shown> records) {
        return new AuditEvent(
                "tap:" + settings.name(),
                settings.name(),
                "deliver",
                settings.name(),
                Map.of(
                        "kind",
                        settings.kind(),
                        "types",
                        String.join(
                                ",",
                                records.stream()
                                        .map(shown -> shown.record().type())
                                        .distinct()
                                        .sorted()
                                        .toList()),
                        "personal",
                        settings.grants().personal().wireName()));
    }
}
