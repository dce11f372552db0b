package org.iochub.management.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import org.iochub.api.Delivered;
import org.iochub.core.alert.Alerts;
import org.iochub.core.log.FeedLog;
import org.iochub.core.quarantine.Quarantine;
import org.iochub.core.source.BatchTimes;
import org.iochub.core.source.SourceState;
import org.iochub.core.source.SourceStatus;
import org.iochub.core.source.Sources;
import org.iochub.model.Text;
import org.junit.jupiter.api.Test;

class ManagementTest {
    private final List<SourceStatus> all = new ArrayList<>(List.of(status("tram-1"), status("hồ sơ, 2")));

    private static SourceStatus status(String id) {
        return new SourceStatus(
                id,
                "dossiers",
                "1.0.0",
                "quang-ngai",
                SourceState.RUNNING,
                "",
                Text.of("Đang chạy.", "Running."),
                Instant.EPOCH,
                Optional.of(Instant.ofEpochSecond(1_700_000_000)),
                new Delivered(7, 6, 5, 4, 3),
                Optional.of(Duration.ofMillis(1_500)),
                BatchTimes.NONE,
                Optional.empty(),
                List.of("dossier"),
                List.of());
    }

    /** Answers what the test says, by the method's name. */
    private static <T> T answering(Class<T> type, Map<String, java.util.function.Function<Object[], Object>> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.get(method.getName()).apply(arguments)));
    }

    @Test
    void everySourceAndTheFeedCanBeReadAndNotWritten() throws Exception {
        Sources sources = answering(
                Sources.class,
                Map.of(
                        "list",
                        none -> List.copyOf(all),
                        "get",
                        id -> all.stream()
                                .filter(each -> each.id().equals(id[0]))
                                .findFirst()));
        FeedLog log = answering(FeedLog.class, Map.of("positions", none -> Map.of("dossier", 41L)));
        Management management = new Management(
                sources,
                log,
                answering(Quarantine.class, Map.of("count", none -> 9L)),
                answering(Alerts.class, Map.of("firing", none -> List.of())));
        try {
            management.look();
            MBeanServer server = ManagementFactory.getPlatformMBeanServer();
            ObjectName source = new ObjectName("org.iochub:type=Source,name=" + ObjectName.quote("hồ sơ, 2"));
            assertThat(server.getAttribute(source, "Accepted")).isEqualTo(7L);
            assertThat(server.getAttribute(source, "State")).isEqualTo("running");
            assertThat(server.getAttribute(source, "Up")).isEqualTo(true);
            assertThat(server.getAttribute(source, "LagSeconds")).isEqualTo(1.5);
            assertThat(server.getAttribute(source, "LastSuccessTimestamp")).isEqualTo(1_700_000_000L);
            assertThat(server.getMBeanInfo(source).getOperations()).isEmpty();
            assertThat(server.getMBeanInfo(source).getAttributes()).noneMatch(each -> each.isWritable());
            ObjectName feed = new ObjectName("org.iochub:type=Feed");
            assertThat(server.getAttribute(feed, "OpenQuarantine")).isEqualTo(9L);
            TabularData sequences = (TabularData) server.getAttribute(feed, "Sequences");
            assertThat(((CompositeData) sequences.values().iterator().next()).get("value"))
                    .isEqualTo(41L);
            all.remove(1);
            management.look();
            assertThat(server.isRegistered(source)).isFalse();
            management.stop();
            assertThat(server.queryNames(new ObjectName("org.iochub:*"), null)).isEmpty();
        } finally {
            management.stop();
        }
    }
}
