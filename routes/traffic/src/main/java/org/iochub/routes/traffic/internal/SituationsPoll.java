package org.iochub.routes.traffic.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.iochub.api.HubHeaders;
import org.iochub.api.Source;
import org.iochub.api.read.SafeXml;
import org.iochub.api.read.Trouble;

/**
 * The steps of the route: ask, unless nothing changed look at the answer and, when the hub has it, remember what the
 * server said about it. Nothing but whole XML is delivered. One thread at a time.
 */
final class SituationsPoll {
    private final Source<SituationsSettings> source;
    private final SituationsSettings settings;
    private Optional<String> etag = Optional.empty();
    private Optional<String> offered = Optional.empty();
    private Optional<String> digest = Optional.empty();
    private Optional<String> offeredDigest = Optional.empty();

    SituationsPoll(Source<SituationsSettings> source) {
        this.source = source;
        this.settings = source.settings();
    }

    void ask(Exchange exchange) {
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setBody(null);
        message.setHeader(Exchange.HTTP_METHOD, "GET");
        message.setHeader(Exchange.HTTP_URI, settings.url().toString());
        message.setHeader("Accept", "application/xml, text/xml;q=0.9");
        settings.apiKey().ifPresent(key -> message.setHeader("Authorization", "Bearer " + key.reveal()));
        etag.ifPresent(value -> message.setHeader("If-None-Match", value));
    }

    void look(Exchange exchange) throws IOException {
        Message message = exchange.getMessage();
        int status = message.getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
        if (status == 304) {
            unchanged(message);
            return;
        }
        if (status != 200) {
            throw Trouble.status(status);
        }
        byte[] body = Optional.ofNullable(message.getBody(byte[].class)).orElseGet(() -> new byte[0]);
        offered = Optional.ofNullable(message.getHeader("ETag", String.class)).filter(value -> value.length() <= 500);
        offeredDigest = Optional.of(digest(body));
        if (digest.equals(offeredDigest)) {
            unchanged(message);
            return;
        }
        requireWhole(body);
        message.removeHeaders("*");
        message.setHeader(Exchange.CONTENT_TYPE, "application/xml");
        message.setHeader(HubHeaders.MESSAGE_ID, offeredDigest.get());
        message.setHeader(HubHeaders.MESSAGE_NAME, settings.url().toString());
        message.setBody(body);
    }

    private void unchanged(Message message) {
        message.setBody(null);
        source.upToDate();
    }

    void failed(Exchange exchange) {
        source.waiting(Trouble.of(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class)));
        exchange.getMessage().setBody(null);
    }

    void taken(Exchange exchange) {
        etag = offered;
        digest = offeredDigest;
        source.upToDate();
    }

    /** A publication that is cut off, or a sign-in page, is a source that is not well, not a record that is wrong. */
    private void requireWhole(byte[] body) throws IOException {
        try {
            XMLStreamReader xml = SafeXml.reader(
                    new ByteArrayInputStream(body), SafeXml.Limits.DEFAULT.withMaxBytes(settings.maxBytes()));
            boolean root = true;
            while (xml.next() != XMLStreamConstants.END_DOCUMENT) {
                if (root && xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                    Situations.requireDatex(xml);
                    root = false;
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException("the publication could not be read", e);
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
