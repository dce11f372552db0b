package org.iochub.api.http;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.iochub.api.read.Bounded;

/**
 * Lets an HTTP answer take so much memory and so much time: {@link #bind} it and append the option to the address of an
 * {@code http:} endpoint. The body is read within the client, after decompression: there the connection can be dropped
 * in the middle, where everybody else would first read on to its end. A larger or slower answer fails the exchange with
 * an {@code IOException}. Immutable.
 *
 * @param connectTimeout for the connection, and for one from the pool
 * @param responseTimeout between two bytes, and for the whole body
 * @param maxBytes of the body, decompressed
 */
public record BoundedHttp(Duration connectTimeout, Duration responseTimeout, long maxBytes)
        implements HttpClientConfigurer {
    /**
     * Puts this into the registry for a route.
     *
     * @param route its id
     * @return the option that makes an {@code http:} endpoint use it
     */
    public String bind(CamelContext context, String route) {
        // Named after the limits too: an instance that comes back with other limits must not find the old client.
        String name = route + "-" + Integer.toHexString(hashCode());
        context.getRegistry().bind(name, HttpClientConfigurer.class, this);
        return "httpClientConfigurer=#bean:" + name;
    }

    @Override
    public void configureHttpClient(HttpClientBuilder builder) {
        builder.setDefaultRequestConfig(timeouts())
                .disableAutomaticRetries()
                .disableCookieManagement()
                .addExecInterceptorFirst("bounded", this::bounded);
    }

    // The pool that would know better how long to wait for a connection is Camel's.
    @SuppressWarnings("deprecation")
    private RequestConfig timeouts() {
        return RequestConfig.custom()
                .setConnectTimeout(connectTimeout.toMillis(), TimeUnit.MILLISECONDS)
                .setConnectionRequestTimeout(connectTimeout.toMillis(), TimeUnit.MILLISECONDS)
                .setResponseTimeout(responseTimeout.toMillis(), TimeUnit.MILLISECONDS)
                .build();
    }

    private ClassicHttpResponse bounded(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        ClassicHttpResponse response = chain.proceed(request, scope);
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return response;
        }
        try {
            InputStream content = entity.getContent();
            byte[] body = Bounded.read(content, maxBytes, responseTimeout);
            content.close();
            response.setEntity(new ByteArrayEntity(body, null));
            return response;
        } catch (IOException | RuntimeException e) {
            scope.execRuntime.discardEndpoint();
            throw e;
        }
    }
}
