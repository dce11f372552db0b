package org.iochub.core.delivery;

import java.util.List;
import java.util.Optional;

/** Keeps subscriptions and how far everything was delivered. Safe for any number of threads. */
public interface DeliveryStore {
    List<Subscription> subscriptions();

    Optional<Subscription> subscription(String id);

    void add(Subscription subscription);

    /**
     * Writes everything but id and creation, provided nobody changed it since it was read.
     *
     * @param subscription with the revision it was read with; it is kept with the next one
     * @return whether it was written
     */
    boolean change(Subscription subscription);

    /**
     * Writes state, allowed rate and progress, provided that no person changed the subscription meanwhile.
     *
     * @return whether it was written
     */
    boolean progress(Subscription subscription);

    /** @return whether there was one */
    boolean remove(String id);

    Optional<TapProgress> tap(String name);

    void tap(String name, TapProgress progress);
}
