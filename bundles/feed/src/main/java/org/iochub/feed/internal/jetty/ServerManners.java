package org.iochub.feed.internal.jetty;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.AbstractHandler;
import org.osgi.service.component.annotations.Component;

/**
 * Teaches the container's HTTP server how the hub refuses. It handles no request: being a handler is how a bundle
 * gets to the server, which takes it in when it starts.
 */
@Component(service = Handler.class, immediate = true)
public final class ServerManners extends AbstractHandler {
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

    private static void teach(AbstractConnector connector) throws Exception {
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
        if (running) {
            connector.start();
        }
    }

    @Override
    public void handle(String target, Request base, HttpServletRequest request, HttpServletResponse response) {}
}
