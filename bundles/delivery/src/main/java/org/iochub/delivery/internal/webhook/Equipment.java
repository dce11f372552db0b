package org.iochub.delivery.internal.webhook;

import java.time.Clock;
import java.util.concurrent.Executor;
import org.iochub.core.access.AccessKeys;
import org.iochub.core.delivery.DeliveryStore;
import org.iochub.core.hub.Hub;
import org.iochub.core.log.FeedLog;
import org.iochub.delivery.internal.address.AddressRules;
import org.iochub.delivery.internal.http.HookClient;
import org.iochub.delivery.internal.schedule.Backoff;
import org.iochub.delivery.internal.schedule.Circuits;
import org.iochub.delivery.internal.schedule.DeliveryTrail;
import org.iochub.delivery.internal.signature.SecretBox;
import org.iochub.reading.cursor.Cursors;
import org.iochub.reading.scope.Scoping;

/**
 * What webhooks work with.
 *
 * @param lookups runs what waits for the name service, and nothing else
 */
public record Equipment(
        Hub hub,
        DeliveryStore store,
        AccessKeys keys,
        FeedLog log,
        Scoping scoping,
        Cursors cursors,
        AddressRules rules,
        HookClient client,
        SecretBox secrets,
        Clock clock,
        Backoff backoff,
        Circuits circuits,
        DeliveryTrail trail,
        Executor lookups) {}
