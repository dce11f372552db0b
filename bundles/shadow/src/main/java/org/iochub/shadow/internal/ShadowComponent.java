package org.iochub.shadow.internal;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.iochub.core.archive.Archive;
import org.iochub.core.deploy.Deployments;
import org.iochub.core.hub.Hub;
import org.iochub.core.shadow.Candidates;
import org.iochub.core.shadow.DifferenceKind;
import org.iochub.core.shadow.MessageTaps;
import org.iochub.core.shadow.Promotion;
import org.iochub.core.shadow.Shadow;
import org.iochub.core.shadow.ShadowDifference;
import org.iochub.core.shadow.Shadows;
import org.iochub.core.shadow.Trials;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Puts the {@link ShadowKeeper} to work in the container. */
@Component(service = Shadows.class, immediate = true)
public final class ShadowComponent implements Shadows {
    private final ShadowKeeper keeper;

    @Activate
    public ShadowComponent(
            @Reference Hub hub,
            @Reference Candidates candidates,
            @Reference Deployments deployments,
            @Reference Trials trials,
            @Reference MessageTaps taps,
            @Reference Archive archive)
            throws IOException {
        Limits limits = Limits.USUAL;
        Follower.Means means = new Follower.Means(trials, taps, archive, new Bench(limits), limits);
        keeper = new ShadowKeeper(hub.data(), candidates, deployments, means, Clock.systemUTC());
        keeper.start();
    }

    @Deactivate
    void stop() {
        keeper.close();
    }

    @Override
    public List<Shadow> list() {
        return keeper.list();
    }

    @Override
    public Optional<Shadow> get(String file) {
        return keeper.get(file);
    }

    @Override
    public Shadow start(String file, InputStream content, Optional<Instant> since, String by) throws IOException {
        return keeper.start(file, content, since, by);
    }

    @Override
    public List<ShadowDifference> differences(
            String file, Optional<String> source, Optional<DifferenceKind> kind, Optional<String> field) {
        return keeper.differences(file, source, kind, field);
    }

    @Override
    public Promotion promote(String file) throws IOException {
        return keeper.promote(file);
    }

    @Override
    public Shadow drop(String file) throws IOException {
        return keeper.drop(file);
    }

    @Override
    public Shadow pause(String file) throws IOException {
        return keeper.pause(file);
    }

    @Override
    public Shadow resume(String file) throws IOException {
        return keeper.resume(file);
    }
}
