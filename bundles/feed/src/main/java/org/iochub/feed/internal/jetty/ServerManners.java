package org.iochub.feed.internal.jetty;

import java.io.IOException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpChannel;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.AbstractHandler;
import org.iochub.feed.internal.json.Json;
import org.iochub.feed.internal.problem.Problem;
import org.iochub.feed.internal.server.FaceState;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Teaches the container's HTTP server how the hub refuses: being a handler is how a bundle gets to the server, which takes
 * it in when it starts. Stands before the others, and lets everything pass but for the moments in which addresses are
 * published anew, when nobody else could answer properly.
 */
@Component(service = Handler.class, immediate = true, property = "service.ranking:Integer=1")
public final class ServerManners extends AbstractHandler {
    private static final String INSIDE = ServerManners.class.getName();

    private final FaceState state;

    @Activate
    public ServerManners(@Reference FaceState state) {
        this.state = state;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        Server server = getServer();
        BadRequestProblems problems = new BadRequestProblems();
        problems.setServer(server);
        server.setErrorHandler(problems);
        for (Connector connector : server.getConnectors()) {
            if (connector instanceof AbstractConnector known) {
                teach(known);
            }
        }
    }

    private void teach(AbstractConnector connector) throws Exception {
        HttpConnectionFactory plain = connector.getConnectionFactory(HttpConnectionFactory.class);
        if (plain == null || plain instanceof PatientConnections) {
            return;
        }
        // Its ways are fixed while it runs.
        boolean running = connector.isRunning();
        if (running) {
            connector.stop();
        }
        connector.addConnectionFactory(new PatientConnections(plain));
        connector.addBean(new Leaving());
        if (running) {
            connector.start();
        }
    }

    @Override
    public void handle(String target, Request base, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (base.isHandled()) {
            return;
        }
        if (base.getAttribute(INSIDE) != null || state.enter()) {
            base.setAttribute(INSIDE, Boolean.TRUE);
            return;
        }
        Problem problem = Problem.of(
                HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                "starting",
                "Hub đang công bố các địa chỉ; hãy gửi lại sau một giây.",
                "The hub is publishing its addresses; come again in a second.");
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setHeader("Retry-After", "1");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(Json.bytes(problem.document()));
        base.setHandled(true);
    }

    /** A thread is done with a request, which may go on later with another. */
    private final class Leaving implements HttpChannel.Listener {
        @Override
        public void onAfterDispatch(Request request) {
            if (request.getAttribute(INSIDE) != null) {
                request.removeAttribute(INSIDE);
                state.leave();
            }
        }
    }
}
