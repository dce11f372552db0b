package org.iochub.feed.internal.soap;

import java.util.Set;
import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.phase.Phase;

/** Says that {@code wsse:Security} is understood here, for clients that insist on it; {@link Credentials} reads it. */
final class Understood extends AbstractSoapInterceptor {
    Understood() {
        super(Phase.PRE_PROTOCOL);
    }

    @Override
    public Set<QName> getUnderstoodHeaders() {
        return Set.of(Soap.SECURITY);
    }

    @Override
    public void handleMessage(SoapMessage message) {
        // Nothing to do: saying so is all.
    }
}
