package org.iochub.shell.internal;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.iochub.core.quarantine.Quarantine;
import org.iochub.core.quarantine.QuarantineFilter;

/** Numbers of the latest refused records. */
@Service
public final class QuarantineIds extends IdCompleter {
    private static final int SOME = 50;

    @Reference(optional = true)
    Quarantine quarantine;

    @Override
    List<String> ids() {
        return Optional.ofNullable(quarantine).stream()
                .flatMap(all -> all.page(QuarantineFilter.all(), Long.MAX_VALUE, SOME).stream())
                .map(entry -> Long.toString(entry.id()))
                .toList();
    }
}
