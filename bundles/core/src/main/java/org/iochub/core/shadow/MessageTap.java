package org.iochub.core.shadow;

import org.iochub.api.RawMessage;

/** Hears of a source's messages in memory, for what is not archived. */
@FunctionalInterface
public interface MessageTap {
    /**
     * A message was taken for the first time and is durable. Called on the source's own thread: it returns at once, never
     * waits and never throws. The body can be opened until it returns.
     */
    void passed(RawMessage message);
}
