package org.iochub.feed.internal.testing;

import java.util.List;
import java.util.Optional;
import org.iochub.core.delivery.DeliveryState;
import org.iochub.core.delivery.TapStatus;
import org.iochub.core.delivery.Taps;

/** One tap that only stands there. */
public final class FakeTaps implements Taps {
    @Override
    public List<TapStatus> list() {
        return List.of(new TapStatus(
                "platform",
                "kafka",
                "kafka1:9092 iochub.{type}",
                DeliveryState.ACTIVE,
                Optional.empty(),
                12,
                Optional.empty(),
                Optional.empty(),
                5,
                0));
    }

    @Override
    public void pause(String name) {
        throw new UnsupportedOperationException(name);
    }

    @Override
    public void resume(String name) {
        throw new UnsupportedOperationException(name);
    }

    @Override
    public void rewind(String name, String after) {
        throw new UnsupportedOperationException(name);
    }
}
