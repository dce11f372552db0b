package org.iochub.routes.onlinemedia.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.iochub.api.Change;
import org.iochub.api.HubHeaders;
import org.iochub.model.Text;
import org.iochub.model.area.AreaRegistry;
import org.iochub.model.record.MediaItem;
import org.iochub.testkit.TestMessage;
import org.iochub.testkit.TestSource;

/**
 * As much of a hub as the route needs: it takes a message whole or throws, drops one it has already, and keeps the
 * checkpoint with it. It outlives the instance, as a store does.
 */
final class TestHub implements AutoCloseable {
    record Taken(String id, String name, List<Change> changes, Map<String, Object> headers) {}

    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final Map<String, Change> records = new LinkedHashMap<>();
    private volatile Predicate<String> refuses = id -> false;
    private volatile int refused;
    private Optional<String> checkpoint = Optional.empty();
    private DefaultCamelContext context;
    private TestSource<OnlineMediaSettings> source;

    /** Starts an instance with what was kept; the one before must have been stopped. */
    void start(OnlineMediaSettings settings, Clock clock) throws Exception {
        source = new TestSource<>(settings, AreaRegistry.builtIn(), "direct:records", "direct:pushed", clock);
        checkpoint.ifPresent(source::checkpoint);
        OnlineMediaAdapter adapter = new OnlineMediaAdapter();
        context = new DefaultCamelContext();
        context.getShutdownStrategy().setTimeout(2);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:records").process(TestHub.this::take);
            }
        });
        context.addRoutes(adapter.routes(source));
        context.start();
    }

    void stop() {
        context.stop();
    }

    @Override
    public void close() {
        if (context != null) {
            context.stop();
        }
    }

    /** From now on, messages whose id fits are not taken. */
    void refuse(Predicate<String> ids) {
        refuses = ids;
    }

    int refused() {
        return refused;
    }

    List<Taken> taken() {
        return List.copyOf(taken);
    }

    Optional<String> checkpoint() {
        return checkpoint;
    }

    List<Text> waitings() {
        return source.waitings();
    }

    int timesUpToDate() {
        return source.timesUpToDate();
    }

    synchronized List<String> codes() {
        return records.keySet().stream().sorted().toList();
    }

    synchronized Map<String, Change> records() {
        return Map.copyOf(records);
    }

    private synchronized void take(Exchange exchange) {
        String id = exchange.getMessage().getHeader(HubHeaders.MESSAGE_ID, String.class);
        if (refuses.test(id)) {
            refused++;
            throw new IllegalStateException("the store is not there");
        }
        if (taken.stream().anyMatch(message -> message.id().equals(id))) {
            return;
        }
        List<Change> changes = normalized(exchange.getMessage().getBody(byte[].class));
        changes.forEach(change -> records.put(code(change), change));
        checkpoint = Optional.of(exchange.getMessage().getHeader(HubHeaders.CHECKPOINT, String.class));
        taken.add(new Taken(
                id,
                exchange.getMessage().getHeader(HubHeaders.MESSAGE_NAME, String.class),
                changes,
                new LinkedHashMap<>(exchange.getMessage().getHeaders())));
    }

    private List<Change> normalized(byte[] body) {
        try (Stream<Change> changes = new OnlineMediaNormalizer(source).normalize(TestMessage.of("page", body))) {
            return new ArrayList<>(changes.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String code(Change change) {
        return change instanceof Change.Upsert<?> upsert && upsert.data() instanceof MediaItem item
                ? item.title()
                : "refused " + change.raw().position();
    }
}
