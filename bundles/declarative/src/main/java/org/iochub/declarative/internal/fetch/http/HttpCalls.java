package org.iochub.declarative.internal.fetch.http;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.iochub.model.FaultException;

/**
 * The HTTP client of one instance: bounded in time and memory, no cookies, no retries of its own. Redirects are followed
 * here, so that keys go to no other host and https never becomes http. Opens when it is first used; used by one thread,
 * closed by any.
 */
public final class HttpCalls implements Closeable {
    /**
     * @param connect for the connection
     * @param response between two bytes
     * @param whole for an answer as a whole
     * @param maxBytes of an answer, decompressed
     */
    public record Limits(Duration connect, Duration response, Duration whole, long maxBytes) {}

    private static final int MOST_REDIRECTS = 5;
    private static final int LONGEST_HEADER = 64 * 1024;
    private static final int MOST_HEADERS = 200;

    private final Limits limits;
    private Optional<CloseableHttpClient> client = Optional.empty();

    public HttpCalls(Limits limits) {
        this.limits = limits;
    }

    /**
     * Any answer is one, also one that says no.
     *
     * @throws IOException when there was none
     * @throws FaultException {@code too-large}, {@code too-slow}, {@code bad-redirect}
     */
    public Answer call(Request request) throws IOException {
        Request asked = request;
        for (int redirects = 0; ; redirects++) {
            Answer answer = once(asked);
            if (!answer.redirects()) {
                return answer;
            }
            answer.close();
            if (redirects == MOST_REDIRECTS) {
                throw FaultException.of(
                        "bad-redirect",
                        "Location",
                        "Nguồn chuyển hướng quá " + MOST_REDIRECTS + " lần; hãy kiểm tra địa chỉ trong cấu hình.",
                        "The source redirects more than " + MOST_REDIRECTS
                                + " times; check the address in the settings.");
            }
            asked = asked.redirected(answer.status(), answer.header("Location"));
        }
    }

    private Answer once(Request request) throws IOException {
        HttpUriRequestBase message = new HttpUriRequestBase(request.method(), request.url());
        request.headers().forEach(message::setHeader);
        request.body().ifPresent(bytes -> message.setEntity(new ByteArrayEntity(bytes, null)));
        return client().execute(message, response -> {
            try {
                return answer(request, response);
            } catch (IOException | RuntimeException e) {
                // Drops the connection: otherwise the rest would be read before it is given back.
                message.cancel();
                throw e;
            }
        });
    }

    private Answer answer(Request request, ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        Body body = entity == null || entity.getContent() == null
                ? Body.empty()
                : Body.read(entity.getContent(), limits.maxBytes(), limits.whole());
        return new Answer(response.getCode(), request.url(), name -> headers(response, name), body);
    }

    private static Optional<String> headers(ClassicHttpResponse response, String name) {
        Header[] headers = response.getHeaders(name);
        return headers.length == 0
                ? Optional.empty()
                : Optional.of(Arrays.stream(headers).map(Header::getValue).collect(Collectors.joining(", ")));
    }

    private synchronized CloseableHttpClient client() {
        if (client.isEmpty()) {
            client = Optional.of(open());
        }
        return client.get();
    }

    private CloseableHttpClient open() {
        Http1Config bounds = Http1Config.custom()
                .setMaxLineLength(LONGEST_HEADER)
                .setMaxHeaderCount(MOST_HEADERS)
                .build();
        ConnectionConfig connections = ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(limits.connect()))
                .setSocketTimeout(Timeout.of(limits.response()))
                // A server may have closed a connection since it was used.
                .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                .build();
        return HttpClientBuilder.create()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(bounds)
                                .build())
                        .setDefaultConnectionConfig(connections)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(limits.connect()))
                        .setResponseTimeout(Timeout.of(limits.response()))
                        .build())
                .setUserAgent("iochub")
                .useSystemProperties()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableRedirectHandling()
                .disableAuthCaching()
                .build();
    }

    /** The next call opens it again. */
    @Override
    public synchronized void close() throws IOException {
        if (client.isPresent()) {
            client.get().close();
            client = Optional.empty();
        }
    }
}
