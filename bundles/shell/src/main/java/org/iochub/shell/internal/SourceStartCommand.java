package org.iochub.shell.internal;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.iochub.core.source.Sources;

@Command(
        scope = "hub",
        name = "source-start",
        description = "Chạy lại nguồn đã dừng / Starts a source that was stopped",
        detailedDescription = "Remembered over restarts.\n\nEXAMPLE\n\n  hub:source-start stations-hanoi")
@Service
public final class SourceStartCommand extends SourceSwitch {
    @Override
    void turn(Sources all, String source) {
        all.start(source);
    }
}
