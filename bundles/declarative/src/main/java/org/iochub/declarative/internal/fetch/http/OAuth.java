package org.iochub.declarative.internal.fetch.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.iochub.declarative.internal.fetch.Fill;
import org.iochub.declarative.internal.fetch.Options;
import org.iochub.declarative.internal.fetch.Template;
import org.iochub.model.FaultException;

/** The client credentials grant of OAuth 2.0 (RFC 6749, 4.4). */
record OAuth(Template tokenUrl, Template clientId, Template clientSecret, Optional<Template> scope) {
    /**
     * @param lifetimeNanos from when it was asked for
     */
    record Token(String value, long lifetimeNanos) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long SECOND = 1_000_000_000L;
    private static final long USUAL_SECONDS = 300;
    private static final long MARGIN_SECONDS = 30;

    static OAuth of(Options options) {
        return new OAuth(
                options.text("tokenUrl", ""),
                options.text("clientId", ""),
                options.text("clientSecret", ""),
                options.text("scope"));
    }

    /** @throws FaultException {@code no-token} or {@code http-status} */
    Token ask(HttpCalls calls, Fill fill, String settings, Clock clock) throws IOException {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        scope.ifPresent(text -> form.put("scope", fill.text(text)));
        String body = form.entrySet().stream()
                .map(pair -> WebAddresses.encode(pair.getKey()) + "=" + WebAddresses.encode(pair.getValue()))
                .collect(Collectors.joining("&"));
        // The RFC encodes both parts before they become Basic.
        String basic =
                Auth.basic(WebAddresses.encode(fill.text(clientId)), WebAddresses.encode(fill.text(clientSecret)));
        Request request = new Request(
                "POST",
                WebAddresses.of(fill.text(tokenUrl)),
                Map.of(
                        "Authorization",
                        basic,
                        "Accept",
                        "application/json",
                        "Content-Type",
                        "application/x-www-form-urlencoded"),
                Optional.of(body.getBytes(StandardCharsets.UTF_8)),
                Set.of("authorization"));
        try (Answer answer = calls.call(request)) {
            if (answer.status() != 200) {
                throw Refused.of(answer, settings, clock);
            }
            return token(answer);
        }
    }

    private static Token token(Answer answer) throws IOException {
        JsonNode json;
        try (InputStream in = answer.body().open()) {
            json = JSON.readTree(in);
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            json = JSON.createObjectNode();
        }
        String value = json.path("access_token").asText("");
        if (value.isEmpty()) {
            throw FaultException.of(
                    "no-token",
                    "tokenUrl",
                    "Máy chủ cấp khóa (tokenUrl) không trả về access_token; hãy kiểm tra địa chỉ và tài khoản.",
                    "The token server (tokenUrl) gave no access_token; check its address and the account.");
        }
        long seconds = json.path("expires_in").asLong(USUAL_SECONDS);
        return new Token(value, Math.max(1, seconds - Math.min(MARGIN_SECONDS, seconds / 2)) * SECOND);
    }
}
