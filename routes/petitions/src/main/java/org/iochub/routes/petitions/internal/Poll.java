package org.iochub.routes.petitions.internal;

import java.io.IOException;
import java.time.format.DateTimeFormatter;
import org.apache.camel.Exchange;
import org.iochub.api.Source;
import org.iochub.api.poll.Paging;

/** What this source adds to {@link Paging}: how to call for a page and how to look at it. One thread at a time. */
final class Poll implements AutoCloseable {
    private final Source<PetitionsSettings> source;
    private final PetitionsSettings settings;
    private final PetitionTimes times;
    private final SoapClient client;
    private final Paging paging;

    Poll(Source<PetitionsSettings> source, Paging paging) {
        this.source = source;
        this.settings = source.settings();
        this.times = new PetitionTimes(settings.missingOffset(), source.zone());
        this.client = new SoapClient(settings);
        this.paging = paging;
    }

    void call(Exchange exchange) throws IOException {
        paging.next();
        byte[] body = client.call(request());
        String name = Wsdl.REQUEST + " TuThoiDiem=" + paging.from() + " Trang=" + paging.nextPage();
        paging.found(Pages.read(body, times), exchange.getMessage(), body, "text/xml", name);
    }

    @Override
    public void close() {
        client.close();
    }

    /** Nothing in it but times and numbers: there is nothing to escape. */
    private String request() {
        String from = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                paging.from().atZone(source.zone()).toOffsetDateTime());
        return "<q:" + Wsdl.REQUEST + " xmlns:q=\"" + Wsdl.NAMESPACE + "\"><q:TuThoiDiem>" + from
                + "</q:TuThoiDiem><q:Trang>" + paging.nextPage() + "</q:Trang><q:SoDong>" + settings.pageSize()
                + "</q:SoDong></q:" + Wsdl.REQUEST + ">";
    }
}
