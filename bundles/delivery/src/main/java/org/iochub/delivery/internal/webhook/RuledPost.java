package org.iochub.delivery.internal.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.apache.hc.core5.http.ContentType;
import org.iochub.core.delivery.SignedPost;
import org.iochub.delivery.internal.address.AddressRules;
import org.iochub.delivery.internal.http.HookClient;
import org.iochub.delivery.internal.http.Reply;
import org.iochub.delivery.internal.signature.WebhookSecret;

/** Signed posts with the rules and the client of the webhooks. */
public final class RuledPost implements SignedPost {
    private final AddressRules rules;
    private final HookClient client;
    private final Executor lookups;
    private final Clock clock;

    /** @param lookups where names are looked up: that may take as long as the machine's name service */
    public RuledPost(AddressRules rules, HookClient client, Executor lookups, Clock clock) {
        this.rules = rules;
        this.client = client;
        this.lookups = lookups;
        this.clock = clock;
    }

    @Override
    public URI check(String address) {
        return rules.parse(address);
    }

    @Override
    public CompletableFuture<Integer> post(URI address, String id, String contentType, byte[] body, String secret) {
        try {
            Instant now = clock.instant();
            Map<String, String> headers = Map.of(
                    "webhook-id", id,
                    "webhook-timestamp", Long.toString(now.getEpochSecond()),
                    "webhook-signature", WebhookSecret.sign(secret, id, now, body));
            return CompletableFuture.supplyAsync(() -> rules.resolve(address), lookups)
                    .thenCompose(
                            (InetAddress to) -> client.post(address, to, headers, ContentType.parse(contentType), body))
                    .thenApply(Reply::status);
        } catch (RejectedExecutionException | IllegalArgumentException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
