package org.iochub.declarative.internal.fetch.soap;

import static javax.xml.stream.XMLStreamConstants.END_DOCUMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.iochub.api.read.SafeXml;
import org.iochub.declarative.internal.fetch.http.Answer;
import org.iochub.model.FaultException;

/** Finds the fault in an answer, whatever its status is: some services send faults as a success. */
final class SoapFault {
    private static final int LONGEST = 300;

    private SoapFault() {}

    /** @throws FaultException {@code soap-fault} with the service's own words, or what is wrong with the XML */
    static void refuse(Answer answer) throws IOException {
        if (answer.status() == 200) {
            fault(answer).ifPresent(SoapFault::refuse);
            return;
        }
        if (answer.status() == 500 || answer.status() == 400) {
            Optional<String> why;
            try {
                why = fault(answer);
            } catch (FaultException e) {
                // No SOAP at all: then the status says more.
                return;
            }
            why.ifPresent(SoapFault::refuse);
        }
    }

    private static void refuse(String why) {
        throw FaultException.of(
                "soap-fault",
                "Fault",
                "Dịch vụ SOAP báo lỗi: «" + why + "»; hãy kiểm tra body, soapAction và tài khoản, hoặc báo đơn vị vận"
                        + " hành nguồn.",
                "The SOAP service reports a fault: \"" + why
                        + "\"; check body, soapAction and the account, or tell those" + " who run it.");
    }

    /** Reads up to the first element within the body only. */
    private static Optional<String> fault(Answer answer) throws IOException {
        try (InputStream in = answer.body().open()) {
            SafeXml.Limits limits = SafeXml.Limits.DEFAULT.withMaxBytes(Long.MAX_VALUE);
            XMLStreamReader xml = SafeXml.reader(in, limits);
            boolean inBody = false;
            for (int event = xml.getEventType(); event != END_DOCUMENT; event = xml.next()) {
                if (event != START_ELEMENT) {
                    continue;
                }
                if (inBody) {
                    return xml.getLocalName().equals("Fault") ? Optional.of(reason(xml)) : Optional.empty();
                }
                inBody = xml.getLocalName().equals("Body") && isSoap(xml.getNamespaceURI());
            }
            return Optional.empty();
        } catch (XMLStreamException e) {
            throw new IOException("the answer could not be read", e);
        }
    }

    private static boolean isSoap(String namespace) {
        return Version.SOAP_1_1.namespace().equals(namespace)
                || Version.SOAP_1_2.namespace().equals(namespace);
    }

    private static String reason(XMLStreamReader xml) throws XMLStreamException {
        while (xml.next() != END_DOCUMENT) {
            if (xml.getEventType() == START_ELEMENT
                    && (xml.getLocalName().equals("faultstring")
                            || xml.getLocalName().equals("Text"))) {
                String text = xml.getElementText().strip().replaceAll("\\s+", " ");
                return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
            }
        }
        return "?";
    }
}
