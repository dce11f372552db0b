package org.iochub.routes.urbansecurity.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.iochub.api.HubHeaders;
import org.iochub.api.Source;
import org.iochub.api.http.BoundedHttp;
import org.iochub.api.read.IsoTimes;
import org.iochub.api.read.XmlElement;
import org.iochub.model.FaultException;

/** One route: each period asks for the index and hands new alerts to the hub; or takes files as they come. */
final class UrbanSecurityRoutes extends RouteBuilder {
    private final Source<UrbanSecuritySettings> source;

    UrbanSecurityRoutes(Source<UrbanSecuritySettings> source) {
        this.source = source;
    }

    @Override
    public void configure() {
        URI url = source.settings().url();
        String scheme = Optional.ofNullable(url.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        switch (scheme) {
            case "http", "https" -> poll();
            case "file" -> files(url.getPath());
            default ->
                throw FaultException.of(
                        "bad-setting",
                        "url",
                        "«" + url + "» phải là địa chỉ http(s) hoặc thư mục dạng file:/đường/dẫn.",
                        "«" + url + "» must be an http(s) address or a directory as file:/path.");
        }
    }

    private void poll() {
        UrbanSecuritySettings settings = source.settings();
        String id = source.routeId("poll");
        String bounded = new BoundedHttp(settings.connectTimeout(), settings.responseTimeout(), settings.maxBytes())
                .bind(getContext(), id);
        // The address of each document stands in a header.
        String http = "http:alerts?throwExceptionOnFailure=false&copyHeaders=false&" + bounded;
        Poll poll = new Poll(source);

        from("timer:" + id + "?delay=0&period=" + settings.period().toMillis())
                .routeId(id)
                .doTry()
                .process(poll::askForIndex)
                .to(http)
                .process(poll::lookAtIndex)
                .doCatch(Exception.class)
                .process(poll::indexFailed)
                .end()
                .split(body())
                .stopOnException()
                .doTry()
                .process(poll::ask)
                .to(http)
                .process(poll::look)
                .doCatch(Exception.class)
                .process(poll::failed)
                .end()
                .filter(body().isNotNull())
                .to(source.records())
                .process(poll::taken)
                .end()
                .end()
                .process(poll::end);
    }

    /** A file is moved to {@code .done}, by day, when its record is durable: the move is the acknowledgement. */
    private void files(String directory) {
        UrbanSecuritySettings settings = source.settings();
        Chains chains =
                new Checkpoint(source.checkpoint(), new IsoTimes(settings.missingOffset(), source.zone())).chains();
        from("file:" + directory + "?include=RAW((?i).*\\.(xml|cap))&autoCreate=false&directoryMustExist=true"
                        + "&readLock=changed&readLockMinAge=1s&readLockCheckInterval=200&readLockTimeout=2000"
                        + "&sortBy=file:modified&initialDelay=0&eagerMaxMessagesPerPoll=false"
                        + "&delay=" + settings.period().toMillis() + "&maxMessagesPerPoll=" + settings.maxAlerts()
                        + "&move=.done/${date:now:yyyy-MM-dd}/${file:onlyname.noext}.${date:now:yyyyMMddHHmmssSSS}.xml")
                .routeId(source.routeId("files"))
                .process(exchange -> name(exchange.getMessage(), chains))
                .to(source.records());
    }

    private void name(Message message, Chains chains) {
        String path = message.getHeader(Exchange.FILE_NAME, String.class);
        byte[] body = message.getBody(byte[].class);
        message.setHeader(HubHeaders.MESSAGE_ID, path + "#" + Digests.hex(body));
        message.setHeader(HubHeaders.MESSAGE_NAME, path);
        try {
            XmlElement alert = CapDocument.xml(
                    new ByteArrayInputStream(body), source.settings().maxBytes());
            chains.root(alert).ifPresent(root -> message.setHeader(CapNormalizer.ROOT, root));
        } catch (FaultException | IOException e) {
            // What is no alert is the normaliser's to refuse.
            log.debug("{} is no alert", path);
        }
    }
}
