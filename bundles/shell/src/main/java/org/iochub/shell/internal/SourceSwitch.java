package org.iochub.shell.internal;

import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.iochub.core.source.Sources;

/** Starts, stops or restarts one source; the others never notice. */
abstract class SourceSwitch extends HubCommand {
    @Argument(name = "ID", description = "Mã nguồn / The source's id", required = true, multiValued = true)
    @Completion(SourceIds.class)
    List<String> words = List.of();

    @Reference(optional = true)
    Sources sources;

    private String id;

    abstract void turn(Sources all, String source);

    @Override
    List<String> words() {
        return words;
    }

    @Override
    final void run() throws Exception {
        id = argument();
        SourceIds.require(need(sources), id);
        turn(sources, id);
        changed(id, Map.of());
        var now = SourceIds.require(sources, id);
        if (json) {
            out.println(Json.pretty(SourceViews.json(now)));
        } else {
            say(
                    id + ": " + now.state().title().vi(),
                    id + ": " + now.state().title().en());
        }
    }
}
