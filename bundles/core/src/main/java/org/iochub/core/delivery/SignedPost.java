package org.iochub.core.delivery;

import java.net.URI;
import java.util.concurrent.CompletableFuture;

/**
 * Posts what is no feed to an address outside, by the rules of webhooks: signed as Standard Webhooks, only to addresses
 * that the administrator allows, looked up and checked for every attempt. Safe for any number of threads.
 */
public interface SignedPost {
    /**
     * Whether an address may be posted to, as far as it can be judged without looking its name up.
     *
     * @throws org.iochub.model.FaultException {@code bad-address}
     */
    URI check(String address);

    /**
     * Posts once, without trying again.
     *
     * @param id the same for every attempt of the same message: the receiver knows what it has already
     * @param secret {@code whsec_} and Base64
     * @return the status of the answer; fails with {@code bad-address}, {@code unknown-host}, or whatever the connection
     *     failed with, 30 s later at the latest
     */
    CompletableFuture<Integer> post(URI address, String id, String contentType, byte[] body, String secret);
}
