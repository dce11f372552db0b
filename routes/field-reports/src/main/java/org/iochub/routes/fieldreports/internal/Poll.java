package org.iochub.routes.fieldreports.internal;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.iochub.api.HubHeaders;
import org.iochub.api.Secret;
import org.iochub.api.Source;
import org.iochub.api.read.IsoTimes;
import org.iochub.api.read.Trouble;

/**
 * The steps of the route, in the order they happen: begin a round, ask for a page, look at the answer, and, when the hub
 * has it, go on. What was learnt of a page is forgotten unless the hub took the page. One thread at a time.
 */
final class Poll {
    private final Source<FieldReportsSettings> source;
    private final FieldReportsSettings settings;
    private final IsoTimes times;
    private Optional<Checkpoint> kept = Optional.empty();
    private Optional<Pass> pass = Optional.empty();
    private Optional<Page> page = Optional.empty();
    private int pagesLeft;

    Poll(Source<FieldReportsSettings> source) {
        this.source = source;
        this.settings = source.settings();
        this.times = new IsoTimes(settings.missingOffset(), source.zone());
    }

    void begin(Exchange exchange) {
        pagesLeft = settings.maxPages();
        page = Optional.empty();
        if (pass.isEmpty()) {
            Checkpoint from =
                    kept.or(() -> source.checkpoint().map(Checkpoint::parse)).orElse(Checkpoint.START);
            pass = Optional.of(Pass.after(from, source));
        }
    }

    boolean wantsPage(Exchange exchange) {
        return pagesLeft > 0;
    }

    void ask(Exchange exchange) {
        pagesLeft--;
        page = Optional.empty();
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setBody(null);
        message.setHeader(Exchange.HTTP_METHOD, "GET");
        message.setHeader(Exchange.HTTP_RAW_QUERY, query(true));
        message.setHeader("Accept", "application/json");
        settings.apiKeyHeader()
                .ifPresent(header -> settings.apiKey().ifPresent(key -> message.setHeader(header, key.reveal())));
    }

    void look(Exchange exchange) throws IOException {
        Message message = exchange.getMessage();
        int status = message.getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
        byte[] body = Optional.ofNullable(message.getBody(byte[].class)).orElseGet(() -> new byte[0]);
        String type = message.getHeader(Exchange.CONTENT_TYPE, "", String.class);
        if (status != 200) {
            throw Trouble.status(status);
        }
        Page found = Page.read(body, times);
        current().check(found);
        page = Optional.of(found);
        // Nothing of the request goes on: it may hold the key.
        message.removeHeaders("*");
        message.setHeader(Exchange.CONTENT_TYPE, type);
        message.setHeader(HubHeaders.MESSAGE_ID, current().messageId(found));
        message.setHeader(HubHeaders.MESSAGE_NAME, "requests.json?" + query(false));
        message.setHeader(HubHeaders.CHECKPOINT, current().having(found).text());
        message.setBody(body);
    }

    /** The next round tries again: a page that fails is not skipped. */
    void failed(Exchange exchange) {
        pagesLeft = 0;
        page = Optional.empty();
        source.waiting(Trouble.of(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class)));
    }

    boolean hasRecords(Exchange exchange) {
        return page.filter(found -> !current().endsWith(found)).isPresent();
    }

    boolean isLast(Exchange exchange) {
        return page.filter(found -> current().endsWith(found)).isPresent();
    }

    void taken(Exchange exchange) {
        current().taken(page.orElseThrow());
    }

    void finish(Exchange exchange) {
        pagesLeft = 0;
        kept = Optional.of(current().finished(LocalDate.ofInstant(source.clock().instant(), source.zone())));
        pass = Optional.empty();
        source.upToDate();
    }

    private Pass current() {
        return pass.orElseThrow(() -> new IllegalStateException("no round has begun"));
    }

    private String query(boolean forServer) {
        Map<String, String> parameters = new LinkedHashMap<>();
        settings.jurisdiction().ifPresent(id -> parameters.put("jurisdiction_id", id));
        parameters.put(settings.timeParameter().parameter(), current().from().toString());
        parameters.put("page", Integer.toString(current().nextPage()));
        parameters.put("page_size", Integer.toString(settings.pageSize()));
        if (forServer && settings.apiKeyHeader().isEmpty()) {
            settings.apiKey().map(Secret::reveal).ifPresent(key -> parameters.put("api_key", key));
        }
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
