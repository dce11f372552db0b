package org.iochub.delivery.internal.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.async.methods.SimpleRequestProducer;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.iochub.delivery.internal.address.AddressRules;

/**
 * Sends without holding a thread, to the address it is given and no other: it looks no name up, follows no redirect,
 * repeats nothing and keeps no cookies. Safe for any number of threads.
 */
public final class HookClient implements AutoCloseable {
    private static final int CONNECTIONS = 256;
    private final CloseableHttpAsyncClient client;
    private final Timings timings;

    /** @param trust whose certificates are accepted; empty for those the machine knows */
    public HookClient(Timings timings, Optional<SSLContext> trust) {
        this.timings = timings;
        Timeout connect = timeout(timings.connect());
        // Java alone would also take a certificate of the address that the connection goes to.
        ClientTlsStrategyBuilder tls = ClientTlsStrategyBuilder.create();
        tls.setHostnameVerificationPolicy(HostnameVerificationPolicy.BOTH);
        trust.ifPresent(tls::setSslContext);
        client = HttpAsyncClients.custom()
                .setConnectionManager(PoolingAsyncClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(CONNECTIONS)
                        .setMaxConnPerRoute(CONNECTIONS / 4)
                        .setDnsResolver(new NoNames())
                        .setTlsStrategy(tls.build())
                        .setDefaultTlsConfig(TlsConfig.custom()
                                .setHandshakeTimeout(connect)
                                .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                                .build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(connect)
                                .setSocketTimeout(timeout(timings.silence()))
                                .setTimeToLive(TimeValue.ofMinutes(1))
                                .build())
                        .build())
                .setHttp1Config(Http1Config.custom()
                        .setMaxHeaderCount(100)
                        .setMaxLineLength(16 << 10)
                        .build())
                .setIOReactorConfig(IOReactorConfig.custom()
                        .setIoThreadCount(2)
                        .setSoTimeout(timeout(timings.silence()))
                        .build())
                .setThreadFactory(work -> {
                    Thread thread = new Thread(work, "hub-webhooks-io");
                    thread.setDaemon(true);
                    return thread;
                })
                .setUserAgent("iochub")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
        client.start();
    }

    private static Timeout timeout(java.time.Duration duration) {
        return Timeout.ofMilliseconds(duration.toMillis());
    }

    public CompletableFuture<Reply> options(URI uri, InetAddress address, Map<String, String> headers) {
        return send(SimpleRequestBuilder.options(uri), uri, address, headers);
    }

    public CompletableFuture<Reply> post(
            URI uri, InetAddress address, Map<String, String> headers, ContentType type, byte[] body) {
        return send(SimpleRequestBuilder.post(uri).setBody(body, type), uri, address, headers);
    }

    private CompletableFuture<Reply> send(
            SimpleRequestBuilder builder, URI uri, InetAddress address, Map<String, String> headers) {
        headers.forEach(builder::setHeader);
        SimpleHttpRequest request = builder.build();
        request.setConfig(RequestConfig.custom()
                .setResponseTimeout(timeout(timings.silence()))
                .setConnectionRequestTimeout(timeout(timings.whole()))
                .build());
        HttpHost target = new HttpHost(uri.getScheme(), address, AddressRules.host(uri), port(uri));
        CompletableFuture<Reply> answer = new CompletableFuture<>();
        ReplyReader reader = new ReplyReader();
        Future<Reply> exchange = client.execute(
                target,
                SimpleRequestProducer.create(request),
                reader,
                null,
                HttpClientContext.create(),
                new Completer(answer, reader));
        // Whoever ends the future early, ends the exchange.
        answer.whenComplete((reply, trouble) -> {
            if (trouble instanceof TimeoutException) {
                exchange.cancel(true);
            }
        });
        return answer.orTimeout(timings.whole().toMillis(), TimeUnit.MILLISECONDS);
    }

    private static int port(URI uri) {
        if (uri.getPort() > 0) {
            return uri.getPort();
        }
        return uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }

    private record Completer(CompletableFuture<Reply> answer, ReplyReader reader) implements FutureCallback<Reply> {
        @Override
        public void completed(Reply reply) {
            answer.complete(reply);
        }

        @Override
        public void failed(Exception cause) {
            // The status was said before the body that does not end.
            if (cause instanceof ReplyReader.LongAnswerException) {
                answer.complete(reader.buildResult());
            } else {
                answer.completeExceptionally(cause);
            }
        }

        @Override
        public void cancelled() {
            answer.completeExceptionally(new TimeoutException());
        }
    }

    /** Names are looked up and checked before: a lookup in here would be one that nobody checked. */
    private static final class NoNames implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            throw new UnknownHostException(host + " was not looked up before");
        }

        @Override
        public String resolveCanonicalHostname(String host) throws UnknownHostException {
            throw new UnknownHostException(host);
        }
    }
}
