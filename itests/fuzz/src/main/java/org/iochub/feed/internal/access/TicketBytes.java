package org.iochub.feed.internal.access;

import java.time.Clock;

/** Tickets that the hub did not give. */
public final class TicketBytes {
    private TicketBytes() {}

    public static void read(String ticket) {
        if (new Tickets("a secret of the fuzzing", Clock.systemUTC())
                .keyId(ticket)
                .isPresent()) {
            throw new AssertionError("a forged ticket was taken");
        }
    }
}
