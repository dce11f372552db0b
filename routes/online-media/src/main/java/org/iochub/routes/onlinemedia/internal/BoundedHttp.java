package org.iochub.routes.onlinemedia.internal;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
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
 * Lets an answer take so much memory and so much time. The body is read within the client, after decompression: there
 * the connection can be dropped in the middle, where everybody else would first read on to its end.
 */
record BoundedHttp(Duration connectTimeout, Duration responseTimeout, long maxBytes) implements HttpClientConfigurer {
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
