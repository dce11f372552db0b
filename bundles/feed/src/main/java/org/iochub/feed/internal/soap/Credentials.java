package org.iochub.feed.internal.soap;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.helpers.CastUtils;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.iochub.feed.internal.access.Authenticator;
import org.iochub.feed.internal.access.Caller;
import org.iochub.feed.internal.problem.Problem;
import org.iochub.feed.internal.problem.ProblemException;
import org.iochub.feed.internal.problem.Problems;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Who sent a SOAP message: by the password of its UsernameToken, which is a key; else by the request's {@code
 * Authorization} header, with the key as bearer or as the password of Basic.
 */
final class Credentials {
    private static final String DIGEST = "#PasswordDigest";

    private final Authenticator authenticator;
    private final Clock clock;

    Credentials(Authenticator authenticator, Clock clock) {
        this.authenticator = authenticator;
        this.clock = clock;
    }

    Caller of(SoapMessage message) {
        Optional<Element> security = Optional.ofNullable(message.getHeader(Soap.SECURITY))
                .map(header -> header.getObject() instanceof Element element ? element : null);
        security.ifPresent(this::checkAge);
        Optional<Element> token = security.flatMap(header -> first(header, Soap.WSSE, "UsernameToken"));
        Optional<Caller> caller = token.isPresent()
                ? authenticator.caller("Bearer " + password(token.get()))
                : byHeader(authorization(message), address(message));
        return caller.orElseThrow(() -> Problems.unauthorized(
                "Khóa không đúng, đã hết hạn hoặc đã bị thu hồi.", "The key is wrong, has expired or was revoked."));
    }

    private Optional<Caller> byHeader(String authorization, String address) {
        if (authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            Optional<Caller> holder = basicPassword(authorization.substring(6).strip())
                    .flatMap(password -> authenticator.caller("Bearer " + password));
            if (holder.isPresent()) {
                return holder;
            }
        }
        return authenticator.caller(authorization, address);
    }

    private static Optional<String> basicPassword(String proof) {
        try {
            String pair = new String(Base64.getDecoder().decode(proof), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? Optional.empty() : Optional.of(pair.substring(colon + 1));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static String address(SoapMessage message) {
        return message.get(AbstractHTTPDestination.HTTP_REQUEST) instanceof HttpServletRequest request
                ? request.getRemoteAddr()
                : "";
    }

    private static String authorization(SoapMessage message) {
        Map<String, List<String>> headers = CastUtils.cast((Map<?, ?>) message.get(Message.PROTOCOL_HEADERS));
        return Optional.ofNullable(headers).stream()
                .flatMap(all -> all.entrySet().stream())
                .filter(header -> header.getKey().equalsIgnoreCase("Authorization"))
                .flatMap(header -> header.getValue().stream())
                .findFirst()
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> Problems.unauthorized(
                        "Cần khóa truy cập: gửi wsse:UsernameToken có mật khẩu là khóa (PasswordText), hoặc tiêu đề HTTP"
                                + " Authorization: Bearer KHÓA.",
                        "A key is needed: send a wsse:UsernameToken whose password is the key (PasswordText), or the HTTP"
                                + " header Authorization: Bearer KEY."));
    }

    private static String password(Element token) {
        Element password = first(token, Soap.WSSE, "Password")
                .orElseThrow(() -> Problems.unauthorized(
                        "UsernameToken thiếu Password; hãy ghi khóa vào đó.",
                        "The UsernameToken has no Password; put the key there."));
        if (password.getAttribute("Type").endsWith(DIGEST)) {
            throw Problems.unauthorized(
                    "Hub chỉ giữ dạng băm của khóa nên không kiểm tra được PasswordDigest; hãy dùng PasswordText.",
                    "The hub only keeps hashes of keys and cannot check a PasswordDigest; use PasswordText.");
        }
        return password.getTextContent().strip();
    }

    /** What a message says of its own age is heeded; nothing is asked of one that says nothing. */
    private void checkAge(Element security) {
        Optional<String> expires = first(security, Soap.WSU, "Timestamp")
                .flatMap(timestamp -> first(timestamp, Soap.WSU, "Expires"))
                .map(element -> element.getTextContent().strip());
        if (expires.isPresent() && !isAhead(expires.get())) {
            throw expired();
        }
    }

    private boolean isAhead(String moment) {
        try {
            return OffsetDateTime.parse(moment).toInstant().isAfter(clock.instant());
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static ProblemException expired() {
        return Problem.of(
                        401,
                        "message-expired",
                        "Thông điệp đã quá hạn ghi trong wsu:Expires; hãy kiểm tra đồng hồ của máy gửi và gửi lại.",
                        "The message is past its wsu:Expires; check the sender's clock and send it again.")
                .raised();
    }

    private static Optional<Element> first(Element within, String namespace, String name) {
        NodeList found = within.getElementsByTagNameNS(namespace, name);
        return found.getLength() == 0 ? Optional.empty() : Optional.of((Element) found.item(0));
    }
}
