package org.iochub.shell.internal;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.iochub.core.source.Sources;

@Command(
        scope = "hub",
        name = "source-restart",
        description = "Khởi động lại một nguồn / Restarts a source",
        detailedDescription = "No other source is touched.\n\nEXAMPLE\n\n  hub:source-restart stations-hanoi")
@Service
public final class SourceRestartCommand extends SourceSwitch {
    @Override
    void turn(Sources all, String source) {
        all.restart(source);
    }
}
