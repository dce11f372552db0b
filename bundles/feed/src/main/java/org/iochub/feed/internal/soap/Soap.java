package org.iochub.feed.internal.soap;

import java.util.Set;
import javax.xml.namespace.QName;

/** The names of the SOAP face. */
final class Soap {
    static final String NAMESPACE = "urn:iochub:soap:feed:1";
    static final String SERVICE = "FeedService";
    static final String PORT = "FeedPort";
    static final String PATH = "/soap/feed";

    static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";
    static final QName CLIENT = new QName(ENVELOPE, "Client");
    static final QName SERVER = new QName(ENVELOPE, "Server");

    static final String WSSE = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    static final String WSU = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
    static final QName SECURITY = new QName(WSSE, "Security");

    static final String LIST_TYPES = "listTypes";
    static final String READ_FEED = "readFeed";
    static final String READ_RECORDS = "readRecords";
    static final String GET_RECORD = "getRecord";
    static final Set<String> OPERATIONS = Set.of(LIST_TYPES, READ_FEED, READ_RECORDS, GET_RECORD);

    private Soap() {}
}
