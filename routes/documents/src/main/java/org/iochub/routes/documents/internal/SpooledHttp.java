package org.iochub.routes.documents.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.iochub.model.FaultException;

/**
 * Lets an HTTP answer go to a file, so that a document with its attachments is never in memory: what the exchange gets as
 * its body is the file's path. As {@link org.iochub.api.http.BoundedHttp} does, it reads within the client, after
 * decompression, and bounds the time and the bytes. Immutable.
 */
record SpooledHttp(Duration connectTimeout, Duration responseTimeout, long maxBytes) implements HttpClientConfigurer {
    private static final int CHUNK = 64 * 1024;

    /** Puts this into the registry; the option that makes an {@code http:} endpoint use it. */
    String bind(CamelContext context, String route) {
        String name = route + "-spooled-" + Integer.toHexString(hashCode());
        context.getRegistry().bind(name, HttpClientConfigurer.class, this);
        return "httpClientConfigurer=#bean:" + name;
    }

    @Override
    public void configureHttpClient(HttpClientBuilder builder) {
        builder.setDefaultRequestConfig(timeouts())
                .disableAutomaticRetries()
                .disableCookieManagement()
                .addExecInterceptorFirst("spooled", this::spooled);
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

    private ClassicHttpResponse spooled(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        ClassicHttpResponse response = chain.proceed(request, scope);
        HttpEntity entity = response.getEntity();
        Path file = Files.createTempFile("iochub-edoc-", ".xml");
        try {
            if (entity != null) {
                try (OutputStream out = Files.newOutputStream(file)) {
                    InputStream content = entity.getContent();
                    copy(Bounded.stream(content, maxBytes), out);
                    content.close();
                }
            }
            response.setEntity(new ByteArrayEntity(file.toString().getBytes(StandardCharsets.UTF_8), null));
            return response;
        } catch (IOException | RuntimeException e) {
            scope.execRuntime.discardEndpoint();
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private void copy(InputStream in, OutputStream out) throws IOException {
        long started = System.nanoTime();
        byte[] chunk = new byte[CHUNK];
        for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
            if (System.nanoTime() - started > responseTimeout.toNanos()) {
                throw FaultException.of(
                        "too-slow",
                        "",
                        "Trục chưa gửi xong văn bản trong " + responseTimeout.toMillis()
                                + " ms; hãy kiểm tra trục hoặc nâng responseTimeout.",
                        "The gateway had not finished sending a document after " + responseTimeout.toMillis()
                                + " ms; check it or raise responseTimeout.");
            }
            out.write(chunk, 0, n);
        }
    }
}
