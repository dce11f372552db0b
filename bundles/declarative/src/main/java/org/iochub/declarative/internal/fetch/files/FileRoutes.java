package org.iochub.declarative.internal.fetch.files;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.function.BooleanSupplier;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.iochub.api.HubHeaders;
import org.iochub.api.Source;
import org.iochub.api.read.WholeDownload;
import org.iochub.declarative.internal.DeclaredSettings;
import org.iochub.declarative.internal.fetch.Fill;

/**
 * Reads the files of a directory. A file is moved or deleted when its records are durable, not before: that is the
 * acknowledgement.
 */
abstract class FileRoutes<T> extends RouteBuilder {
    final FilePlan plan;
    final Source<DeclaredSettings> source;
    final Fill fill;

    FileRoutes(FilePlan plan, Source<DeclaredSettings> source) {
        this.plan = plan;
        this.source = source;
        this.fill = new Fill(source.settings());
    }

    /** Without account and password, which stay out of names, logs and management. */
    abstract String address();

    /** What an address cannot say or must not show. */
    abstract void arrange(GenericFileEndpoint<T> inbox);

    /** Where it reads, for people. */
    abstract String place();

    /** Whether the directory is there, where that can be told beforehand. */
    BooleanSupplier there() {
        return () -> true;
    }

    @Override
    @SuppressWarnings("unchecked")
    public void configure() {
        String address = address() + plan.parameters(every().toMillis()) + more();
        GenericFileEndpoint<T> inbox = getContext().getEndpoint(address, GenericFileEndpoint.class);
        // At every start, because Camel may know the endpoint from the start before.
        arrange(inbox);
        FileFilter<T> filter = new FileFilter<>(plan, fill.span(plan.settle()), System::nanoTime);
        inbox.setFilter(filter);
        Comparator<GenericFile<T>> byName = Comparator.comparing(GenericFile::getRelativeFilePath);
        Comparator<GenericFile<T>> byTime = Comparator.comparingLong(GenericFile::getLastModified);
        inbox.setSorter(plan.byTime() ? byTime.thenComparing(byName) : byName);
        inbox.setPollStrategy(new FilePolls(source, place(), filter, every(), there(), System::nanoTime));
        inbox.setOnCompletionExceptionHandler(new StaysBehind(source, plan));
        from(inbox)
                .routeId(source.routeId("files"))
                .process(FileRoutes::name)
                .process(new WholeDownload(source))
                .to(source.records())
                .process(exchange -> filter.taken(taken(exchange)));
    }

    /** Parameters of the protocol. */
    abstract String more();

    private Duration every() {
        Duration every = fill.span(plan.every());
        return every.toMillis() < 20 ? Duration.ofMillis(20) : every;
    }

    private static GenericFile<?> taken(Exchange exchange) {
        return exchange.getProperty("CamelFileExchangeFile", GenericFile.class);
    }

    private static void name(Exchange exchange) {
        Message message = exchange.getMessage();
        String path = message.getHeader(Exchange.FILE_NAME, String.class);
        message.setHeader(
                HubHeaders.MESSAGE_ID,
                path + "|" + message.getHeader(Exchange.FILE_LENGTH, String.class) + "|"
                        + message.getHeader(Exchange.FILE_LAST_MODIFIED, String.class));
        message.setHeader(HubHeaders.MESSAGE_NAME, path);
    }

    /** Downloads go to disk: a file can be larger than memory. */
    Path work(String protocol) {
        return Path.of(
                System.getProperty("java.io.tmpdir"),
                "iochub-" + protocol + "-" + ProcessHandle.current().pid(),
                source.id());
    }
}
