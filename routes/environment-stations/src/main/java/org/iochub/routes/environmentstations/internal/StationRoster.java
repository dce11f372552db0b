package org.iochub.routes.environmentstations.internal;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.iochub.api.HubHeaders;
import org.iochub.api.Source;

/**
 * Says the station list once after each start, so that a station that never sent a file is known too. The same list
 * again is a message that the hub has. One thread at a time.
 */
final class StationRoster {
    /** No file is called so: theirs end in {@code .txt}. */
    static final String NAME = "stations";

    private final Source<EnvironmentStationsSettings> source;
    private final StationList stations;
    private boolean said;

    StationRoster(Source<EnvironmentStationsSettings> source, StationList stations) {
        this.source = source;
        this.stations = stations;
        this.said = stations.all().isEmpty();
    }

    boolean unsaid(Exchange exchange) {
        return !said;
    }

    void say(Exchange exchange) {
        String list = source.settings().stationsAsOf() + "\n"
                + stations.all().stream()
                        .sorted(Comparator.comparing(StationList.Station::code))
                        .map(StationList.Station::toString)
                        .collect(Collectors.joining("\n"));
        Message message = exchange.getMessage();
        message.setHeader(HubHeaders.MESSAGE_NAME, NAME);
        message.setBody(list.getBytes(StandardCharsets.UTF_8));
    }

    void said(Exchange exchange) {
        said = true;
    }
}
