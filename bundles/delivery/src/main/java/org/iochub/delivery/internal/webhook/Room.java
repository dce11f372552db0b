package org.iochub.delivery.internal.webhook;

import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Room for one attempt. */
final class Room {
    private Semaphore taken;
    private boolean left;

    private Room(Semaphore taken) {
        this.taken = taken;
    }

    static Optional<Room> in(Semaphore room) {
        return room.tryAcquire() ? Optional.of(new Room(room)) : Optional.empty();
    }

    /** @return false when there is no room there; the place stays where it is */
    synchronized boolean moveTo(Semaphore room) {
        if (left || taken == room) {
            return true;
        }
        if (!room.tryAcquire()) {
            return false;
        }
        taken.release();
        taken = room;
        return true;
    }

    synchronized void leave() {
        if (!left) {
            left = true;
            taken.release();
        }
    }
}
