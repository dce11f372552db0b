package org.iochub.routes.urbansecurity.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.iochub.api.HubHeaders;
import org.iochub.api.Source;
import org.iochub.api.read.IsoTimes;
import org.iochub.api.read.Trouble;
import org.iochub.api.read.XmlElement;
import org.iochub.model.FaultException;
import org.iochub.model.Text;

/**
 * The steps of the route: ask for the index, unless nothing changed ask for each alert that is new, and when the hub has
 * it, remember it. An alert that fails is asked for again in the next round; the others go on. One thread at a time.
 */
final class Poll {
    private static final String ENTRY = "CapEntry";
    private static final int MOST_TROUBLES = 3;

    private final Source<UrbanSecuritySettings> source;
    private final UrbanSecuritySettings settings;
    private final IsoTimes times;
    private final Map<URI, Text> troubles = new LinkedHashMap<>();
    private final Map<URI, String> broken = new HashMap<>();
    private Optional<Checkpoint> state = Optional.empty();
    private Optional<String> etag = Optional.empty();
    private Optional<String> lastModified = Optional.empty();
    private boolean whole;

    Poll(Source<UrbanSecuritySettings> source) {
        this.source = source;
        this.settings = source.settings();
        this.times = new IsoTimes(settings.missingOffset(), source.zone());
    }

    private Checkpoint state() {
        if (state.isEmpty()) {
            state = Optional.of(new Checkpoint(source.checkpoint(), times));
        }
        return state.get();
    }

    void askForIndex(Exchange exchange) {
        troubles.clear();
        whole = false;
        Message message = request(exchange, settings.url());
        state().etag().ifPresent(value -> message.setHeader("If-None-Match", value));
        state().lastModified().ifPresent(value -> message.setHeader("If-Modified-Since", value));
    }

    /** Leaves the alerts to ask for as the body. */
    void lookAtIndex(Exchange exchange) throws IOException {
        Message message = exchange.getMessage();
        if (message.getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class) == 304) {
            whole = true;
            message.setBody(List.of());
            return;
        }
        byte[] body = answer(message);
        List<AlertIndex.Entry> shown = AlertIndex.read(xml(body), settings.url(), Digests.hex(body));
        List<AlertIndex.Entry> wanted =
                shown.stream().filter(entry -> !state().has(entry)).distinct().toList();
        state().keep(shown);
        broken.keySet().retainAll(shown.stream().map(AlertIndex.Entry::link).toList());
        etag = header(message, "ETag");
        lastModified = header(message, "Last-Modified");
        whole = wanted.size() <= settings.maxAlerts();
        message.setBody(wanted.stream().limit(settings.maxAlerts()).toList());
    }

    void indexFailed(Exchange exchange) {
        troubles.put(settings.url(), trouble(exchange));
        exchange.getMessage().setBody(List.of());
    }

    void ask(Exchange exchange) {
        AlertIndex.Entry entry = exchange.getMessage().getBody(AlertIndex.Entry.class);
        exchange.setProperty(ENTRY, entry);
        request(exchange, entry.link());
    }

    void look(Exchange exchange) throws IOException {
        Message message = exchange.getMessage();
        byte[] body = answer(message);
        AlertIndex.Entry entry = entry(exchange);
        Optional<XmlElement> alert = parse(entry, body);
        message.removeHeaders("*");
        message.setHeader(Exchange.CONTENT_TYPE, "application/cap+xml");
        alert.flatMap(state().chains()::root).ifPresent(root -> message.setHeader(CapNormalizer.ROOT, root));
        message.setHeader(HubHeaders.MESSAGE_ID, entry.link() + "#" + Digests.hex(body));
        message.setHeader(HubHeaders.MESSAGE_NAME, entry.link().toString());
        message.setHeader(HubHeaders.CHECKPOINT, state().with(entry));
        message.setBody(body);
    }

    /** A document that is cut off is asked for once more; one that stays the same is the normaliser's to refuse. */
    private Optional<XmlElement> parse(AlertIndex.Entry entry, byte[] body) throws IOException {
        try {
            return Optional.of(xml(body));
        } catch (FaultException e) {
            if (!Digests.hex(body).equals(broken.put(entry.link(), Digests.hex(body)))) {
                throw e;
            }
            return Optional.empty();
        }
    }

    void failed(Exchange exchange) {
        troubles.put(entry(exchange).link(), trouble(exchange));
        exchange.getMessage().setBody(null);
    }

    void taken(Exchange exchange) {
        state().taken(entry(exchange));
    }

    void end(Exchange exchange) {
        if (!troubles.isEmpty()) {
            source.waiting(Text.of(sentences(true), sentences(false)));
        } else if (whole) {
            if (etag.isPresent() || lastModified.isPresent()) {
                state().complete(etag, lastModified);
            }
            source.upToDate();
        }
    }

    private String sentences(boolean vi) {
        return troubles.entrySet().stream()
                .limit(MOST_TROUBLES)
                .map(one -> one.getKey() + ": "
                        + (vi ? one.getValue().vi() : one.getValue().en()))
                .collect(Collectors.joining(" "));
    }

    private Message request(Exchange exchange, URI address) {
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setBody(null);
        message.setHeader(Exchange.HTTP_METHOD, "GET");
        message.setHeader(Exchange.HTTP_URI, address.toString());
        message.setHeader(
                "Accept", "application/cap+xml, application/atom+xml, application/rss+xml, application/xml;q=0.9");
        settings.apiKey().ifPresent(key -> message.setHeader("Authorization", "Bearer " + key.reveal()));
        return message;
    }

    private byte[] answer(Message message) {
        int status = message.getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
        if (status != 200) {
            throw Trouble.status(status);
        }
        byte[] body = Optional.ofNullable(message.getBody(byte[].class)).orElseGet(() -> new byte[0]);
        String start = new String(body, 0, Math.min(body.length, 200), StandardCharsets.UTF_8)
                .strip()
                .toLowerCase(Locale.ROOT);
        if (body.length == 0 || start.startsWith("<html") || start.startsWith("<!doctype html")) {
            throw FaultException.of(
                    "not-xml",
                    "",
                    "Nguồn trả về trang web chứ không phải cảnh báo; hãy kiểm tra địa chỉ và khóa truy cập.",
                    "The source answered with a web page, not with alerts; check the address and the key.");
        }
        return body;
    }

    private XmlElement xml(byte[] body) throws IOException {
        return CapDocument.xml(new ByteArrayInputStream(body), settings.maxBytes());
    }

    private static AlertIndex.Entry entry(Exchange exchange) {
        return exchange.getProperty(ENTRY, AlertIndex.Entry.class);
    }

    private static Text trouble(Exchange exchange) {
        return Trouble.of(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class));
    }

    private static Optional<String> header(Message message, String name) {
        return Optional.ofNullable(message.getHeader(name, String.class)).filter(value -> value.length() <= 500);
    }
}
