package org.iochub.feed.internal.server;

import java.util.Optional;
import org.iochub.core.hub.Readiness;
import org.iochub.model.Text;
import org.osgi.service.component.annotations.Component;

/**
 * Whether the face serves everything it should. Apart from {@link HttpFace}, which needs the health resource, which
 * needs this.
 */
@Component(service = {FaceState.class, Readiness.class})
public final class FaceState implements Readiness {
    private volatile boolean complete;
    private volatile boolean keys;
    private volatile boolean changing;

    /** Whether addresses are being published anew: for that moment nobody can be answered properly. */
    public boolean isChanging() {
        return changing;
    }

    void changing(boolean now) {
        changing = now;
    }

    void complete(boolean everything) {
        complete = everything;
    }

    void keys(boolean checked) {
        keys = checked;
    }

    @Override
    public String name() {
        return "http";
    }

    @Override
    public Optional<Text> missing() {
        return complete && keys
                ? Optional.empty()
                : Optional.of(Text.of(
                        "Chưa phải mọi địa chỉ đều đã được phục vụ; các thành phần của hub còn đang khởi động.",
                        "Not every address is served yet; parts of the hub are still starting."));
    }
}
