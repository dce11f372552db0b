package org.iochub.deploy.internal;

import java.io.File;
import org.apache.felix.fileinstall.ArtifactInstaller;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Takes every file of the deploy folder away from Karaf's stock installers, which install and refresh what they like.
 * They only tell the gate that something has changed.
 */
@Component(service = ArtifactInstaller.class, property = "service.ranking:Integer=2147483647")
public final class FolderClaim implements ArtifactInstaller {
    private final GateComponent gate;

    @Activate
    public FolderClaim(@Reference GateComponent gate) {
        this.gate = gate;
    }

    @Override
    public boolean canHandle(File artifact) {
        return gate.watches(artifact.toPath());
    }

    @Override
    public void install(File artifact) {
        gate.lookNow();
    }

    @Override
    public void update(File artifact) {
        gate.lookNow();
    }

    @Override
    public void uninstall(File artifact) {
        gate.lookNow();
    }
}
