package org.iochub.feed.internal.jetty;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnection;
import org.eclipse.jetty.server.HttpConnectionFactory;

/**
 * Connections that read a refused request to its end, within a limit, and throw it away. Closed at once, as the server
 * does by itself, they would reset what the sender has not read yet: it would never learn why it was refused.
 */
final class PatientConnections extends HttpConnectionFactory {
    private static final long DISCARDED_AT_MOST = 8L << 20;

    PatientConnections(HttpConnectionFactory like) {
        super(like.getHttpConfiguration(), like.getHttpCompliance());
        setInputBufferSize(like.getInputBufferSize());
        setRecordHttpComplianceViolations(like.isRecordHttpComplianceViolations());
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint end) {
        return configure(
                new Patient(
                        getHttpConfiguration(),
                        connector,
                        end,
                        getHttpCompliance(),
                        isRecordHttpComplianceViolations()),
                connector,
                end);
    }

    private static final class Patient extends HttpConnection {
        Patient(
                HttpConfiguration settings,
                Connector connector,
                EndPoint end,
                HttpCompliance compliance,
                boolean recorded) {
            super(settings, connector, end, compliance, recorded);
        }

        /** After a refusal the server gives up the connection; it is kept for what is still to come and be discarded. */
        @Override
        public void abort(Throwable failure) {
            if (getGenerator().isEnd() && (getParser().isClosed() || getParser().isState(HttpParser.State.CLOSE))) {
                getEndPoint().shutdownOutput();
            } else {
                super.abort(failure);
            }
        }

        @Override
        protected HttpParser newHttpParser(HttpCompliance compliance) {
            return new Discarding(newRequestHandler(), getHttpConfiguration().getRequestHeaderSize(), compliance);
        }

        private final class Discarding extends HttpParser {
            private long discarded;

            Discarding(RequestHandler handler, int most, HttpCompliance compliance) {
                super(handler, most, compliance);
            }

            @Override
            public boolean parseNext(ByteBuffer buffer) {
                if (!isClosed() && !isState(State.CLOSE) || !buffer.hasRemaining()) {
                    return super.parseNext(buffer);
                }
                discarded += buffer.remaining();
                buffer.position(buffer.limit());
                if (discarded > DISCARDED_AT_MOST) {
                    getEndPoint().close();
                }
                return false;
            }
        }
    }
}
