package org.iochub.routes.petitions.internal;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.iochub.api.HubHeaders;
import org.iochub.api.Source;
import org.iochub.api.read.Trouble;

/**
 * The steps of the route, in the order they happen: begin a round, call for a page, and, when the hub has it, go on. What
 * was learnt of a page is forgotten unless the hub took the page. One thread at a time.
 */
final class Poll implements AutoCloseable {
    private final Source<PetitionsSettings> source;
    private final PetitionsSettings settings;
    private final PetitionTimes times;
    private final SoapClient client;
    private Optional<Checkpoint> kept = Optional.empty();
    private Optional<Pass> pass = Optional.empty();
    private Optional<Page> page = Optional.empty();
    private int pagesLeft;

    Poll(Source<PetitionsSettings> source) {
        this.source = source;
        this.settings = source.settings();
        this.times = new PetitionTimes(settings.missingOffset(), source.zone());
        this.client = new SoapClient(settings);
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

    void call(Exchange exchange) throws IOException {
        pagesLeft--;
        page = Optional.empty();
        byte[] body = client.call(request());
        Page found = Page.read(body, times);
        current().check(found);
        page = Optional.of(found);
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.CONTENT_TYPE, "text/xml");
        message.setHeader(HubHeaders.MESSAGE_ID, current().messageId(found));
        message.setHeader(
                HubHeaders.MESSAGE_NAME,
                Wsdl.REQUEST + " TuThoiDiem=" + current().from() + " Trang="
                        + current().nextPage());
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

    @Override
    public void close() {
        client.close();
    }

    private Pass current() {
        return pass.orElseThrow(() -> new IllegalStateException("no round has begun"));
    }

    /** Nothing in it but times and numbers: there is nothing to escape. */
    private String request() {
        String from = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                current().from().atZone(source.zone()).toOffsetDateTime());
        return "<q:" + Wsdl.REQUEST + " xmlns:q=\"" + Wsdl.NAMESPACE + "\"><q:TuThoiDiem>" + from
                + "</q:TuThoiDiem><q:Trang>" + current().nextPage() + "</q:Trang><q:SoDong>" + settings.pageSize()
                + "</q:SoDong></q:" + Wsdl.REQUEST + ">";
    }
}
