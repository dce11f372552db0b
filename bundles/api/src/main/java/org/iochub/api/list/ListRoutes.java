package org.iochub.api.list;

import java.io.IOException;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.iochub.api.HubHeaders;
import org.iochub.api.Source;
import org.iochub.model.Text;

/**
 * One route: looks for a list, and hands the units that count to the hub, as one message, whenever they are not those it
 * handed over last. The checkpoint says which those are, and the how-manieth, since a list may be put back.
 */
public final class ListRoutes extends RouteBuilder {
    private final Source<ListSettings> source;
    private final OfficialList list;
    private final ListGate gate;
    private Optional<String> delivered = Optional.empty();
    private Optional<Text> todo = Optional.empty();

    public ListRoutes(Source<ListSettings> source, OfficialList list, ListShelf shelf) {
        this.source = source;
        this.list = list;
        this.gate = new ListGate(list, source.settings(), shelf);
    }

    @Override
    public void configure() {
        String id = source.routeId("list");
        from("timer:" + id + "?delay=0&period=" + source.settings().every().toMillis())
                .routeId(id)
                .process(this::look)
                .filter(body().isNotNull())
                .to(source.records())
                .process(this::taken)
                .end()
                .process(exchange -> say());
    }

    private void look(Exchange exchange) throws IOException {
        todo = gate.look();
        Message message = exchange.getMessage();
        message.setBody(null);
        Optional<byte[]> units = list.published();
        if (units.isEmpty()) {
            return;
        }
        String last = delivered.or(source::checkpoint).orElse("0.");
        String digest = Digest.of(units.get());
        if (last.endsWith("." + digest)) {
            return;
        }
        String next = Long.parseLong(last.substring(0, last.indexOf('.'))) + 1 + "." + digest;
        message.removeHeaders("*");
        message.setHeader(HubHeaders.MESSAGE_ID, next);
        message.setHeader(HubHeaders.MESSAGE_NAME, list.stem() + ".csv");
        message.setHeader(HubHeaders.CHECKPOINT, next);
        message.setBody(units.get());
    }

    private void taken(Exchange exchange) {
        delivered = Optional.of(exchange.getMessage().getHeader(HubHeaders.CHECKPOINT, String.class));
    }

    private void say() {
        todo.ifPresentOrElse(source::waiting, source::upToDate);
    }
}
