package org.iochub.feed.internal.soap;

import org.apache.cxf.Bus;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxws.JaxWsServerFactoryBean;
import org.apache.cxf.logging.FaultListener;
import org.iochub.feed.internal.access.Admission;

/** Publishes the SOAP face with CXF. */
public final class SoapServer {
    private static final long MOST_BYTES = 256 << 10;

    private SoapServer() {}

    /** To be called with CXF's class loader as the thread's own. */
    public static Server publish(Bus bus, SoapFeed feed, Admission admission) {
        JaxWsServerFactoryBean factory = new JaxWsServerFactoryBean();
        factory.setBus(bus);
        factory.setAddress(Soap.PATH);
        factory.setServiceBean(new SoapEndpoint(feed, admission));
        factory.getInInterceptors().add(new WsdlAnswer(feed));
        factory.getInInterceptors().add(new SizeLimit(MOST_BYTES));
        factory.getInInterceptors().add(new Understood());
        factory.getOutInterceptors().add(new Utf8());
        factory.getOutFaultInterceptors().add(new Utf8());
        factory.getOutFaultInterceptors().add(new FaultWords());
        Server server = factory.create();
        // Requests that are refused are answers, not failures of the hub; what is one was logged with its reference.
        FaultListener quiet = (exception, description, message) -> false;
        server.getEndpoint().put(FaultListener.class.getName(), quiet);
        return server;
    }
}
