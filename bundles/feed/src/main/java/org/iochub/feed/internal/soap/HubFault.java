package org.iochub.feed.internal.soap;

import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.helpers.DOMUtils;
import org.iochub.feed.internal.problem.Problem;
import org.iochub.model.json.XmlText;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A problem as a SOAP fault: its sentence in both languages, and in the detail its code for machines. */
final class HubFault extends SoapFault {
    private static final long serialVersionUID = 1L;

    private HubFault(String reason, QName code) {
        super(reason, code);
    }

    static HubFault of(Problem problem) {
        return of(problem, problem.status() < 500 ? Soap.CLIENT : Soap.SERVER);
    }

    static HubFault of(Problem problem, QName faultCode) {
        String vi = XmlText.clean(problem.detail().vi());
        String en = XmlText.clean(problem.detail().en());
        HubFault fault = new HubFault(vi + " / " + en, faultCode);
        Document document = DOMUtils.getEmptyDocument();
        Element detail = document.createElementNS(null, "detail");
        Element content = child(detail, "hubFault", "");
        child(content, "code", problem.code());
        if (problem.members().get("parameter") instanceof String parameter) {
            child(content, "parameter", parameter);
        }
        if (problem.members().get("reference") instanceof String reference) {
            child(content, "reference", reference);
        }
        child(content, "vi", vi);
        child(content, "en", en);
        fault.setDetail(detail);
        return fault;
    }

    private static Element child(Element parent, String name, String text) {
        Element child = parent.getOwnerDocument().createElementNS(Soap.NAMESPACE, name);
        child.setTextContent(XmlText.clean(text));
        parent.appendChild(child);
        return child;
    }
}
