package org.iochub.shell.internal;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.iochub.core.source.SourceStatus;
import org.iochub.core.source.Sources;

/** Ids of source instances. */
@Service
public final class SourceIds extends IdCompleter {
    @Reference(optional = true)
    Sources sources;

    @Override
    List<String> ids() {
        return Optional.ofNullable(sources).stream()
                .flatMap(all -> all.list().stream())
                .map(SourceStatus::id)
                .toList();
    }

    static SourceStatus require(Sources all, String id) throws CommandException {
        return all.get(id)
                .orElseThrow(() -> HubCommand.failure(
                        "Không có nguồn «" + id + "»; xem hub:sources.",
                        "There is no source «" + id + "»; see hub:sources."));
    }
}
