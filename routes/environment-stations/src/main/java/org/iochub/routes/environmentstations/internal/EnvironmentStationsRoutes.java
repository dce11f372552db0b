package org.iochub.routes.environmentstations.internal;

import java.net.URI;
import java.nio.file.Path;
import java.util.Comparator;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.remote.FtpEndpoint;
import org.apache.commons.net.ftp.FTPFile;
import org.iochub.api.HubHeaders;
import org.iochub.api.Source;
import org.iochub.model.FaultException;

/**
 * Reads the files of a directory and those below, oldest first. A file is moved to {@code .done}, by day, when its
 * records are durable, not before: the move is the acknowledgement.
 */
final class EnvironmentStationsRoutes extends RouteBuilder {
    private static final String PARAMETERS = "?passiveMode=true&binary=true&recursive=true&stepwise=false"
            + "&autoCreate=false&throwExceptionOnConnectFailed=true&maximumReconnectAttempts=0"
            + "&eagerMaxMessagesPerPoll=false&initialDelay=0"
            // Stamped, because servers refuse to move onto a file that is there: a corrected file has its old name.
            + "&move=.done/${date:now:yyyy-MM-dd}/${file:onlyname.noext}.${date:now:yyyyMMddHHmmssSSS}.txt";

    private final Source<EnvironmentStationsSettings> source;

    EnvironmentStationsRoutes(Source<EnvironmentStationsSettings> source) {
        this.source = source;
    }

    @Override
    public void configure() {
        String inbox = address();
        arrange(getContext().getEndpoint(inbox, FtpEndpoint.class));
        from(inbox)
                .routeId(source.routeId("files"))
                .process(exchange -> name(exchange.getMessage()))
                .to(source.records());
    }

    /** Without account and password, which stay out of names, logs and management. */
    private String address() {
        EnvironmentStationsSettings settings = source.settings();
        URI url = settings.url();
        if (!"ftp".equalsIgnoreCase(url.getScheme()) || url.getHost() == null) {
            throw FaultException.of(
                    "bad-setting",
                    "url",
                    "«" + url + "» không phải địa chỉ FTP; hãy viết như «ftp://192.0.2.10:21/tram».",
                    "«" + url + "» is no FTP address; write it like «ftp://192.0.2.10:21/tram».");
        }
        Path work = Path.of(
                System.getProperty("java.io.tmpdir"),
                "iochub-ftp-" + ProcessHandle.current().pid(),
                source.id());
        return "ftp:" + url.getHost() + ":" + (url.getPort() < 0 ? 21 : url.getPort())
                + (url.getRawPath().isEmpty() ? "/" : url.getRawPath())
                + PARAMETERS
                + "&delay=" + settings.pollEvery().toMillis()
                + "&maxMessagesPerPoll=" + settings.maxFilesPerPoll()
                + "&connectTimeout=" + settings.connectTimeout().toMillis()
                + "&soTimeout=" + settings.readTimeout().toMillis()
                + "&timeout=" + settings.readTimeout().toMillis()
                // Downloads go to disk: a file can be larger than memory.
                + "&localWorkDirectory=RAW(" + work + ")";
    }

    /** What an address cannot say. Done at every start, because Camel may know the endpoint from the start before. */
    private void arrange(FtpEndpoint<FTPFile> inbox) {
        EnvironmentStationsSettings settings = source.settings();
        inbox.getConfiguration().setUsername(settings.username());
        inbox.getConfiguration().setPassword(settings.password().reveal());
        StableFiles stable = new StableFiles(settings.stableFor(), System::nanoTime);
        inbox.setFilter(stable);
        inbox.setSorter(Comparator.comparing((GenericFile<FTPFile> file) -> sentAt(file))
                .thenComparing(GenericFile::getAbsoluteFilePath));
        inbox.setPollStrategy(new Polls(source, stable, System::nanoTime));
    }

    /** The time in the name, else the name: stations that were cut off send what they buffered, oldest first. */
    private static String sentAt(GenericFile<FTPFile> file) {
        String name = file.getFileNameOnly();
        return name.substring(name.lastIndexOf('_') + 1);
    }

    private static void name(Message message) {
        String path = message.getHeader(Exchange.FILE_NAME, String.class);
        message.setHeader(
                HubHeaders.MESSAGE_ID,
                path + "|" + message.getHeader(Exchange.FILE_LENGTH, String.class) + "|"
                        + message.getHeader(Exchange.FILE_LAST_MODIFIED, String.class));
        message.setHeader(HubHeaders.MESSAGE_NAME, path);
    }
}
