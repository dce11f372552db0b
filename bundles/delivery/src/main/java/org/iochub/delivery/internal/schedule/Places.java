package org.iochub.delivery.internal.schedule;

import org.iochub.core.delivery.DeliveryPlace;
import org.iochub.core.log.FeedHead;
import org.iochub.core.log.FeedLog;
import org.iochub.model.FaultException;
import org.iochub.reading.cursor.Cursors;
import org.iochub.reading.cursor.Place;

/** Where to begin, as people write it. */
public final class Places {
    public static final String OLDEST = "oldest";
    public static final String NEWEST = "newest";
    private final FeedLog log;
    private final Cursors cursors;

    public Places(FeedLog log, Cursors cursors) {
        this.log = log;
        this.cursors = cursors;
    }

    /** @throws FaultException {@code bad-cursor}, {@code cursor-gone} */
    public DeliveryPlace of(String after) {
        FeedHead head = log.head();
        if (after.equals(OLDEST)) {
            return new DeliveryPlace(head.epoch(), head.oldest() - 1);
        }
        if (after.equals(NEWEST)) {
            return new DeliveryPlace(head.epoch(), head.position());
        }
        Place place = cursors.place(after)
                .orElseThrow(() -> FaultException.of(
                        "bad-cursor",
                        "after",
                        "Con trỏ không hợp lệ: dùng nguyên văn con trỏ của hub này, hoặc " + OLDEST + ", " + NEWEST
                                + ".",
                        "Not a cursor of this hub: use one as the hub gave it, or " + OLDEST + ", " + NEWEST + "."));
        if (!place.epoch().equals(head.epoch())
                || place.position() > head.position()
                || place.position() + 1 < head.oldest()) {
            throw FaultException.of(
                    "cursor-gone",
                    "after",
                    "Phần nhật ký sau con trỏ này không còn được giữ; hãy đọc lại trạng thái hiện tại ở /api/v1/records và"
                            + " dùng con trỏ của nó.",
                    "What follows this cursor is no longer kept; read the current state at /api/v1/records again and use its"
                            + " cursor.");
        }
        return new DeliveryPlace(place.epoch(), place.position());
    }
}
