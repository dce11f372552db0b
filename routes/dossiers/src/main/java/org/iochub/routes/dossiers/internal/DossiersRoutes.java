package org.iochub.routes.dossiers.internal;

import java.net.URI;
import java.util.Locale;
import org.apache.camel.builder.RouteBuilder;
import org.iochub.api.Source;
import org.iochub.api.http.BoundedHttp;
import org.iochub.api.poll.Overlap;
import org.iochub.api.poll.Paging;
import org.iochub.model.FaultException;

/**
 * What is pushed goes straight to the records: the answer to the push is the acknowledgement. With an address, each
 * period asks for page after page besides.
 */
final class DossiersRoutes extends RouteBuilder {
    private final Source<DossiersSettings> source;

    DossiersRoutes(Source<DossiersSettings> source) {
        this.source = source;
    }

    @Override
    public void configure() {
        from(source.pushed()).routeId(source.routeId("pushed")).to(source.records());
        source.settings().url().ifPresent(this::poll);
    }

    private void poll(URI url) {
        DossiersSettings settings = source.settings();
        String parameter = Poll.parameters(settings).get(1);
        String id = source.routeId("poll");
        String bounded = new BoundedHttp(settings.connectTimeout(), settings.responseTimeout(), settings.maxPageBytes())
                .bind(getContext(), id);
        Overlap overlap =
                Overlap.of(settings.history(), settings.overlap(), settings.nightlyOverlap(), settings.nightlyAt());
        Paging paging = new Paging(source, overlap, settings.maxPages(), parameter);
        Poll poll = new Poll(source, url, paging);

        from("timer:" + id + "?delay=0&period=" + settings.period().toMillis())
                .routeId(id)
                .process(paging::begin)
                .loopDoWhile(paging::wantsPage)
                .breakOnShutdown()
                .doTry()
                .process(poll::ask)
                .to(address(url) + "?throwExceptionOnFailure=false&copyHeaders=false&" + bounded)
                .process(poll::look)
                .doCatch(Exception.class)
                .process(paging::failed)
                .end()
                .choice()
                .when(paging::hasRecords)
                .to(source.records())
                .process(paging::taken)
                .when(paging::isLast)
                .process(paging::finish)
                .end()
                .end();
    }

    /** Without the query, which is made anew for each page. */
    private static String address(URI url) {
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https") || url.getHost() == null || url.getUserInfo() != null) {
            throw FaultException.of(
                    "bad-setting",
                    "url",
                    "url phải là địa chỉ http hoặc https không kèm tài khoản, như «https://mot-cua.example/api/dong-bo».",
                    "url must be an http or https address without an account, like"
                            + " «https://mot-cua.example/api/dong-bo».");
        }
        String text = url.toString();
        int query = text.indexOf('?');
        return query < 0 ? text : text.substring(0, query);
    }
}
