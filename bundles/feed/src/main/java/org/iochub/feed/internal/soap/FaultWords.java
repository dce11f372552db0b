package org.iochub.feed.internal.soap;

import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.iochub.feed.internal.problem.Problem;
import org.iochub.feed.internal.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whatever CXF itself refuses, in the hub's own words: never what a parser or a class says about itself. */
final class FaultWords extends AbstractPhaseInterceptor<Message> {
    private static final Logger LOG = LoggerFactory.getLogger(FaultWords.class);

    FaultWords() {
        super(Phase.SETUP);
    }

    @Override
    public void handleMessage(Message message) {
        Exception thrown = message.getContent(Exception.class);
        if (SizeLimit.wasReached(message)) {
            message.setContent(Exception.class, tooLong());
        } else if (!(thrown instanceof HubFault)) {
            message.setContent(Exception.class, ownWords(thrown));
        }
    }

    private static HubFault tooLong() {
        return HubFault.of(Problem.of(
                413,
                "too-large",
                "Thông điệp dài quá 256 KiB; một yêu cầu đọc chỉ cần vài trăm byte.",
                "The message is longer than 256 KiB; a request to read takes some hundred bytes."));
    }

    private static HubFault ownWords(Exception thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof HubFault known) {
                return known;
            }
        }
        LOG.debug("A message was refused", thrown);
        Problem problem = ((ProblemException) Payload.unreadable()).problem();
        return HubFault.of(problem, faultCode(thrown));
    }

    /** A wrong version and a header that is not understood have codes of their own. */
    private static QName faultCode(Exception thrown) {
        return thrown instanceof SoapFault fault
                        && Soap.ENVELOPE.equals(fault.getFaultCode().getNamespaceURI())
                        && !fault.getFaultCode().equals(Soap.SERVER)
                ? fault.getFaultCode()
                : Soap.CLIENT;
    }
}
