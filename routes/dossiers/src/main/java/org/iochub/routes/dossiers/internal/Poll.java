package org.iochub.routes.dossiers.internal;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.iochub.api.Source;
import org.iochub.api.http.RetryAfter;
import org.iochub.api.poll.Paging;
import org.iochub.model.FaultException;

/** What this source adds to {@link Paging}: how to ask for a page and how to look at the answer. One thread at a time. */
final class Poll {
    private final Source<DossiersSettings> source;
    private final DossiersSettings settings;
    private final Paging paging;
    private final Pages pages;
    private final Optional<String> ownQuery;

    Poll(Source<DossiersSettings> source, URI url, Paging paging) {
        this.source = source;
        this.settings = source.settings();
        this.paging = paging;
        this.pages = new Pages(source);
        this.ownQuery = Optional.ofNullable(url.getRawQuery());
    }

    /**
     * @return since, page and size
     * @throws FaultException {@code bad-setting}
     */
    static List<String> parameters(DossiersSettings settings) {
        List<String> names = settings.parameters().stream().map(String::strip).toList();
        if (names.size() != 3 || !names.stream().allMatch(name -> name.matches("[A-Za-z0-9_.-]+"))) {
            throw FaultException.of(
                    "bad-setting",
                    "parameters",
                    "parameters phải là ba tên cách nhau bằng dấu phẩy, như «capNhatTu,trang,soDong».",
                    "parameters must be three names separated by commas, like «capNhatTu,trang,soDong».");
        }
        return names;
    }

    void ask(Exchange exchange) {
        paging.next();
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setBody(null);
        message.setHeader(Exchange.HTTP_METHOD, "GET");
        message.setHeader(
                Exchange.HTTP_RAW_QUERY, ownQuery.map(own -> own + "&").orElse("") + query());
        message.setHeader("Accept", "application/json");
        settings.token().ifPresent(token -> message.setHeader("Authorization", "Bearer " + token.reveal()));
    }

    void look(Exchange exchange) throws IOException {
        Message message = exchange.getMessage();
        RetryAfter.require200(message, source.clock());
        byte[] body = Optional.ofNullable(message.getBody(byte[].class)).orElseGet(() -> new byte[0]);
        String name = settings.polled().service().wireName() + "?" + query();
        paging.found(pages.read(body), message, body, "application/json", name);
    }

    private String query() {
        List<String> names = parameters(settings);
        String since =
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(paging.from().atZone(source.zone()));
        return names.get(0) + "=" + URLEncoder.encode(since, StandardCharsets.UTF_8) + "&" + names.get(1) + "="
                + paging.nextPage() + "&" + names.get(2) + "=" + settings.pageSize();
    }
}
