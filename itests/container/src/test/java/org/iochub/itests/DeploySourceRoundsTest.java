package org.iochub.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import javax.inject.Inject;
import org.iochub.api.SourceAdapter;
import org.iochub.core.declarative.DeclaredSource;
import org.iochub.core.deploy.Deployment;
import org.iochub.core.source.SourceState;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** Rounds of deploying a declarative source leave nothing behind and disturb nobody. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class DeploySourceRoundsTest {
    private static final String FILE = "round-reports.yaml";
    private static final String INSTANCE = "round-reports";
    private static final String SOURCE = """
            source: round-reports
            version: %s
            sector: citizen-reports
            title: { vi: Phản ánh thử, en: Trial reports }
            description: { vi: Nguồn gửi vào để thử việc triển khai., en: A push source to try deploying with. }
            versionKey: { vi: thứ tự đến, en: order of arrival }
            freshness: 1d
            from: { push: {} }
            format: { ndjson: {} }
            map:
              - type: citizen-report
                fields:
                  reportCode: ma
                  kind: { constant: field }
                  serviceCode: { constant: thu }
                  status: { constant: received }
                  sourceStatus: { constant: moi }
                  requestedAt: date(gui, 'dd/MM/yyyy HH:mm')
            instance:
              id: round-reports
              tenant: quang-ngai
            """;

    @Inject
    private BundleContext bundles;

    private int pushed;

    @Configuration
    public Option[] container() throws Exception {
        return HubOptions.shipped();
    }

    @Test
    public void roundsOfADeclarativeSourceLeaveNothingBehind() throws Exception {
        DeployRounds rounds = new DeployRounds(bundles, FILE, INSTANCE);
        rounds.loadedSource();
        Hub hub = new Hub(bundles);
        Instant dropped = Instant.now();
        hub.drop(written(SOURCE.formatted("1.0.0") + "colour: red\n"), FILE);
        Deployment refused = hub.verdict(FILE, dropped);
        assertFalse(refused.reason().en(), refused.accepted());
        assertTrue(refused.reason().en(), refused.reason().en().contains(FILE + ":22:1"));

        String key = hub.pushKey(INSTANCE, "one-stop");
        rounds.run(new Versions(), leftovers -> {
            String line = "{\"ma\":\"PA-%d\",\"gui\":\"02/03/2026 08:00\"}\n".formatted(++pushed);
            assertEquals(200, hub.post("/api/v1/ingest/" + INSTANCE, key, line).statusCode());
            watch(leftovers);
        });
        String feed = hub.get("/api/v1/feeds/citizen-report?format=ndjson").body();
        assertEquals("one record of every version", pushed, feed.lines().count());
    }

    @Test
    public void theOperatorsFileTakesTheInstanceOverAndGivesItBack() throws Exception {
        new DeployRounds(bundles, FILE, INSTANCE).loadedSource();
        Hub hub = new Hub(bundles);
        Instant dropped = Instant.now();
        hub.drop(written(SOURCE.formatted("2.0.0")), FILE);
        Deployment verdict = hub.verdict(FILE, dropped);
        assertTrue(verdict.reason().en(), verdict.accepted());
        hub.awaitSource(INSTANCE, SourceState.RUNNING);

        hub.configure("source-" + INSTANCE, "adapter = round-reports", "tenant = nowhere");
        hub.awaitSource(INSTANCE, SourceState.MISCONFIGURED);
        String sentence = hub.source(INSTANCE).sentence().en();
        assertTrue(sentence, sentence.contains("org.iochub.source-" + INSTANCE + ".cfg"));

        Files.delete(hub.base().resolve("etc/org.iochub.source-" + INSTANCE + ".cfg"));
        hub.awaitSource(INSTANCE, SourceState.RUNNING);
        Files.delete(hub.base().resolve("deploy").resolve(FILE));
        Await.until(
                "no instance", Duration.ofSeconds(60), () -> hub.find(INSTANCE).isEmpty());
    }

    private static Path written(String text) throws Exception {
        return Files.writeString(Files.createTempFile("source", ".yaml"), text);
    }

    private static final class Versions implements DeployRounds.Version {
        @Override
        public Path file(int round, int update) throws Exception {
            return written(SOURCE.formatted(name(round, update)));
        }

        @Override
        public String name(int round, int update) {
            return "1." + round + "." + update;
        }
    }

    /** Its adapter is of the compiler's classes: the object itself must go. */
    private void watch(Leftovers leftovers) throws Exception {
        ServiceReference<SourceAdapter> reference = bundles.getServiceReferences(
                        SourceAdapter.class, "(" + DeclaredSource.FILE + "=" + FILE + ")")
                .iterator()
                .next();
        try {
            leftovers.watch(bundles.getService(reference));
        } finally {
            bundles.ungetService(reference);
        }
    }
}
