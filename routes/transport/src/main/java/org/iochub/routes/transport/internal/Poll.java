package org.iochub.routes.transport.internal;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.iochub.api.HubHeaders;
import org.iochub.api.Source;
import org.iochub.api.http.Validators;
import org.iochub.api.read.Trouble;
import org.iochub.model.FaultException;
import org.iochub.model.Text;

/**
 * The steps of the route, for the timetable and then the road works: ask, unless nothing changed look at the answer and,
 * when the hub has it, remember what the server said about it. One thread at a time.
 */
final class Poll {
    private static final String URL = "TransportUrl";
    private static final String STATE = "TransportState";

    private final Source<TransportSettings> source;
    private Optional<Validators> states = Optional.empty();
    private final Map<String, Text> troubles = new LinkedHashMap<>();

    Poll(Source<TransportSettings> source) {
        this.source = source;
    }

    void begin(Exchange exchange) {
        troubles.clear();
        exchange.getMessage().setBody(addresses());
    }

    private List<String> addresses() {
        return Stream.concat(
                        Stream.of(timetable()),
                        source.settings().roadWorksUrl().stream().map(URI::toString))
                .toList();
    }

    private String timetable() {
        return source.settings().url().toString();
    }

    private Validators states() {
        return states.or(() -> source.checkpoint().map(Validators::parse)).orElse(Validators.NONE);
    }

    void ask(Exchange exchange) {
        Message message = exchange.getMessage();
        String url = message.getBody(String.class);
        exchange.setProperty(URL, url);
        message.removeHeaders("*");
        message.setBody(null);
        message.setHeader(Exchange.HTTP_METHOD, "GET");
        message.setHeader(Exchange.HTTP_URI, url);
        states().ask(url, message);
    }

    void look(Exchange exchange) {
        Message message = exchange.getMessage();
        int status = message.getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
        if (status == 304) {
            message.setBody(null);
            return;
        }
        if (status != 200) {
            throw Trouble.status(status);
        }
        String url = url(exchange);
        byte[] body = Optional.ofNullable(message.getBody(byte[].class)).orElseGet(() -> new byte[0]);
        Validators.State state = Validators.State.of(message);
        if (url.equals(timetable())) {
            requireZip(body);
            requireNoOlder(url, state);
        } else {
            requireJson(body);
        }
        exchange.setProperty(STATE, state);
        message.removeHeaders("*");
        // For the normaliser: it is the version of what the file holds.
        state.lastModified().ifPresent(at -> message.setHeader("Last-Modified", at));
        message.setHeader(
                HubHeaders.MESSAGE_ID,
                url + "#" + digest(body)
                        + state.lastModified().map(at -> "#" + at).orElse(""));
        message.setHeader(HubHeaders.MESSAGE_NAME, url);
        message.setHeader(HubHeaders.CHECKPOINT, states().with(url, state).text());
        message.setBody(body);
    }

    /** This file comes again in the next round; the other goes on. */
    void failed(Exchange exchange) {
        troubles.put(url(exchange), Trouble.of(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class)));
        exchange.getMessage().setBody(null);
    }

    void taken(Exchange exchange) {
        states = Optional.of(states().with(url(exchange), exchange.getProperty(STATE, Validators.State.class)));
    }

    void end(Exchange exchange) {
        if (troubles.isEmpty()) {
            source.upToDate();
        } else {
            source.waiting(Text.of(sentences(true), sentences(false)));
        }
    }

    private String sentences(boolean vi) {
        return troubles.entrySet().stream()
                .map(file -> file.getKey() + ": "
                        + (vi ? file.getValue().vi() : file.getValue().en()))
                .collect(Collectors.joining(" "));
    }

    private static String url(Exchange exchange) {
        return exchange.getProperty(URL, String.class);
    }

    /** A sign-in page or half a file is a source that is not there, not a record that is wrong. */
    private static void requireZip(byte[] body) {
        if (!Zip.whole(body)) {
            throw FaultException.of(
                    "not-a-zip",
                    "",
                    "Nguồn trả về nội dung không phải tệp zip trọn vẹn; hãy kiểm tra địa chỉ và máy chủ.",
                    "The source answered with something that is not a whole zip file; check the address and its server.");
        }
    }

    /** The list of stops in an older file would delete those that came since. */
    private void requireNoOlder(String url, Validators.State state) {
        Optional<OffsetDateTime> kept =
                states().of(url).flatMap(Validators.State::lastModified).flatMap(Gtfs::httpDate);
        Optional<OffsetDateTime> now = state.lastModified().flatMap(Gtfs::httpDate);
        if (kept.isPresent() && now.filter(kept.get()::isAfter).isPresent()) {
            throw FaultException.of(
                    "older-version",
                    "Last-Modified",
                    "Nguồn đưa ra tệp GTFS cũ hơn tệp đã nhận nên không đọc; hãy kiểm tra máy chủ của nguồn.",
                    "The source serves a GTFS file older than the one taken, which is not read; check its server.");
        }
    }

    private static void requireJson(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8).strip();
        if (!text.startsWith("{") || !text.endsWith("}")) {
            throw FaultException.of(
                    "not-json",
                    "",
                    "Nguồn trả về nội dung không phải JSON trọn vẹn; hãy kiểm tra địa chỉ và máy chủ.",
                    "The source answered with something that is not a whole JSON document; check the address and its"
                            + " server.");
        }
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(body))
                    .substring(0, 32);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
