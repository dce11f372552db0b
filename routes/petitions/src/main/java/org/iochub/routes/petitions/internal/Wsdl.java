package org.iochub.routes.petitions.internal;

import javax.xml.namespace.QName;

/** The names of the service's WSDL: SOAP 1.1, document/literal, no WS-Addressing. */
final class Wsdl {
    static final String NAMESPACE = "urn:vn:phan-anh-kien-nghi:v1";
    static final QName SERVICE = new QName(NAMESPACE, "PhanAnhKienNghiService");
    static final QName PORT = new QName(NAMESPACE, "PhanAnhKienNghiPort");
    static final String REQUEST = "LayDanhSachPhanAnh";
    static final String RESPONSE = "LayDanhSachPhanAnhResponse";

    private Wsdl() {}
}
