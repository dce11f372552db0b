package org.iochub.routes.environmentstations.internal;

import java.util.Comparator;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.remote.RemoteFileEndpoint;
import org.iochub.api.HubHeaders;
import org.iochub.api.Source;
import org.iochub.api.read.WholeDownload;

/**
 * Reads the files of a directory and those below, oldest first. A file is moved to {@code .done}, by day, when its
 * records are durable, not before: the move is the acknowledgement.
 */
final class EnvironmentStationsRoutes extends RouteBuilder {
    private static final String PATH = "StationFile";

    private final Source<EnvironmentStationsSettings> source;

    EnvironmentStationsRoutes(Source<EnvironmentStationsSettings> source) {
        this.source = source;
    }

    @Override
    public void configure() {
        Inbox inbox = new Inbox(source);
        StationList stations = StationList.of(source.settings());
        Fleet fleet = new Fleet(source, stations);
        RemoteFileEndpoint<?> files = getContext().getEndpoint(inbox.address(), RemoteFileEndpoint.class);
        inbox.arrange(files.getConfiguration());
        arrange(files, fleet);
        from(files)
                .routeId(source.routeId("files"))
                .process(exchange -> name(exchange.getMessage(), fleet))
                .process(new WholeDownload(source))
                .setProperty(PATH, header(HubHeaders.MESSAGE_NAME))
                .to(source.records())
                .process(exchange -> fleet.heard(exchange.getProperty(PATH, String.class)));

        StationRoster roster = new StationRoster(source, stations);
        String id = source.routeId("stations");
        from("timer:" + id + "?delay=0&period=" + source.settings().pollEvery().toMillis())
                .routeId(id)
                .filter(roster::unsaid)
                .process(roster::say)
                .to(source.records())
                .process(roster::said);
    }

    /** What an address cannot say. Done at every start, because Camel may know the endpoint from the start before. */
    private <F> void arrange(RemoteFileEndpoint<F> inbox, Fleet fleet) {
        StableFiles<F> stable = new StableFiles<>(source.settings().stableFor(), System::nanoTime);
        inbox.setFilter(stable);
        inbox.setSorter(Comparator.comparing((GenericFile<F> file) -> sentAt(file))
                .thenComparing(GenericFile::getAbsoluteFilePath));
        inbox.setPollStrategy(new Polls(source, stable, fleet, System::nanoTime));
    }

    /** The time in the name, else the name: stations that were cut off send what they buffered, oldest first. */
    private static String sentAt(GenericFile<?> file) {
        String name = file.getFileNameOnly();
        return name.substring(name.lastIndexOf('_') + 1);
    }

    private static void name(Message message, Fleet fleet) {
        String path = message.getHeader(Exchange.FILE_NAME, String.class);
        message.setHeader(
                HubHeaders.MESSAGE_ID,
                path + "|" + message.getHeader(Exchange.FILE_LENGTH, String.class) + "|"
                        + message.getHeader(Exchange.FILE_LAST_MODIFIED, String.class));
        message.setHeader(HubHeaders.MESSAGE_NAME, path);
        message.setHeader(HubHeaders.CHECKPOINT, fleet.having(path));
    }
}
