package org.iochub.itests;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleWiring;

/** Rounds of deploying an adapter's bundle leave nothing behind and disturb nobody. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class DeployRoundsTest {
    private static final String ADAPTER_BUNDLE = "org.iochub.routes.online-media";

    @Inject
    private BundleContext bundles;

    @Configuration
    public Option[] container() throws Exception {
        return HubOptions.shipped();
    }

    @Test
    public void roundsOfAJavaAdapterLeaveNothingBehind() throws Exception {
        DeployRounds rounds = new DeployRounds(bundles, "online-media.jar", "press");
        rounds.loadedSource();
        try (MediaServer media = new MediaServer()) {
            new Hub(bundles)
                    .configure(
                            "source-press",
                            "adapter = online-media",
                            "tenant = quang-ngai",
                            "feeds = " + media.url(),
                            "period = 1s",
                            "outlet = Báo thử nghiệm");
            rounds.run(new Versions(), this::watch);
        }
    }

    private static final class Versions implements DeployRounds.Version {
        @Override
        public Path file(int round, int update) throws Exception {
            return Jars.rewritten(
                    HubOptions.tried("online-media.jar"),
                    Files.createTempFile("online-media", ".jar"),
                    Map.of("Bundle-Version", name(round, update)));
        }

        @Override
        public String name(int round, int update) {
            return "1." + round + "." + update;
        }
    }

    private void watch(Leftovers leftovers) {
        leftovers.watch(Stream.of(bundles.getBundles())
                .filter(bundle -> ADAPTER_BUNDLE.equals(bundle.getSymbolicName()))
                .findFirst()
                .orElseThrow()
                .adapt(BundleWiring.class)
                .getClassLoader());
    }
}
