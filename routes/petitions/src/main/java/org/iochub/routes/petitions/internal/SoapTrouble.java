package org.iochub.routes.petitions.internal;

import java.io.IOException;
import javax.xml.namespace.QName;
import javax.xml.ws.WebServiceException;
import javax.xml.ws.soap.SOAPFaultException;
import org.iochub.api.read.Trouble;
import org.iochub.model.FaultException;

/** What a call that failed says to people: never what the server wrote, which may repeat a key or a person. */
final class SoapTrouble {
    private SoapTrouble() {}

    /**
     * @return a fault for an answer that is no good one
     * @throws IOException the connection's own trouble, when there was no answer
     */
    static FaultException of(WebServiceException e, Capture answer) throws IOException {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof FaultException fault) {
                return fault;
            }
            if (cause instanceof IOException io && answer.body().length == 0 && answer.status() < 300) {
                throw io;
            }
        }
        boolean xml = answer.contentType().contains("xml");
        if (xml
                && e instanceof SOAPFaultException fault
                && new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8).contains("Fault")) {
            return fault(fault);
        }
        if (answer.status() >= 300) {
            return Trouble.status(answer.status());
        }
        return FaultException.of(
                "not-soap",
                "",
                "Nguồn trả về nội dung không phải thông điệp SOAP trọn vẹn (có thể là trang đăng nhập hoặc bị cắt cụt);"
                        + " hãy kiểm tra địa chỉ, tài khoản và máy chủ nguồn.",
                "The source answered with something that is not a whole SOAP message (a sign-in page, perhaps, or cut"
                        + " off); check the address, the account and the server.");
    }

    private static FaultException fault(SOAPFaultException e) {
        QName code = e.getFault().getFaultCodeAsQName();
        String name = code == null ? "Server" : code.getLocalPart();
        boolean ours = name.equals("Client") || name.equals("Sender");
        return FaultException.of(
                "soap-fault",
                name,
                "Dịch vụ trả về lỗi SOAP «" + name + "»; "
                        + (ours
                                ? "hãy kiểm tra địa chỉ, tài khoản và phiên bản dịch vụ trong cấu hình."
                                : "hãy báo đơn vị vận hành nguồn nếu kéo dài."),
                "The service answered with the SOAP fault \"" + name + "\"; "
                        + (ours
                                ? "check the address, the account and the version of the service in the settings."
                                : "tell those who run it if it goes on."));
    }
}
