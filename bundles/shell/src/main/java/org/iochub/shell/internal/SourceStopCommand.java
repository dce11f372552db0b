package org.iochub.shell.internal;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.iochub.core.source.Sources;

@Command(
        scope = "hub",
        name = "source-stop",
        description = "Dừng một nguồn / Stops a source",
        detailedDescription =
                "Messages under way end first. Remembered over restarts of the hub.\n\nEXAMPLE\n\n  hub:source-stop stations-hanoi")
@Service
public final class SourceStopCommand extends SourceSwitch {
    @Override
    void turn(Sources all, String source) {
        all.stop(source);
    }
}
