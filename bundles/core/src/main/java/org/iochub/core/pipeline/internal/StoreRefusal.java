package org.iochub.core.pipeline.internal;

/** The store did not take a batch: the message is not acknowledged and comes again. */
public final class StoreRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreRefusal(Throwable cause) {
        super("the store did not take the batch: " + cause.getMessage(), cause);
    }
}
