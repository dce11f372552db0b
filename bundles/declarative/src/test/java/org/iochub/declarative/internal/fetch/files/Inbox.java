package org.iochub.declarative.internal.fetch.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.iochub.api.HubHeaders;
import org.iochub.declarative.internal.DeclaredSettings;
import org.iochub.declarative.internal.fetch.Fetch;
import org.iochub.model.area.AreaRegistry;
import org.iochub.testkit.TestSource;

/** A directory of files, and an instance that reads it. */
final class Inbox implements AutoCloseable {
    private final Path home;
    private final CamelContext context = new DefaultCamelContext();
    private final List<String> delivered = Collections.synchronizedList(new ArrayList<>());
    private final List<String> ids = Collections.synchronizedList(new ArrayList<>());
    private volatile Predicate<String> refuses = name -> false;
    private TestSource<DeclaredSettings> source;

    Inbox(Path home) {
        this.home = home;
    }

    void start(Fetch fetch, DeclaredSettings settings) throws Exception {
        source = new TestSource<>(settings, AreaRegistry.builtIn(), "direct:records", "direct:pushed");
        context.getShutdownStrategy().setTimeout(5);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:records").process(Inbox.this::take);
            }
        });
        context.addRoutes(fetch.routes(source));
        context.start();
    }

    /** From now on, files of these names are not taken. */
    void refuse(Predicate<String> names) {
        refuses = names;
    }

    private void take(Exchange exchange) {
        String name = exchange.getMessage().getHeader(HubHeaders.MESSAGE_NAME, String.class);
        ids.add(exchange.getMessage().getHeader(HubHeaders.MESSAGE_ID, String.class));
        if (refuses.test(name)) {
            throw new IllegalStateException("the store is down");
        }
        delivered.add(name + "=" + exchange.getMessage().getBody(String.class));
    }

    List<String> delivered() {
        synchronized (delivered) {
            return List.copyOf(delivered);
        }
    }

    List<String> ids() {
        synchronized (ids) {
            return List.copyOf(ids);
        }
    }

    TestSource<DeclaredSettings> source() {
        return source;
    }

    String endpoints() {
        return context.getEndpoints().toString() + context.getRoutes();
    }

    void put(String name, String content, String modified) {
        try {
            Path file = home.resolve(name);
            Files.createDirectories(file.getParent());
            Path upload = home.resolve(".upload");
            Files.writeString(upload, content);
            Files.setLastModifiedTime(upload, FileTime.from(Instant.parse(modified)));
            Files.move(upload, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void put(String name, String content) {
        put(name, content, "2026-03-02T00:10:00Z");
    }

    List<String> files() {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> home.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws Exception {
        context.close();
    }
}
