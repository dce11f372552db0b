package org.iochub.delivery.internal.tap;

import java.time.Clock;
import org.iochub.core.delivery.DeliveryStore;
import org.iochub.core.hub.Hub;
import org.iochub.core.log.FeedLog;
import org.iochub.delivery.internal.schedule.Backoff;
import org.iochub.delivery.internal.schedule.DeliveryTrail;
import org.iochub.delivery.internal.schedule.Places;
import org.iochub.reading.cursor.Cursors;
import org.iochub.reading.scope.Scoping;

/** What taps work with. */
public record TapServices(
        Hub hub,
        DeliveryStore store,
        FeedLog log,
        Scoping scoping,
        Cursors cursors,
        Places places,
        DeliveryTrail trail,
        Clock clock,
        Backoff backoff) {}
