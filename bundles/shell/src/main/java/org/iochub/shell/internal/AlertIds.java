package org.iochub.shell.internal;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.iochub.core.alert.Alert;
import org.iochub.core.alert.Alerts;

/** Ids of what fires. */
@Service
public final class AlertIds extends IdCompleter {
    @Reference(optional = true)
    Alerts alerts;

    @Override
    List<String> ids() {
        return Optional.ofNullable(alerts).stream()
                .flatMap(all -> all.firing().stream())
                .map(Alert::id)
                .toList();
    }
}
