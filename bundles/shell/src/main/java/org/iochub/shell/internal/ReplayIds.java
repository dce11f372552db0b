package org.iochub.shell.internal;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.iochub.core.replay.Replays;

/** Numbers of the latest jobs. */
@Service
public final class ReplayIds extends IdCompleter {
    private static final int SOME = 50;

    @Reference(optional = true)
    Replays replays;

    @Override
    List<String> ids() {
        return Optional.ofNullable(replays).stream()
                .flatMap(all -> all.list(Long.MAX_VALUE, SOME).stream())
                .map(job -> Long.toString(job.id()))
                .toList();
    }
}
