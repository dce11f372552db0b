package org.iochub.api;

/** The headers that the endpoint {@link Source#records()} understands. */
public final class HubHeaders {
    /**
     * The source's own name for the message (a file's path with size and time, a page's cursor, a message id), the same
     * each time the same message is delivered. A message that was taken completely is not taken twice; one that was
     * taken half goes on where it stopped. Without it the message is known by the digest of its body.
     */
    public static final String MESSAGE_ID = "HubMessageId";

    /**
     * Text to keep as the instance's checkpoint in the transaction that takes the message's last records. A message that
     * is skipped because it was taken before had its checkpoint kept then: what it carries now is not kept.
     */
    public static final String CHECKPOINT = "HubCheckpoint";

    /** A name of the message for people: a file name, an address. */
    public static final String MESSAGE_NAME = "HubMessageName";

    /** Set on the message when the endpoint returns: a {@link Delivered}. */
    public static final String DELIVERED = "HubDelivered";

    private HubHeaders() {}
}
