package org.iochub.core.delivery;

import java.util.List;

/**
 * Taps to streaming platforms, one for each {@code org.iochub.tap-<name>.cfg}. Methods throw
 * {@link org.iochub.model.FaultException} {@code unknown-tap}, {@code bad-cursor}. Safe for any number of threads.
 */
public interface Taps {
    List<TapStatus> list();

    void pause(String name);

    void resume(String name);

    /** @param after a cursor, {@code oldest} or {@code newest} */
    void rewind(String name, String after);
}
