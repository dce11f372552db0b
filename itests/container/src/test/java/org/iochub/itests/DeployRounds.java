package org.iochub.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.iochub.core.deploy.Deployment;
import org.iochub.core.source.SourceState;
import org.iochub.core.source.SourceStatus;
import org.osgi.framework.BundleContext;

/** Drops, updates and removes one file again and again under load on another source, and looks at what that leaves. */
final class DeployRounds {
    private static final int ROUNDS = 5;
    private static final String LOADED = "one-stop";
    private static final String QUALITY = "quality-quang-ngai";

    private final BundleContext context;
    private final Hub hub;
    private final String file;
    private final String instance;

    /** Makes the file of a version. */
    interface Version {
        Path file(int round, int update) throws Exception;

        /** As the instance's status shows it. */
        String name(int round, int update);
    }

    /** Watches what this version brought. */
    interface Brought {
        void watch(Leftovers leftovers) throws Exception;
    }

    DeployRounds(BundleContext context, String file, String instance) {
        this.context = context;
        this.hub = new Hub(context);
        this.file = file;
        this.instance = instance;
    }

    void loadedSource() throws Exception {
        hub.awaitReady();
        hub.configure("tenant-quang-ngai", "name.vi = Quảng Ngãi", "name.en = Quang Ngai", "areas = 51");
        hub.configure("source-" + LOADED, "adapter = dossiers", "tenant = quang-ngai", "applicantKinds = citizen1");
        hub.awaitSource(LOADED, SourceState.RUNNING);
        // The authority's figures of quality have a source too.
        hub.awaitSource(QUALITY, SourceState.RUNNING);
    }

    void run(Version version, Brought brought) throws Exception {
        String key = hub.pushKey(LOADED, instance);
        try (DossierLoad load = new DossierLoad(hub, LOADED, key)) {
            // What is made once and kept, such as pools and loggers, is made in a round that does not count.
            Leftovers warmUp = new Leftovers();
            round(0, version, brought, warmUp);
            warmUp.awaitGone();
            SourceStatus before = hub.source(LOADED);
            Footprint start = Footprint.of(context);
            int pushed = load.acknowledged();

            Leftovers leftovers = new Leftovers();
            for (int round = 1; round <= ROUNDS; round++) {
                round(round, version, brought, leftovers);
            }

            leftovers.awaitGone();
            assertEquals("two versions a round", 2 * ROUNDS, leftovers.watched());
            start.awaitNoMore(context);
            Await.until(
                    "pushes meanwhile",
                    Duration.ofSeconds(30),
                    () -> load.acknowledged() > pushed + 10 * ROUNDS
                            || load.trouble().isPresent());
            assertEquals("every push was taken", Optional.empty(), load.trouble());
            SourceStatus after = hub.source(LOADED);
            assertEquals("its routes ran through", before.since(), after.since());
            assertEquals(SourceState.RUNNING, after.state());
        }
    }

    private void round(int round, Version version, Brought brought, Leftovers leftovers) throws Exception {
        for (int update = 0; update < 2; update++) {
            Instant dropped = Instant.now();
            hub.drop(version.file(round, update), file);
            Deployment verdict = hub.verdict(file, dropped);
            assertTrue(verdict.reason().en(), verdict.accepted());
            String name = version.name(round, update);
            Await.until(
                    "version " + name + " runs",
                    Duration.ofSeconds(60),
                    () -> hub.find(instance)
                            .filter(one -> one.state() == SourceState.RUNNING)
                            .filter(one -> one.adapterVersion().equals(name))
                            .isPresent());
            brought.watch(leftovers);
        }
        Files.delete(hub.base().resolve("deploy").resolve(file));
        Await.until(
                "the adapter is gone",
                Duration.ofSeconds(60),
                () -> hub.find(instance)
                        .filter(one -> one.state() == SourceState.RUNNING)
                        .isEmpty());
        Await.until(
                "the file is forgotten",
                Duration.ofSeconds(60),
                () -> hub.deployments().stream().noneMatch(one -> one.file().equals(file) && one.accepted()));
    }
}
