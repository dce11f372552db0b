package org.iochub.routes.petitions.internal;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.ws.Dispatch;
import javax.xml.ws.Service;
import javax.xml.ws.WebServiceException;
import javax.xml.ws.soap.SOAPBinding;
import javax.xml.ws.spi.ServiceDelegate;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.jaxws.DispatchImpl;
import org.apache.cxf.jaxws.spi.ProviderImpl;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http.HTTPConduit;
import org.apache.cxf.transports.http.configuration.HTTPClientPolicy;
import org.iochub.api.Secret;

/**
 * Calls the service with CXF's dynamic client, payload for payload, and keeps the answer as it came. Opened with the first
 * call; for one thread at a time.
 */
final class SoapClient implements AutoCloseable {
    private record Open(Bus bus, Dispatch<Source> dispatch) {}

    private final PetitionsSettings settings;
    private final Capture capture;
    private Optional<Open> open = Optional.empty();

    SoapClient(PetitionsSettings settings) {
        this.settings = settings;
        this.capture = new Capture(settings.maxPageBytes(), settings.responseTimeout());
    }

    /**
     * The whole SOAP envelope that answers.
     *
     * @param payload the request's element
     * @throws IOException when there is no answer
     * @throws org.iochub.model.FaultException when there is one, but no good one
     */
    byte[] call(String payload) throws IOException {
        // CXF looks for its parts with the thread's loader, and the thread is a route's.
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(BusFactory.class.getClassLoader());
        try {
            capture.forget();
            if (open.isEmpty()) {
                open = Optional.of(open());
            }
            open.get().dispatch().getRequestContext().put(Message.PROTOCOL_HEADERS, new HashMap<>(headers()));
            open.get().dispatch().invoke(new StreamSource(new StringReader(payload)));
            return capture.body();
        } catch (WebServiceException e) {
            throw SoapTrouble.of(e, capture);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private Open open() {
        Bus earlier = BusFactory.getThreadDefaultBus(false);
        Bus bus = BusFactory.newInstance().createBus();
        try {
            BusFactory.setThreadDefaultBus(bus);
            ServiceDelegate service = new ProviderImpl().createServiceDelegate(null, Wsdl.SERVICE, Service.class);
            service.addPort(
                    Wsdl.PORT, SOAPBinding.SOAP11HTTP_BINDING, settings.url().toString());
            Dispatch<Source> dispatch = service.createDispatch(Wsdl.PORT, Source.class, Service.Mode.PAYLOAD);
            // The newer way keeps threads of its own for each client, and hides timeouts and statuses.
            dispatch.getRequestContext().put("force.urlconnection.http.conduit", true);
            Client client = ((DispatchImpl<?>) dispatch).getClient();
            client.getInInterceptors().add(capture);
            client.getInFaultInterceptors().add(capture);
            HTTPConduit conduit = (HTTPConduit) client.getConduit();
            conduit.setClient(policy());
            return new Open(bus, dispatch);
        } finally {
            BusFactory.setThreadDefaultBus(earlier);
        }
    }

    private HTTPClientPolicy policy() {
        HTTPClientPolicy policy = new HTTPClientPolicy();
        policy.setConnectionTimeout(settings.connectTimeout().toMillis());
        policy.setReceiveTimeout(settings.responseTimeout().toMillis());
        policy.setAllowChunking(false);
        policy.setAutoRedirect(false);
        return policy;
    }

    /** As a plain header: given credentials, CXF hides the answer 401 behind an exception of its own. */
    private Map<String, List<String>> headers() {
        return settings.user()
                .map(user ->
                        user + ":" + settings.password().map(Secret::reveal).orElse(""))
                .map(both -> Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)))
                .map(encoded -> Map.of("Authorization", List.of("Basic " + encoded)))
                .orElse(Map.of());
    }

    @Override
    public void close() {
        open.ifPresent(opened -> {
            ((DispatchImpl<?>) opened.dispatch()).getClient().destroy();
            opened.bus().shutdown(true);
        });
        open = Optional.empty();
    }
}
