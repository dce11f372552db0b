package org.iochub.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.iochub.core.deploy.Deployment;
import org.iochub.core.source.SourceState;
import org.iochub.core.source.SourceStatus;
import org.junit.After;
import org.junit.Before;
import org.junit.FixMethodOrder;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.MethodSorters;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;

/** The life of a dropped adapter, in one container, in order: what each step leaves is what the next one finds. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
@FixMethodOrder(MethodSorters.NAME_ASCENDING)
public class HotDeployTest {
    private static final String FILE = "online-media.jar";
    private static final String ADAPTER_BUNDLE = "org.iochub.routes.online-media";

    @Inject
    private BundleContext bundles;

    private Hub hub;
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final BundleListener listener =
            event -> events.add(event.getBundle().getSymbolicName() + " " + event.getType());

    @Configuration
    public Option[] container() throws Exception {
        return HubOptions.shipped();
    }

    @Before
    public void listen() throws Exception {
        hub = new Hub(bundles);
        hub.awaitReady();
        bundles.addBundleListener(listener);
    }

    @After
    public void stopListening() {
        bundles.removeBundleListener(listener);
    }

    @Test
    public void a_bootsCleanly() throws Exception {
        for (Bundle bundle : bundles.getBundles()) {
            boolean fragment = bundle.getHeaders().get("Fragment-Host") != null;
            assertTrue(
                    bundle.getSymbolicName() + " is in state " + bundle.getState(),
                    bundle.getState() == Bundle.ACTIVE
                            || fragment
                            || bundle.getHeaders().get("Bundle-ActivationPolicy") != null);
        }
        assertNoErrorInTheLog();
        hub.configure("tenant-quang-ngai", "name.vi = Quảng Ngãi", "name.en = Quang Ngai", "areas = 51");
        hub.configure("source-one-stop", "adapter = dossiers", "tenant = quang-ngai", "applicantKinds = citizen1");
        hub.awaitSource("one-stop", SourceState.RUNNING);
        assertTrue(hub.get("/api/v1/tenants").body().contains("Quảng Ngãi"));
    }

    @Test
    public void b_aDroppedAdapterJoinsAndDisturbsNobody() throws Exception {
        SourceStatus before = hub.source("one-stop");
        try (MediaServer media = new MediaServer()) {
            hub.configure(
                    "source-press",
                    "adapter = online-media",
                    "tenant = quang-ngai",
                    "feeds = " + media.url(),
                    "period = 1s",
                    "outlet = Báo thử nghiệm");
            hub.awaitSource("press", SourceState.WAITING);
            Instant dropped = Instant.now();
            hub.drop(HubOptions.tried(FILE), FILE);

            Deployment verdict = hub.verdict(FILE, dropped);

            assertTrue(verdict.reason().toString(), verdict.accepted());
            assertEquals(List.of("online-media"), verdict.adapters());
            hub.awaitSource("press", SourceState.RUNNING);
            Await.until(
                    "two items",
                    Duration.ofSeconds(20),
                    () -> hub.source("press").totals().accepted() == 2);
            assertTrue(hub.get("/api/v1/feeds/media-item?format=ndjson").body().contains("Tin thứ hai"));
        }
        assertOnlyTheAdapterMoved();
        assertUndisturbed(before);
    }

    @Test
    public void c_anUpdateReplacesThatAdapterAlone() throws Exception {
        SourceStatus before = hub.source("one-stop");
        Path next = Jars.rewritten(
                HubOptions.tried(FILE),
                Files.createTempFile("online-media", ".jar"),
                Map.of("Bundle-Version", "0.2.0"));
        Instant dropped = Instant.now();
        hub.drop(next, FILE);

        Deployment verdict = hub.verdict(FILE, dropped);

        assertTrue(verdict.reason().toString(), verdict.accepted());
        assertEquals("0.2.0", verdict.running().orElseThrow());
        Await.until(
                "the new version",
                Duration.ofSeconds(20),
                () -> hub.source("press").adapterVersion().equals("0.2.0"));
        assertOnlyTheAdapterMoved();
        assertUndisturbed(before);
    }

    @Test
    public void d_anOlderVersionIsRefusedAndTheNewerRunsOn() throws Exception {
        Instant dropped = Instant.now();
        hub.drop(HubOptions.tried(FILE), FILE);

        Deployment verdict = hub.verdict(FILE, dropped);

        assertFalse(verdict.accepted());
        assertEquals("0.2.0", verdict.running().orElseThrow());
        assertEquals("0.2.0", hub.source("press").adapterVersion());
        assertEquals(List.of(), events);
    }

    @Test
    public void e_aBrokenJarIsRefusedWithItsReasonAndTheOldVersionRunsOn() throws Exception {
        Path needy = Jars.rewritten(
                HubOptions.tried(FILE),
                Files.createTempFile("online-media", ".jar"),
                Map.of(
                        "Bundle-Version",
                        "0.3.0",
                        "Import-Package",
                        "org.iochub.api;version=\"[9,10)\",org.apache.camel"));
        Instant dropped = Instant.now();
        hub.drop(needy, FILE);
        Deployment verdict = hub.verdict(FILE, dropped);
        assertFalse(verdict.accepted());
        assertTrue(verdict.reason().en(), verdict.reason().en().contains("org.iochub.api"));

        dropped = Instant.now();
        hub.drop(Files.write(Files.createTempFile("cut", ".jar"), new byte[] {'P', 'K', 3, 4, 0}), "cut.jar");
        assertFalse(hub.verdict("cut.jar", dropped).accepted());

        assertEquals("0.2.0", hub.source("press").adapterVersion());
        Files.delete(hub.base().resolve("deploy/cut.jar"));
    }

    @Test
    public void f_removingTheFileRemovesTheAdapter() throws Exception {
        SourceStatus before = hub.source("one-stop");
        Files.delete(hub.base().resolve("deploy").resolve(FILE));

        hub.awaitSource("press", SourceState.WAITING);
        Await.until(
                "no bundle",
                Duration.ofSeconds(20),
                () -> Stream.of(bundles.getBundles()).noneMatch(b -> ADAPTER_BUNDLE.equals(b.getSymbolicName())));
        assertOnlyTheAdapterMoved();
        assertUndisturbed(before);
    }

    @Test
    public void g_aKarBringsTheAdapterToo() throws Exception {
        SourceStatus before = hub.source("one-stop");
        Path kar = Jars.kar(HubOptions.tried(FILE), Files.createTempFile("online-media", ".kar"), "0.1.0");
        Instant dropped = Instant.now();
        hub.drop(kar, "online-media.kar");

        Deployment verdict = hub.verdict("online-media.kar", dropped);

        assertTrue(verdict.reason().toString(), verdict.accepted());
        Await.until(
                "its adapter",
                Duration.ofSeconds(20),
                () -> hub.source("press").adapterVersion().equals("0.1.0"));
        assertOnlyTheAdapterMoved();
        assertUndisturbed(before);
    }

    @Test
    public void h_everyVerdictIsOnHttpToo() throws Exception {
        String deployments = hub.get("/api/v1/deployments").body();

        assertTrue(deployments, deployments.contains("online-media.kar"));
    }

    @Test
    public void i_theLogHasNoError() throws Exception {
        assertNoErrorInTheLog();
    }

    /** Another bundle that stopped, started or was refreshed would have said so; the dry run of the adapter may come and go. */
    private void assertOnlyTheAdapterMoved() {
        List<String> others = events.stream()
                .filter(event -> !event.startsWith(ADAPTER_BUNDLE))
                .filter(event -> !event.endsWith(" " + BundleEvent.STARTING))
                .toList();
        assertEquals(List.of(), others);
    }

    private void assertUndisturbed(SourceStatus before) throws Exception {
        SourceStatus after = hub.source(before.id());
        assertEquals(SourceState.RUNNING, after.state());
        assertEquals("its routes ran through", before.since(), after.since());
    }

    private void assertNoErrorInTheLog() throws Exception {
        try (Stream<String> lines = Files.lines(hub.base().resolve("data/log/karaf.log"))) {
            List<String> errors =
                    lines.filter(line -> line.contains("| ERROR |")).toList();
            assertEquals(List.of(), errors);
        }
    }
}
