package org.iochub.routes.fieldreports.internal;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.iochub.api.Secret;
import org.iochub.api.Source;
import org.iochub.api.http.RetryAfter;
import org.iochub.api.poll.Overlap;
import org.iochub.api.poll.Paging;
import org.iochub.api.read.IsoTimes;

/** What this source adds to {@link Paging}: how to ask for a page and how to look at the answer. One thread at a time. */
final class Poll {
    private final Source<FieldReportsSettings> source;
    private final FieldReportsSettings settings;
    private final IsoTimes times;
    private final Paging paging;

    Poll(Source<FieldReportsSettings> source, Paging paging) {
        this.source = source;
        this.settings = source.settings();
        this.times = new IsoTimes(settings.missingOffset(), source.zone());
        this.paging = paging;
    }

    static Overlap overlap(FieldReportsSettings settings) {
        Overlap overlap =
                Overlap.of(settings.history(), settings.overlap(), settings.nightlyOverlap(), settings.nightlyAt());
        return settings.timeParameter() == TimeParameter.START_DATE ? overlap.wholeHistory() : overlap;
    }

    void ask(Exchange exchange) {
        paging.next();
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
        RetryAfter.require200(message, source.clock());
        byte[] body = Optional.ofNullable(message.getBody(byte[].class)).orElseGet(() -> new byte[0]);
        String type = message.getHeader(Exchange.CONTENT_TYPE, "", String.class);
        paging.found(Pages.read(body, times), message, body, type, "requests.json?" + query(false));
    }

    private String query(boolean forServer) {
        Map<String, String> parameters = new LinkedHashMap<>();
        settings.jurisdiction().ifPresent(id -> parameters.put("jurisdiction_id", id));
        parameters.put(settings.timeParameter().parameter(), paging.from().toString());
        parameters.put("page", Integer.toString(paging.nextPage()));
        parameters.put("page_size", Integer.toString(settings.pageSize()));
        if (forServer && settings.apiKeyHeader().isEmpty()) {
            settings.apiKey().map(Secret::reveal).ifPresent(key -> parameters.put("api_key", key));
        }
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
