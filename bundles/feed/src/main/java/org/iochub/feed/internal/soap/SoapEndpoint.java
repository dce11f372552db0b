package org.iochub.feed.internal.soap;

import javax.xml.transform.Source;
import javax.xml.ws.BindingType;
import javax.xml.ws.Provider;
import javax.xml.ws.Service;
import javax.xml.ws.ServiceMode;
import javax.xml.ws.WebServiceProvider;
import javax.xml.ws.soap.SOAPBinding;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.iochub.feed.internal.access.Admission;

/** The service as CXF calls it. */
@WebServiceProvider(targetNamespace = Soap.NAMESPACE, serviceName = Soap.SERVICE, portName = Soap.PORT)
@ServiceMode(Service.Mode.PAYLOAD)
@BindingType(SOAPBinding.SOAP11HTTP_BINDING)
public final class SoapEndpoint implements Provider<Source> {
    private final SoapFeed feed;
    private final Admission admission;

    SoapEndpoint(SoapFeed feed, Admission admission) {
        this.feed = feed;
        this.admission = admission;
    }

    @Override
    public Source invoke(Source body) {
        return feed.answer(body, (SoapMessage) PhaseInterceptorChain.getCurrentMessage(), admission);
    }
}
