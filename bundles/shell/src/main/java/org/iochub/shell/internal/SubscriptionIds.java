package org.iochub.shell.internal;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.iochub.core.delivery.Subscriptions;

/** Ids of webhooks. */
@Service
public final class SubscriptionIds extends IdCompleter {
    @Reference(optional = true)
    Subscriptions subscriptions;

    @Override
    List<String> ids() {
        return Optional.ofNullable(subscriptions).stream()
                .flatMap(all -> all.list().stream())
                .map(status -> status.subscription().id())
                .toList();
    }
}
