package org.iochub.feed.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.AbstractHandler;
import org.eclipse.jetty.server.handler.HandlerCollection;
import org.iochub.feed.internal.jetty.ServerManners;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Addresses are published anew only when nobody is on the way to them, on a real server. */
class FaceStateTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch mayAnswer = new CountDownLatch(1);
    private final FaceState state = new FaceState();
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void serve() throws Exception {
        server.addConnector(connector);
        HandlerCollection handlers = new HandlerCollection(true, new Handler[] {new Answering()});
        server.setHandler(handlers);
        server.start();
        ServerManners manners = new ServerManners(state);
        handlers.prependHandler(manners);
        manners.start();
    }

    @AfterEach
    void stop() throws Exception {
        mayAnswer.countDown();
        server.stop();
    }

    @Test
    void whoIsInsideIsWaitedForAndWhoComesIsToldToComeAgain() throws Exception {
        CompletableFuture<HttpResponse<String>> inside = get("/slow");
        arrived.await();
        CompletableFuture<Boolean> shut = CompletableFuture.supplyAsync(this::shut);
        HttpResponse<String> refused;
        do {
            refused = get("/").get();
        } while (refused.statusCode() == 200);
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(shut).isNotDone();

        mayAnswer.countDown();
        assertThat(inside.get().statusCode()).isEqualTo(200);
        assertThat(shut.get(30, TimeUnit.SECONDS)).isTrue();
        assertThat(get("/").get().statusCode()).isEqualTo(503);
        state.open();
        assertThat(get("/").get().statusCode()).isEqualTo(200);
    }

    /** @return whether everybody had left */
    private boolean shut() {
        try {
            long begun = System.nanoTime();
            state.shut(LONG);
            return System.nanoTime() - begun < LONG.toNanos();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private CompletableFuture<HttpResponse<String>> get(String path) {
        return client.sendAsync(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + connector.getLocalPort() + path))
                        .timeout(LONG)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private final class Answering extends AbstractHandler {
        @Override
        public void handle(String target, Request base, HttpServletRequest request, HttpServletResponse response) {
            if (base.isHandled()) {
                return;
            }
            if (target.equals("/slow")) {
                arrived.countDown();
                awaitAnswer();
            }
            response.setStatus(200);
            base.setHandled(true);
        }
    }

    private void awaitAnswer() {
        try {
            mayAnswer.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
