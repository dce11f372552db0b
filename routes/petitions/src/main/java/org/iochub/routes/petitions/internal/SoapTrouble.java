package org.iochub.routes.petitions.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpRetryException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.ws.WebServiceException;
import org.apache.cxf.transport.http.HTTPException;
import org.iochub.api.read.SafeXml;
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
        Optional<FaultException> said = faultCode(answer.body()).map(SoapTrouble::fault);
        if (said.isPresent()) {
            return said.get();
        }
        List<IOException> broken = new ArrayList<>();
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof FaultException fault) {
                return fault;
            }
            if (cause instanceof HttpRetryException retry) {
                return Trouble.status(retry.responseCode());
            }
            if (cause instanceof HTTPException refused) {
                return Trouble.status(refused.getResponseCode());
            }
            if (cause instanceof IOException io) {
                broken.add(io);
            }
        }
        if (answer.status() >= 300) {
            return Trouble.status(answer.status());
        }
        if (answer.body().length == 0 && !broken.isEmpty()) {
            // CXF and the platform wrap each other's exceptions: the one that tells most counts.
            throw broken.stream().filter(SoapTrouble::tells).findFirst().orElse(broken.get(0));
        }
        return FaultException.of(
                "not-soap",
                "",
                "Nguồn trả về nội dung không phải thông điệp SOAP trọn vẹn (có thể là trang đăng nhập hoặc bị cắt cụt);"
                        + " hãy kiểm tra địa chỉ, tài khoản và máy chủ nguồn.",
                "The source answered with something that is not a whole SOAP message (a sign-in page, perhaps, or cut"
                        + " off); check the address, the account and the server.");
    }

    private static boolean tells(IOException trouble) {
        return trouble instanceof SocketTimeoutException
                || trouble instanceof ConnectException
                || trouble instanceof NoRouteToHostException
                || trouble instanceof UnknownHostException
                || trouble instanceof SSLException;
    }

    /** The code of the SOAP fault that the answer holds, without its prefix; empty when it holds none. */
    private static Optional<String> faultCode(byte[] body) {
        try {
            XMLStreamReader xml = SafeXml.reader(new ByteArrayInputStream(body), SafeXml.Limits.DEFAULT);
            boolean within = false;
            for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
                boolean starts = event == XMLStreamConstants.START_ELEMENT;
                within |= starts && xml.getLocalName().equals("Fault");
                if (within && starts && List.of("faultcode", "Value").contains(xml.getLocalName())) {
                    String code = xml.getElementText().strip();
                    return Optional.of(code.substring(code.indexOf(':') + 1))
                            .filter(name -> name.matches("[A-Za-z0-9._-]{1,64}"))
                            .or(() -> Optional.of("Server"));
                }
            }
            return Optional.empty();
        } catch (FaultException | XMLStreamException e) {
            return Optional.empty();
        }
    }

    private static FaultException fault(String name) {
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
