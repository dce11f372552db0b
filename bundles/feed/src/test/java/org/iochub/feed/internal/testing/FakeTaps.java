package org.iochub.feed.internal.testing;

import java.util.List;
import java.util.Optional;
import org.iochub.core.delivery.DeliveryState;
import org.iochub.core.delivery.TapStatus;
import org.iochub.core.delivery.Taps;
import org.iochub.model.FaultException;

/** One tap, which can be steered and sends nothing. */
public final class FakeTaps implements Taps {
    public static final String NAME = "platform";

    private volatile DeliveryState state = DeliveryState.ACTIVE;
    private volatile Optional<String> cursor = Optional.empty();

    @Override
    public List<TapStatus> list() {
        return List.of(new TapStatus(
                NAME,
                "kafka",
                "kafka1:9092 iochub.{type}",
                state,
                cursor,
                12,
                Optional.empty(),
                Optional.empty(),
                5,
                0));
    }

    @Override
    public void pause(String name) {
        check(name);
        state = DeliveryState.PAUSED;
    }

    @Override
    public void resume(String name) {
        check(name);
        state = DeliveryState.ACTIVE;
    }

    @Override
    public void rewind(String name, String after) {
        check(name);
        cursor = Optional.of(after);
    }

    private static void check(String name) {
        if (!name.equals(NAME)) {
            throw FaultException.of(
                    "unknown-tap", "", "Không có tap «" + name + "».", "There is no tap \"" + name + "\".");
        }
    }
}
