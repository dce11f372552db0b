package org.iochub.feed.internal.server;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.iochub.core.hub.Readiness;
import org.iochub.model.Text;
import org.osgi.service.component.annotations.Component;

/**
 * Whether the face serves everything it should. Apart from {@link HttpFace}, which needs the health resource, which
 * needs this.
 */
@Component(service = {FaceState.class, Readiness.class})
public final class FaceState implements Readiness {
    private static final long LOOK_MILLIS = 5;

    private volatile boolean complete;
    private volatile boolean keys;
    private final AtomicInteger inside = new AtomicInteger();
    private volatile boolean changing;

    /**
     * A request asks to be let in; one that was has to {@link #leave} when its thread is done with it.
     *
     * @return false while addresses are being published anew: for that moment nobody can be answered properly
     */
    public boolean enter() {
        // Counted before the look, so that whoever shuts the door sees everyone who is through it.
        inside.incrementAndGet();
        if (changing) {
            inside.decrementAndGet();
            return false;
        }
        return true;
    }

    public void leave() {
        inside.decrementAndGet();
    }

    /** Lets nobody in any more, and waits until those inside have left, or for that long. */
    void shut(Duration atMost) throws InterruptedException {
        changing = true;
        long until = System.nanoTime() + atMost.toNanos();
        while (inside.get() > 0 && System.nanoTime() < until) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    void open() {
        changing = false;
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
