package org.iochub.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.iochub.api.Change;
import org.iochub.api.HubHeaders;
import org.iochub.api.Normalizer;
import org.iochub.api.RawPart;
import org.iochub.api.SourceAdapter;
import org.iochub.model.FaultException;
import org.iochub.model.Text;
import org.iochub.model.area.AreaRegistry;

/**
 * As much of a hub as a polling route needs: it takes a message whole or throws, drops one it has already, and keeps the
 * checkpoint with it. It outlives the instance, as a store does: a test stops the instance and starts it again.
 *
 * @param <S> the adapter's settings
 */
public final class TestHub<S extends Record> implements AutoCloseable {
    /**
     * A message as it was taken.
     *
     * @param id what the route called it
     * @param name what the route called it for people
     * @param changes what the normaliser made of it
     * @param headers everything the route sent along
     */
    public record Taken(String id, String name, List<Change> changes, Map<String, Object> headers) {}

    private final SourceAdapter<S> adapter;
    private final Function<Change, String> code;
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final Map<String, Change> records = new LinkedHashMap<>();
    private volatile Predicate<String> refuses = id -> false;
    private volatile int refused;
    private Optional<String> checkpoint = Optional.empty();
    private DefaultCamelContext context;
    private TestSource<S> source;
    private Normalizer normalizer;

    /** @param code what the test tells records apart by, refused ones included */
    public TestHub(SourceAdapter<S> adapter, Function<Change, String> code) {
        this.adapter = adapter;
        this.code = code;
    }

    /** Starts an instance with what was kept; the one before must have been stopped. */
    public void start(S settings, Clock clock) throws Exception {
        source = new TestSource<>(settings, AreaRegistry.builtIn(), "direct:records", "direct:pushed", clock);
        checkpoint.ifPresent(source::checkpoint);
        normalizer = adapter.normalizer(source);
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

    /** Stops the instance; what was taken stays. */
    public void stop() {
        context.stop();
    }

    @Override
    public void close() {
        if (context != null) {
            context.stop();
        }
    }

    /** From now on, messages whose id fits are not taken. */
    public void refuse(Predicate<String> ids) {
        refuses = ids;
    }

    /** How often a message was not taken. */
    public int refused() {
        return refused;
    }

    /** Every message taken, oldest first. */
    public List<Taken> taken() {
        return List.copyOf(taken);
    }

    /** What the last message taken carried. */
    public Optional<String> checkpoint() {
        return checkpoint;
    }

    /** The sentences of the instance that runs; see {@link TestSource#waitings()}. */
    public List<Text> waitings() {
        return source.waitings();
    }

    /** Of the instance that runs; see {@link TestSource#timesUpToDate()}. */
    public int timesUpToDate() {
        return source.timesUpToDate();
    }

    /** The codes of all records, in order. */
    public synchronized List<String> codes() {
        return records.keySet().stream().sorted().toList();
    }

    /** The last change of each record, by code. */
    public synchronized Map<String, Change> records() {
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
        List<Change> changes = normalized(exchange.getMessage());
        changes.forEach(change -> records.put(code.apply(change), change));
        checkpoint = Optional.ofNullable(exchange.getMessage().getHeader(HubHeaders.CHECKPOINT, String.class))
                .or(() -> checkpoint);
        taken.add(new Taken(
                id,
                exchange.getMessage().getHeader(HubHeaders.MESSAGE_NAME, String.class),
                changes,
                new LinkedHashMap<>(exchange.getMessage().getHeaders())));
    }

    private List<Change> normalized(Message message) {
        String name = message.getHeader(HubHeaders.MESSAGE_NAME, "page", String.class);
        TestMessage raw = TestMessage.of(name, message.getBody(byte[].class));
        for (Map.Entry<String, Object> header : message.getHeaders().entrySet()) {
            if (header.getValue() instanceof String text && !header.getKey().startsWith("Hub")) {
                raw = raw.with(header.getKey(), text);
            }
        }
        try (Stream<Change> changes = normalizer.normalize(raw)) {
            return new ArrayList<>(changes.toList());
        } catch (FaultException e) {
            return new ArrayList<>(List.of(new Change.Refusal(e.fault(), RawPart.whole(raw))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
