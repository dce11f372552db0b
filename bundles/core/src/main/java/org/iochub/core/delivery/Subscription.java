package org.iochub.core.delivery;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A webhook as it is kept.
 *
 * @param owner id of the access key whose grants decide what is sent
 * @param name for people
 * @param batch records in a delivery at most
 * @param secret of the signatures, sealed: nobody reads it in the database
 * @param previousSecret the one before, sealed, while it still signs too
 * @param ratePerMinute deliveries the receiver allowed; empty for any number
 * @param grantToken proves, in the callback of the handshake, that the receiver agrees
 * @param revision grows with every change by a person: what was under way before counts no more
 */
public record Subscription(
        String id,
        String owner,
        String name,
        URI address,
        DeliveryFilter filter,
        int batch,
        DeliveryState state,
        Instant created,
        String secret,
        Optional<Previous> previousSecret,
        OptionalInt ratePerMinute,
        String grantToken,
        long revision,
        Progress progress) {

    /** A secret that is on its way out. */
    public record Previous(String secret, Instant until) {}

    /** Changed by the hub itself. */
    public Subscription with(DeliveryState newState, Progress newProgress) {
        return new Subscription(
                id,
                owner,
                name,
                address,
                filter,
                batch,
                newState,
                created,
                secret,
                previousSecret,
                ratePerMinute,
                grantToken,
                revision,
                newProgress);
    }

    public Subscription with(Progress newProgress) {
        return with(state, newProgress);
    }

    /** The receiver agreed. */
    public Subscription granted(OptionalInt rate) {
        return new Subscription(
                id,
                owner,
                name,
                address,
                filter,
                batch,
                DeliveryState.ACTIVE,
                created,
                secret,
                previousSecret,
                rate,
                grantToken,
                revision,
                progress.anew());
    }

    public Subscription secrets(String newSecret, Optional<Previous> before) {
        return new Subscription(
                id,
                owner,
                name,
                address,
                filter,
                batch,
                state,
                created,
                newSecret,
                before,
                ratePerMinute,
                grantToken,
                revision,
                progress);
    }
}
