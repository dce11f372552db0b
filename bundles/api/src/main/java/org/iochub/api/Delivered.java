package org.iochub.api;

/**
 * What became of a message.
 *
 * @param accepted records that stand in the feed now
 * @param unchanged records the hub had already, and older versions that went to the history
 * @param quarantined records refused, kept with their raw form
 * @param waiting patches that wait for their record
 * @param position the feed position of the last record accepted; 0 when none was
 */
public record Delivered(long accepted, long unchanged, long quarantined, long waiting, long position) {
    public Delivered plus(Delivered more) {
        return new Delivered(
                accepted + more.accepted,
                unchanged + more.unchanged,
                quarantined + more.quarantined,
                waiting + more.waiting,
                Math.max(position, more.position));
    }
}
