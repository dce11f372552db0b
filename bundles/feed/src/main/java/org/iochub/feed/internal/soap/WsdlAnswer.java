package org.iochub.feed.internal.soap;

import java.io.IOException;
import java.util.Locale;
import javax.servlet.http.HttpServletResponse;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.transport.http.AbstractHTTPDestination;

/** Answers {@code ?wsdl} with the description as of now: record types come and go while the hub runs. */
final class WsdlAnswer extends AbstractPhaseInterceptor<Message> {
    private static final String POST = "POST";
    private final SoapFeed feed;

    WsdlAnswer(SoapFeed feed) {
        super(Phase.RECEIVE);
        this.feed = feed;
    }

    @Override
    public void handleMessage(Message message) {
        String method = String.valueOf(message.get(Message.HTTP_REQUEST_METHOD));
        if (method.equals(POST)) {
            return;
        }
        HttpServletResponse response = (HttpServletResponse) message.get(AbstractHTTPDestination.HTTP_RESPONSE);
        String query = String.valueOf(message.get(Message.QUERY_STRING)).toLowerCase(Locale.ROOT);
        try {
            if (!method.equals("GET") && !method.equals("HEAD")) {
                response.setHeader("Allow", "GET, HEAD, POST");
                response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            } else if (query.equals("wsdl") || query.startsWith("wsdl=") || query.startsWith("wsdl&")) {
                write(response, 200, "text/xml; charset=utf-8", feed.wsdl());
            } else {
                write(response, 404, "text/plain; charset=utf-8", hint());
            }
            response.flushBuffer();
        } catch (IOException e) {
            throw new Fault(e);
        }
        message.getInterceptorChain().abort();
    }

    private static void write(HttpServletResponse response, int status, String type, byte[] body) throws IOException {
        response.setStatus(status);
        response.setContentType(type);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static byte[] hint() {
        String text = "Dịch vụ SOAP: mô tả ở " + Soap.PATH + "?wsdl, gọi bằng POST.\n" + "A SOAP service: described at "
                + Soap.PATH + "?wsdl, called by POST.\n";
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
