package org.iochub.shell.internal;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.iochub.core.delivery.TapStatus;
import org.iochub.core.delivery.Taps;

/** Names of taps. */
@Service
public final class TapNames extends IdCompleter {
    @Reference(optional = true)
    Taps taps;

    @Override
    List<String> ids() {
        return Optional.ofNullable(taps).stream()
                .flatMap(all -> all.list().stream())
                .map(TapStatus::name)
                .toList();
    }
}
