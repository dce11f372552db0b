package org.iochub.declarative.internal.fetch.soap;

import java.util.Map;

/** The versions of SOAP. */
enum Version {
    SOAP_1_1("http://schemas.xmlsoap.org/soap/envelope/"),
    SOAP_1_2("http://www.w3.org/2003/05/soap-envelope");

    private final String namespace;

    Version(String namespace) {
        this.namespace = namespace;
    }

    static Version of(String text) {
        return text.equals("1.2") ? SOAP_1_2 : SOAP_1_1;
    }

    String namespace() {
        return namespace;
    }

    Map<String, String> headers(String action) {
        if (this == SOAP_1_1) {
            return Map.of("Content-Type", "text/xml; charset=utf-8", "SOAPAction", "\"" + action + "\"");
        }
        String parameter = action.isEmpty() ? "" : "; action=\"" + action + "\"";
        return Map.of("Content-Type", "application/soap+xml; charset=utf-8" + parameter);
    }
}
